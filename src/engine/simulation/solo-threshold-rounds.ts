/**
 * QEMU's live rounds: each window's quota goes out as one burst. Before it, and whenever nothing is listed any more,
 * what is pending is compared with the threshold (bandwidth of the last window × downtime limit); below it the dirty
 * log is read, and if it is still below right after, the VM is stopped.
 */
import type { Millis } from '../../base/units.ts';
import { AdaptiveRate } from '../migration/adaptive-rate.ts';
import type { StopReason } from '../migration/strategy.ts';
import { PUTS_A_SLICE, type SoloCourse } from './solo-course.ts';

/** why the live rounds ended, and the threshold then, in bytes */
export interface RoundsEnd {
  readonly reason: StopReason;
  readonly threshold: number;
}

/**
 * @param adapts the pace of what follows a sync is set by what was dirtied before it
 * @param untilSync ends at the window after this many dirty syncs, the one that begins a migration included
 */
export function* roundsByThreshold(
  course: SoloCourse,
  adapts: boolean,
  untilSync = Number.POSITIVE_INFINITY,
): Generator<Millis, RoundsEnd, void> {
  const { transfer, spec } = course;
  const { windowMs, maxBandwidthBytesPerSecond } = spec.strategy;
  const { downtimeLimitMs } = spec.strategy.stopRule;
  const rate = adapts ? new AdaptiveRate(spec.strategy) : null;
  const paced = () => course.quota(rate?.bytesPerSecond ?? maxBandwidthBytesPerSecond);
  let quota = paced();
  let syncMs = course.nowMs;
  let threshold = 0;
  let syncs = 1;
  let puts = 0;
  transfer.beginRound();
  course.openRound();
  for (;;) {
    if (syncs >= untilSync) {
      const pending = transfer.listedLeft;
      course.closeRound();
      return { reason: { rule: 'dirty-syncs', operands: { syncs, pending } }, threshold };
    }
    let inWindow = 0;
    const windowEnd = course.nowMs + windowMs;
    while (inWindow < quota && course.nowMs < windowEnd) {
      const pendingBefore = transfer.listedLeft * spec.vm.pageBytes;
      if (pendingBefore < threshold || pendingBefore === 0) {
        course.closeRound();
        course.readDirtyLog();
        syncs += 1;
        const pending = transfer.listedLeft * spec.vm.pageBytes;
        rate?.onRound(pending - pendingBefore, course.nowMs - syncMs);
        quota = paced();
        syncMs = course.nowMs;
        if (pending < threshold) {
          const operands = { pending, threshold: Math.round(threshold) };
          return { reason: { rule: 'below-threshold', operands }, threshold };
        }
        course.openRound();
        if (pending === 0) break;
      }
      // Within a window nothing is compared until the list is empty.
      while (inWindow < quota && course.nowMs < windowEnd) {
        const page = transfer.nextInCircle();
        if (page < 0) break;
        puts += 1;
        if (puts % PUTS_A_SLICE === 0) yield course.nowMs;
        inWindow += course.put(page);
      }
    }
    course.waitUntil(windowEnd);
    threshold = (inWindow / windowMs) * downtimeLimitMs;
    course.thresholdBytes = threshold;
    yield course.nowMs;
  }
}
