/** The tokens of theme.css as canvases need them: strings, and packed pixels (little-endian RGBA). */
const TOKENS = {
  card: '--card',
  sunken: '--sunken',
  line: '--line-strong',
  ink: '--ink',
  quiet: '--ink-3',
  gone: '--gone',
  toSend: '--to-send',
  arrived: '--arrived',
  arrivedStrong: '--arrived-strong',
  written: '--written',
  held: '--held',
  heldSoft: '--held-soft',
  demand: '--demand',
  heartbeat: '--heartbeat',
  failure: '--failure',
} as const;

export type Palette = Readonly<Record<keyof typeof TOKENS, string>>;

let known: Palette | null = null;
let knownFor = '';

/** Asked on every frame, so the style is read only when the theme changes. */
export function palette(): Palette {
  const theme = document.documentElement.dataset.mantineColorScheme ?? '';
  if (known && theme === knownFor) return known;
  const style = getComputedStyle(document.documentElement);
  const read: Record<string, string> = {};
  for (const [name, token] of Object.entries(TOKENS)) {
    read[name] = style.getPropertyValue(token).trim() || '#000000';
  }
  known = read as Palette;
  knownFor = theme;
  return known;
}

export type Rgb = readonly [number, number, number];

/** "#rrggbb" or "#rgb" to its three parts. */
export function rgb(hex: string): Rgb {
  const long = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const value = Number.parseInt(long.slice(1, 7), 16) || 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** a at share 0, b at share 1. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

export function pixel(colour: Rgb): number {
  return (255 << 24) | (Math.round(colour[2]) << 16) | (Math.round(colour[1]) << 8) | Math.round(colour[0]);
}
