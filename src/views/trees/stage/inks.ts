/** The tokens of theme.css as a canvas and an exported picture need them. */
const TOKENS = {
  card: '--card',
  line: '--line-strong',
  ink: '--ink',
  quiet: '--ink-2',
  path: '--held',
  pathSoft: '--held-soft',
  pathInk: '--held-ink',
} as const;

export type Inks = Readonly<Record<keyof typeof TOKENS, string>> & { readonly font: string };

let known: Inks | null = null;
let knownFor = '';

/** Asked on every frame, so the style is read only when the theme changes. */
export function inks(): Inks {
  const theme = document.documentElement.dataset.mantineColorScheme ?? '';
  if (known !== null && theme === knownFor) return known;
  const style = getComputedStyle(document.documentElement);
  const read: Record<string, string> = { font: style.getPropertyValue('--font').trim() || 'sans-serif' };
  for (const [name, token] of Object.entries(TOKENS)) {
    read[name] = style.getPropertyValue(token).trim() || '#000000';
  }
  known = read as unknown as Inks;
  knownFor = theme;
  return known;
}
