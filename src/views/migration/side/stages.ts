/** Which of the cards matters now: it leads and is open; the others step back but stay. */
import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import type { ShownSide } from '../shown.ts';

const CARDS = ['converge', 'pause', 'prediction', 'post', 'cost', 'against'] as const;
export type CardName = (typeof CARDS)[number];

export interface Arrangement {
  readonly cards: readonly CardName[];
  readonly lead: CardName;
  readonly open: ReadonlySet<CardName>;
}

export function phaseOf({ moment }: ShownSide): number {
  return moment.values[MOVE.phase] ?? MOVE_PHASE.live;
}

/** What there is to arrange for. */
export interface Room {
  /** height of the column in px; Infinity where the page scrolls */
  readonly px: number;
  /** the verdict comes with remedies */
  readonly remedies: boolean;
}

/** px of a closed card, and of what an open one has beyond it, with one side and for each further one */
const CLOSED = 42;
const OPEN: Readonly<Record<CardName, readonly [number, number]>> = {
  converge: [190, 45],
  pause: [85, 85],
  prediction: [115, 24],
  post: [125, 0],
  cost: [80, 18],
  against: [185, 0],
};
const REMEDIES = 165;
/** what to try next, at the end */
const NEXT = 40;

/** Opens what matters in this phase, most important first, as far as the column has room. */
export function arrange(sides: readonly ShownSide[], { px, remedies }: Room): Arrangement {
  const predicts = sides.some(({ side }) => side.heldPages !== null);
  const follows = sides.some(({ entry }) => entry?.resumesEarly === true);
  const cards = CARDS.filter((card) => (card !== 'prediction' || predicts) && (card !== 'post' || follows));
  const wanted = wantedNow(sides.map(phaseOf)).filter((card) => cards.includes(card));
  const lead = wanted[0] ?? 'against';
  const more: Partial<Record<CardName, number>> = {
    converge: remedies ? REMEDIES : 0,
    against: lead === 'against' ? NEXT : 0,
  };
  const open = new Set<CardName>();
  let left = px - cards.length * CLOSED;
  for (const card of wanted) {
    const [one, further] = OPEN[card];
    const needs = one + further * (sides.length - 1) + (more[card] ?? 0);
    if (needs > left && card !== lead) continue;
    open.add(card);
    left -= needs;
  }
  return { cards, lead, open };
}

/** The leading card first. */
function wantedNow(phases: readonly number[]): CardName[] {
  const has = (phase: number) => phases.includes(phase);
  if (phases.every((phase) => phase >= MOVE_PHASE.completed))
    return ['against', 'pause', 'post', 'prediction'];
  if (has(MOVE_PHASE.suspended)) return ['pause', 'against', 'post'];
  if (!has(MOVE_PHASE.live)) return ['post', 'pause', 'against'];
  if (has(MOVE_PHASE.postCopy)) return ['converge', 'post', 'prediction', 'against'];
  return ['converge', 'prediction', 'against'];
}
