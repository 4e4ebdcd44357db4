/** The theme's inks as colours a canvas and a file understand. */
import type { Fill, Ink } from '../../layout/explore/scene.ts';
import { mix, rgb } from '../shared/palette.ts';

export type Inks = Readonly<Record<Ink, string>>;

const TOKENS: readonly Ink[] = ['ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'card', 'sunken'];

let known: Inks | null = null;
let knownFor = '';

export function inks(): Inks {
  const theme = document.documentElement.dataset.mantineColorScheme ?? '';
  if (known !== null && theme === knownFor) return known;
  const style = getComputedStyle(document.documentElement);
  known = Object.fromEntries(
    TOKENS.map((ink) => [ink, style.getPropertyValue(`--${ink}`).trim() || '#000000']),
  ) as Inks;
  knownFor = theme;
  return known;
}

/** An ink, or a share of the way from card to ink. */
export function colourOf(fill: Fill, all: Inks): string {
  if (typeof fill === 'string') return all[fill];
  const [red, green, blue] = mix(rgb(all.card), rgb(all.ink), fill).map(Math.round);
  return `rgb(${red} ${green} ${blue})`;
}
