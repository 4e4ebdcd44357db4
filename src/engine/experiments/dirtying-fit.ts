/**
 * A hot set written uniformly, fitted to what was dirtied between dirty syncs: U(t) = H(1 − e^(−w t / H)). Long spans
 * tell how many pages are hot, short ones how fast they are written.
 */
import type { Millis, Pages } from '../../base/units.ts';
import { uniformDirtying } from '../memory/analysis/dirty-curve.ts';

export interface DirtySpan {
  readonly ms: Millis;
  /** distinct pages dirtied in it that were not pending already */
  readonly pages: Pages;
  /** pages of the hot set that were pending as it ended: dirtied or not, they do not count */
  readonly pending: Pages;
  /** share of the time the guest's CPU ran, 0–1 */
  readonly running: number;
}

export interface HotSet {
  readonly pages: Pages;
  readonly writesPerSecond: number;
}

/** from one candidate to the next: first everywhere, then around the best */
const COARSE = 1.2;
const FINE = 1.02;
/** the smallest candidate, against the most pages seen dirty */
const LEAST = 1.002;
const FASTEST = 1e7;

/**
 * The least relative error; of equal ones the smaller set, written less.
 * @param spans at least two, each with pages @param memoryPages the hot set is no larger
 */
export function fitHotSet(spans: readonly DirtySpan[], memoryPages: Pages): HotSet {
  const most = spans.reduce((high, { pages }) => Math.max(high, pages), 1);
  const slowest = spans.reduce((low, { ms, pages }) => Math.min(low, (pages * 1000) / ms), FASTEST) / 2;
  const rough = search(spans, [most * LEAST, Math.max(memoryPages, most + 1)], [slowest, FASTEST], COARSE);
  const { pages, writesPerSecond } = rough;
  return search(
    spans,
    [Math.max(most * LEAST, pages / COARSE), pages * COARSE],
    [writesPerSecond / COARSE, writesPerSecond * COARSE],
    FINE,
  );
}

type Range = readonly [from: number, to: number];

function search(
  spans: readonly DirtySpan[],
  [fewest, most]: Range,
  [slowest, fastest]: Range,
  step: number,
): HotSet {
  let best: HotSet = { pages: most, writesPerSecond: slowest };
  let least = Number.POSITIVE_INFINITY;
  for (let pages = fewest; pages <= most; pages *= step) {
    for (let writesPerSecond = slowest; writesPerSecond <= fastest; writesPerSecond *= step) {
      const error = errorOf(spans, pages, writesPerSecond);
      if (error >= least) continue;
      least = error;
      best = { pages, writesPerSecond };
    }
  }
  return best;
}

/** relative errors squared: a span of 50 ms counts as much as one of 5 s */
function errorOf(spans: readonly DirtySpan[], pages: Pages, writesPerSecond: number): number {
  const dirtied = uniformDirtying(pages, writesPerSecond);
  return spans.reduce((sum, span) => {
    const free = 1 - Math.min(0.9, span.pending / pages);
    const off = (dirtied((span.ms * span.running) / 1000) * free) / span.pages - 1;
    return sum + off * off;
  }, 0);
}

/** @param values at least one */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? Number.NaN;
  const high = sorted[Math.ceil(middle)] ?? Number.NaN;
  return (low + high) / 2;
}
