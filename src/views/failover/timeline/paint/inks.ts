/** Colours of the strip as canvases need them: read from the tokens of the theme in use. */
export interface Inks {
  ink: string;
  ink2: string;
  faint: string;
  stream: string;
  queue: string;
  writes: string;
  failure: string;
  ghost: string;
}

export function readInks(element: HTMLElement): Inks {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    ink2: token('--ink-2'),
    faint: token('--line-strong'),
    stream: token('--arrived'),
    queue: token('--ink-3'),
    writes: token('--written'),
    failure: token('--failure'),
    ghost: token('--ink-3'),
  };
}
