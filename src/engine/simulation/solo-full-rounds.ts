/** Live rounds that end when their list is empty (Xen, vMotion), at a pace that is kept by one burst a window. */
import type { Millis } from '../../base/units.ts';
import { AdaptiveRate } from '../migration/adaptive-rate.ts';
import type { StopRule } from '../migration/strategy.ts';
import { PUTS_A_SLICE, type SoloCourse } from './solo-course.ts';
import type { RoundsEnd } from './solo-threshold-rounds.ts';

export function* fullRounds(
  course: SoloCourse,
  rule: StopRule,
  adapts: boolean,
): Generator<Millis, RoundsEnd, void> {
  const { transfer, spec } = course;
  const { windowMs, maxBandwidthBytesPerSecond } = spec.strategy;
  const rate = adapts ? new AdaptiveRate(spec.strategy) : null;
  let windowStart = 0;
  let inWindow = 0;
  let puts = 0;
  course.thresholdBytes = rule.stopBelowBytes ?? (rule.stopBelowPages ?? Number.NaN) * spec.vm.pageBytes;
  for (;;) {
    const quota = course.quota(rate?.bytesPerSecond ?? maxBandwidthBytesPerSecond);
    transfer.beginRound();
    const listed = transfer.listed;
    if (transfer.round > 1) course.converge(listed);
    const startMs = course.nowMs;
    course.openRound();
    for (;;) {
      if (inWindow >= quota) {
        windowStart = Math.max(windowStart + windowMs, course.nowMs);
        inWindow = 0;
        course.waitUntil(windowStart);
      }
      const page = transfer.nextPage(null);
      if (page < 0) break;
      puts += 1;
      if (puts % PUTS_A_SLICE === 0) yield course.nowMs;
      inWindow += course.put(page);
    }
    course.closeRound();
    const left = transfer.dirtiedInRound;
    const reason = rule.check({
      round: transfer.round,
      sent: transfer.sentInRound,
      skipped: transfer.skippedInRound,
      previousSent: transfer.sentInPreviousRound,
      totalSent: transfer.totalSent,
      memoryPages: transfer.pages,
      listed,
      left,
      pageBytes: spec.vm.pageBytes,
      atTopRate: rate?.atTop ?? true,
    });
    if (reason !== null) return { reason, threshold: 0 };
    yield course.nowMs;
    rate?.onRound(left * spec.vm.pageBytes, course.nowMs - startMs);
  }
}
