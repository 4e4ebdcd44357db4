/**
 * Will pre-copy come to its end, why, and what would make it? The rounds come down until one dirties as many pages as
 * it sends (V = U(V / B)); if more are left than may be sent with the VM paused, they stay there for ever.
 *
 * U(t)/t falls with t (a page written twice counts once), so the rounds reach S pages if and only if U(S/B) ≤ S, that
 * is S/B ≤ t_S with U(t_S) = S: from t_S follow the bandwidth and the slowing down of the guest that would do.
 */
import type { Pages } from '../../../base/units.ts';
import type { DirtyCurve } from './dirty-curve.ts';
import { forecastRounds, type PreCopyPlan } from './round-forecast.ts';

/**
 * small-enough: so few pages are left that the pause is short;
 * dirty-rate: round 1 already leaves nearly all memory dirty, the guest writes as fast as the link takes away;
 * working-set: rounds come down to the pages that are written again and again, and these are too many for the pause.
 */
type ConvergenceReason = 'small-enough' | 'dirty-rate' | 'working-set';

export interface Convergence {
  readonly converges: boolean;
  readonly reason: ConvergenceReason;
  /** live rounds it takes; those looked at where it does not converge */
  readonly rounds: number;
  /** what the rounds come down to */
  readonly restPages: Pages;
  /** unique pages dirtied a second over the last round looked at, against what the link takes */
  readonly dirtiedPerSecond: number;
  readonly pagesPerSecond: number;
  /** unique pages dirtied while all memory is sent once, against all memory */
  readonly workingSetPages: Pages;
  readonly memoryPages: Pages;
  /** each of these alone would make it converge; all are what it has already where it converges anyway */
  readonly remedies: {
    readonly pagesPerSecond: number;
    readonly stopBelowPages: Pages;
    /** share of its speed the guest may keep, 0–1 */
    readonly guestSpeed: number;
  };
}

/** nearly all memory: above this share of it no round is worth the name */
const NEARLY_ALL = 0.9;
const BISECTIONS = 60;

export function judgeConvergence(dirtied: DirtyCurve, plan: PreCopyPlan): Convergence {
  const { memoryPages, pagesPerSecond, stopBelowPages } = plan;
  const { rounds, stops, lastCopy } = forecastRounds(dirtied, plan);
  const workingSetPages = Math.min(memoryPages, dirtied(memoryPages / pagesPerSecond));
  const lastRound = rounds.at(-1)?.seconds ?? 0;
  const restPages = lastCopy.pages;
  const secondsToDirty = timeToDirty(dirtied, stopBelowPages, memoryPages / pagesPerSecond);
  const needed = secondsToDirty > 0 ? stopBelowPages / secondsToDirty : Number.POSITIVE_INFINITY;
  return {
    converges: stops,
    reason: stops
      ? 'small-enough'
      : workingSetPages >= NEARLY_ALL * memoryPages
        ? 'dirty-rate'
        : 'working-set',
    rounds: rounds.length,
    restPages,
    dirtiedPerSecond: lastRound > 0 ? restPages / lastRound : 0,
    pagesPerSecond,
    workingSetPages,
    memoryPages,
    remedies: stops
      ? { pagesPerSecond, stopBelowPages, guestSpeed: 1 }
      : {
          pagesPerSecond: needed,
          stopBelowPages: restPages,
          guestSpeed: Math.min(1, pagesPerSecond / needed),
        },
  };
}

/** The longest time in which no more than so many pages are dirtied, at most `within` seconds. */
function timeToDirty(dirtied: DirtyCurve, pages: Pages, within: number): number {
  if (dirtied(within) <= pages) return within;
  let low = 0;
  let high = within;
  for (let i = 0; i < BISECTIONS; i += 1) {
    const middle = (low + high) / 2;
    if (dirtied(middle) <= pages) low = middle;
    else high = middle;
  }
  return low;
}
