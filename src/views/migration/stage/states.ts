/** Which states a side's pages can be in, and how a moment and an address are written. */
import { MOVE_STATE } from '../../../base/columns.ts';
import type { Millis } from '../../../base/units.ts';
import type { SoloSpec } from '../../../protocol/migration/model.ts';
import type { MoveSide, PageEvent, StrategyEntry } from '../../../protocol/migration/requests.ts';
import { formatNumber, formatSeconds } from '../../shared/format.ts';
import { EVENT_WORDS, STAGE_WORDS, say, stateWord } from './words.ts';

/** Those that can occur under a strategy and its faults, however far the run is, in the order of a page's life. */
export function possibleStates(entry: StrategyEntry | undefined, faults: SoloSpec['faults']): number[] {
  const states: number[] = [MOVE_STATE.toSend];
  if (entry?.predicts ?? true) states.push(MOVE_STATE.heldBack);
  states.push(MOVE_STATE.arrived);
  const suspendsFirst = entry?.suspendsFirst ?? false;
  if (!suspendsFirst) states.push(MOVE_STATE.writtenAgain);
  if (entry?.resumesEarly ?? true) states.push(MOVE_STATE.fetched);
  const { sourceDiesAtMs, destinationDiesAtMs } = faults;
  const runsThere = entry?.resumesEarly ?? true;
  // With the destination goes what the VM wrote there; before it ran there, all of it is still at the source.
  if (destinationDiesAtMs !== null && !(runsThere && suspendsFirst)) states.push(MOVE_STATE.atHome);
  if (sourceDiesAtMs !== null || (destinationDiesAtMs !== null && runsThere)) states.push(MOVE_STATE.lost);
  return states;
}

/** The state that matters most comes first. */
const URGENT: readonly number[] = [
  MOVE_STATE.lost,
  MOVE_STATE.writtenAgain,
  MOVE_STATE.heldBack,
  MOVE_STATE.fetched,
  MOVE_STATE.toSend,
  MOVE_STATE.arrived,
  MOVE_STATE.atHome,
];

/** The page of a cell that is worth picking: the first in its loudest state. */
export function loudestPage(states: Uint8Array, from: number, to: number): number {
  let best = from;
  let rank = URGENT.length;
  for (let page = from; page < to && rank > 0; page += 1) {
    const here = URGENT.indexOf(states[page] ?? 0);
    if (here < rank) {
      rank = here;
      best = page;
    }
  }
  return best;
}

/** "3 written again, 13 arrived": the most urgent first. */
export function countsText(states: Uint8Array, from: number, to: number): string {
  const counts = new Map<number, number>();
  for (let page = from; page < to; page += 1) {
    const state = states[page] ?? 0;
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return URGENT.filter((state) => counts.has(state))
    .map((state) => say(STAGE_WORDS.count, { n: counts.get(state) ?? 0, state: stateWord(state) }))
    .join(', ');
}

export function addressText(page: number, pageBytes: number, pages: number): string {
  const digits = Math.max(8, (pages * pageBytes - 1).toString(16).length);
  return `0x${(page * pageBytes).toString(16).padStart(digits, '0')}`;
}

/** Address space a cell stands for. */
export function spanText(bytes: number): string {
  const mib = bytes / 1_048_576;
  return mib >= 1 ? `${formatNumber(mib)} MiB` : `${formatNumber(bytes / 1024)} KiB`;
}

export function momentText(ms: Millis): string {
  return formatSeconds(ms * 1000, 3);
}

/** What one change of a page was; `side` is asked only for what lies before it. */
export function eventText(side: MoveSide, event: PageEvent): string {
  const { suspendedMs, resumedMs, spec } = side;
  switch (event.state) {
    case MOVE_STATE.arrived: {
      const paused = suspendedMs !== null && event.ms > suspendedMs;
      if (paused && resumedMs !== null && event.ms > resumedMs) return EVENT_WORDS.pushed;
      if (paused || spec.strategy.kind === 'stop-and-copy') return EVENT_WORDS.sentPaused;
      return say(EVENT_WORDS.sentInRound, { round: event.round });
    }
    case MOVE_STATE.writtenAgain:
      return EVENT_WORDS.written;
    case MOVE_STATE.heldBack:
      return EVENT_WORDS.held;
    case MOVE_STATE.fetched:
      return EVENT_WORDS.fetched;
    case MOVE_STATE.lost:
      return EVENT_WORDS.lost;
    case MOVE_STATE.toSend:
      return EVENT_WORDS.released;
    default:
      return EVENT_WORDS.home;
  }
}
