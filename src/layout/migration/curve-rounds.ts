/** Rounds by formula beside the simulated ones, as far as these were reached. */
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { SoloAnalysis } from '../../protocol/migration/model.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';

export interface RoundPair {
  /** from 1; null = the copy with the VM paused */
  readonly round: number | null;
  /**
   * pages sent, by formula and simulated; null = there is no such round, or it was not reached. Simulated ones are
   * what the bytes make: a zero page or a difference is only a part of a page, and the formula knows neither.
   */
  readonly formula: Pages | null;
  readonly simulated: Pages | null;
}

type Simulated = Pick<MoveSide, 'spec' | 'result' | 'suspendedMs'>;

/** goes with each page on the wire */
const HEADER_BYTES: Bytes = 8;

/** rounds and moments are told to the microsecond, each rounded by itself */
const DIGIT_MS: Millis = 0.002;

/** Simulated rounds that were over at a moment. */
export function roundsReached(side: Pick<MoveSide, 'result'> | null, reachedMs: Millis): number {
  if (side === null) return 0;
  return side.result.rounds.filter(({ startMs, durationMs }) => startMs + durationMs <= reachedMs + DIGIT_MS)
    .length;
}

/**
 * One pair a round, the last copy at the end.
 * @param reached how many of the side's rounds may be told @param most no more live rounds than this are given
 */
export function roundPairs(
  forecast: SoloAnalysis['forecast'],
  side: Simulated | null,
  reached: number,
  most: number,
): RoundPair[] {
  const rounds = side?.result.rounds.slice(0, reached) ?? [];
  const suspendedMs = side?.suspendedMs ?? null;
  const isLive = ({ startMs }: { startMs: Millis }) =>
    suspendedMs === null || startMs < suspendedMs - DIGIT_MS;
  const worth = (round: { bytesSent: Bytes } | undefined): Pages | null =>
    round === undefined || side === null ? null : round.bytesSent / (side.spec.vm.pageBytes + HEADER_BYTES);
  const live = rounds.filter(isLive);
  const last = rounds.find((round) => !isLive(round));
  const count = Math.min(most, Math.max(forecast.rounds.length, live.length));
  const pairs: RoundPair[] = [];
  for (let i = 0; i < count; i += 1) {
    pairs.push({
      round: i + 1,
      formula: forecast.rounds[i]?.pages ?? null,
      simulated: worth(live[i]),
    });
  }
  pairs.push({ round: null, formula: forecast.lastCopy.pages, simulated: worth(last) });
  return pairs;
}

/** How far the simulation is from the formula, as a share of the formula; null where one of them is missing. */
export function differenceOf({ formula, simulated }: RoundPair): number | null {
  return formula === null || simulated === null || formula === 0 ? null : simulated / formula - 1;
}

/** Pages of all rounds that both have, for one difference over all. */
export function bothTotals(pairs: readonly RoundPair[]): {
  readonly rounds: number;
  readonly formula: Pages;
  readonly simulated: Pages;
} {
  const both = pairs.filter(({ formula, simulated }) => formula !== null && simulated !== null);
  return {
    rounds: both.length,
    formula: both.reduce((sum, { formula }) => sum + (formula ?? 0), 0),
    simulated: both.reduce((sum, { simulated }) => sum + (simulated ?? 0), 0),
  };
}
