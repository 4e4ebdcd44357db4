import type { KeptItem } from '../../../store/kept/types.ts';

type Figures = KeptItem['figures'];

/** Of many figures so few stand in a list; all of them stand under More. */
const MOST = 4;
/** What people ask for first, by words of the figures' labels (store/take-failover-words.ts, store/migration/take-words.ts). */
const MAIN = ['downtime', 'lost pings', 'total', 'bytes sent'] as const;

/** The figures a list shows: the main ones that have a value, then the first of the others. */
export function mainFigures(figures: Figures): Figures {
  const known = figures.filter(({ value }) => value !== null);
  const main = MAIN.flatMap((word) => known.filter(({ label }) => label.includes(word)));
  return [...main, ...known.filter((figure) => !main.includes(figure))].slice(0, MOST);
}
