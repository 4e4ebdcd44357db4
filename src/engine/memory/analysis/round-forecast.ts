/**
 * What pre-copy will do, without simulating it: a round of V pages takes T = V / B, and leaves the U(T) pages that were
 * dirtied meanwhile to the next.
 *
 *   V₀ = memory,   Vᵢ₊₁ = U(Vᵢ / B),   until V ≤ what may be sent with the VM paused
 */
import type { Pages } from '../../../base/units.ts';
import type { DirtyCurve } from './dirty-curve.ts';

export interface PreCopyPlan {
  readonly memoryPages: Pages;
  /** of the link or the pace, in pages */
  readonly pagesPerSecond: number;
  /** with no more than these left the VM is paused */
  readonly stopBelowPages: Pages;
  readonly maxRounds: number;
}

interface ForecastRound {
  readonly pages: Pages;
  readonly seconds: number;
}

export interface RoundForecast {
  /** the live rounds */
  readonly rounds: readonly ForecastRound[];
  /** whether it came down to what may be left */
  readonly stops: boolean;
  /** the copy with the VM paused: of what is left, or what would be after the last round allowed */
  readonly lastCopy: ForecastRound;
  readonly totalPages: Pages;
  readonly totalSeconds: number;
}

/** Pages need not be whole: they are means. */
export function forecastRounds(dirtied: DirtyCurve, plan: PreCopyPlan): RoundForecast {
  const rounds: ForecastRound[] = [];
  const roundOf = (pages: Pages): ForecastRound => ({ pages, seconds: pages / plan.pagesPerSecond });
  let left = plan.memoryPages;
  do {
    const round = roundOf(left);
    rounds.push(round);
    left = Math.min(plan.memoryPages, dirtied(round.seconds));
  } while (left > plan.stopBelowPages && rounds.length < plan.maxRounds);
  const all = [...rounds, roundOf(left)];
  return {
    rounds,
    stops: left <= plan.stopBelowPages,
    lastCopy: roundOf(left),
    totalPages: all.reduce((sum, { pages }) => sum + pages, 0),
    totalSeconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
