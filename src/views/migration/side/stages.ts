/** Which of the cards matters now: it leads and is open; the others step back but stay. */
import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import type { ShownSide } from '../shown.ts';

export const CARDS = ['converge', 'pause', 'prediction', 'post', 'cost', 'against'] as const;
export type CardName = (typeof CARDS)[number];

export interface Arrangement {
  readonly cards: readonly CardName[];
  readonly lead: CardName;
  readonly open: ReadonlySet<CardName>;
}

export function phaseOf({ moment }: ShownSide): number {
  return moment.values[MOVE.phase] ?? MOVE_PHASE.live;
}

export function arrange(sides: readonly ShownSide[]): Arrangement {
  const predicts = sides.some(({ side }) => side.heldPages !== null);
  const follows = sides.some(({ entry }) => entry?.resumesEarly === true);
  const cards = CARDS.filter((card) => (card !== 'prediction' || predicts) && (card !== 'post' || follows));
  const phases = sides.map(phaseOf);
  const has = (phase: number) => phases.includes(phase);
  const over = phases.every((phase) => phase >= MOVE_PHASE.completed);
  const open = new Set<CardName>();
  if (has(MOVE_PHASE.live)) {
    open.add('converge');
    if (predicts) open.add('prediction');
  }
  // The column has no room for all at once.
  if (!open.has('prediction')) open.add('against');
  if (has(MOVE_PHASE.suspended) || over) open.add('pause');
  if (has(MOVE_PHASE.postCopy) || (over && follows)) open.add('post');
  if (over && predicts) open.add('prediction');
  return { cards, lead: leadOf(), open };

  function leadOf(): CardName {
    if (over) return 'against';
    if (has(MOVE_PHASE.suspended)) return 'pause';
    if (has(MOVE_PHASE.live)) return 'converge';
    return 'post';
  }
}
