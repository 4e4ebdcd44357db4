/** Which part of U(t) and of the rounds is worth showing: from a little below what matters up to all memory. */
import type { Millis, Pages } from '../../base/units.ts';
import type { SoloAnalysis } from '../../protocol/migration/model.ts';
import type { DirtyPoint } from './curve-dirty.ts';

export interface DirtyFrame {
  readonly fromMs: Millis;
  readonly toMs: Millis;
  readonly fromPages: Pages;
  readonly toPages: Pages;
  /** what all memory takes on the link */
  readonly wholeMs: Millis;
}

/** So many times below the least that matters the picture begins. */
const BELOW = 8;
const BEYOND = 1.25;

export function dirtyFrame({ plan, forecast, uniqueWritten }: SoloAnalysis): DirtyFrame {
  const { memoryPages, pagesPerSecond, stopBelowPages } = plan;
  const wholeMs = (1000 * memoryPages) / pagesPerSecond;
  const matters = [stopBelowPages, forecast.lastCopy.pages].filter((pages) => pages >= 1);
  const least = Math.min(memoryPages, ...matters) / BELOW;
  const fromPages = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, least))));
  const sentMs = (1000 * fromPages) / pagesPerSecond;
  const writtenMs = uniqueWritten.find(({ pages }) => pages >= fromPages)?.ms ?? sentMs;
  return {
    fromMs: Math.min(sentMs, Math.max(writtenMs, sentMs / 100)),
    toMs: wholeMs * BEYOND,
    fromPages,
    toPages: memoryPages * BEYOND,
    wholeMs,
  };
}

/** The measured points that lie within the frame, by their place among all. */
export function pointsWithin(points: readonly DirtyPoint[], frame: DirtyFrame): number[] {
  return points.flatMap(({ ms }, i) => (ms >= frame.fromMs && ms <= frame.toMs ? [i] : []));
}
