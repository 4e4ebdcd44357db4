/**
 * U(t) against what the link sends in the same time, and the rounds that follow from the two as a staircase between
 * them: straight down from the line to the curve (a round of V pages takes V / B and leaves U(V / B)), straight left to
 * the line again (those are the next round's V).
 */
import type { Millis, Pages } from '../../base/units.ts';
import type { SoloAnalysis } from '../../protocol/migration/model.ts';

export interface DirtyPoint {
  readonly ms: Millis;
  readonly pages: Pages;
}

/** U at a time: a power law between the measured points, as at its end beyond the last, in proportion before the first. */
export function dirtiedIn(points: readonly DirtyPoint[], ms: Millis): Pages {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || ms <= 0) return 0;
  if (ms <= first.ms) return (first.pages * ms) / first.ms;
  if (ms >= last.ms) return last.pages;
  const next = points.findIndex((point) => point.ms >= ms);
  const [below, above] = [points[next - 1] ?? first, points[next] ?? last];
  if (below.pages <= 0 || above.pages <= 0) {
    return below.pages + ((above.pages - below.pages) * (ms - below.ms)) / (above.ms - below.ms);
  }
  const share = Math.log(ms / below.ms) / Math.log(above.ms / below.ms);
  return below.pages * (above.pages / below.pages) ** share;
}

const BISECTIONS = 60;

/**
 * Where a round dirties as many pages as it sends: rounds come down to it and no further. Null where the link is the
 * faster one at every length of a round, so that they come down to nothing, and where it never is.
 * @param wholeMs what all memory takes: no round is longer
 */
export function settlingPoint(
  points: readonly DirtyPoint[],
  pagesPerSecond: number,
  wholeMs: Millis,
): DirtyPoint | null {
  const lead = (ms: Millis) => dirtiedIn(points, ms) - (pagesPerSecond * ms) / 1000;
  if (lead(wholeMs) >= 0) return null;
  // U(t)/t falls: the curve is above the line before they meet and below it after.
  let low = 0;
  let high = wholeMs;
  for (let i = 0; i < BISECTIONS; i += 1) {
    const middle = (low + high) / 2;
    if (lead(middle) >= 0) low = middle;
    else high = middle;
  }
  return low > 0 ? { ms: high, pages: dirtiedIn(points, high) } : null;
}

/** Two rounds that differ by less are alike. */
const ALIKE = 0.005;

/** How many rounds come until they are all alike; as many as there are where they never become so. */
export function roundsUntilAlike({ rounds, lastCopy }: SoloAnalysis['forecast']): number {
  const alike = rounds.findIndex(({ pages }, i) => {
    const next = rounds[i + 1] ?? lastCopy;
    return Math.abs(next.pages - pages) <= ALIKE * pages;
  });
  return alike < 0 ? rounds.length : alike + 1;
}

/** Where the rounds settle: as the formula's own rounds say if there are enough of them, else as the measured points do. */
export function meetingPoint(
  { forecast, uniqueWritten, plan }: SoloAnalysis,
  wholeMs: Millis,
): DirtyPoint | null {
  const { rounds, stops, lastCopy } = forecast;
  if (!stops && lastCopy.pages < plan.memoryPages && roundsUntilAlike(forecast) < rounds.length) {
    return { ms: lastCopy.seconds * 1000, pages: lastCopy.pages };
  }
  return settlingPoint(uniqueWritten, plan.pagesPerSecond, wholeMs);
}

/** Corners of the staircase, in order of the rounds; two a round, and the first. */
export function staircase(forecast: SoloAnalysis['forecast'], mostRounds: number): DirtyPoint[] {
  const corners: DirtyPoint[] = [];
  const shown = forecast.rounds.slice(0, mostRounds);
  for (const [i, { pages, seconds }] of shown.entries()) {
    const left = (forecast.rounds[i + 1] ?? forecast.lastCopy).pages;
    corners.push({ ms: seconds * 1000, pages }, { ms: seconds * 1000, pages: left });
  }
  return corners;
}
