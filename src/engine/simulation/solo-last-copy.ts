/** The VM is paused: everything the destination lacks goes at the wire's speed, and its receipt comes back. */
import type { Millis } from '../../base/units.ts';
import { PUTS_A_SLICE, type SoloCourse } from './solo-course.ts';

/** @param byLog pages are known by the dirty log alone, as after rounds by threshold */
export function* lastCopy(course: SoloCourse, byLog: boolean): Generator<Millis, void, void> {
  const { guest, transfer, wire, spec } = course;
  guest.onWrite = null;
  if (byLog) transfer.beginLoggedCopy();
  else transfer.beginLastCopy();
  course.openRound();
  let puts = 0;
  for (let page = transfer.nextPage(null); page >= 0; page = transfer.nextPage(null)) {
    puts += 1;
    if (puts % PUTS_A_SLICE === 0) yield course.nowMs;
    const fresh = transfer.destination[page] === 0;
    course.put(page, fresh ? spec.destination.freshPageBytesPerSecond : Number.POSITIVE_INFINITY);
  }
  // the last page travels, the acknowledgement comes back
  course.waitUntil(wire.arrivalOf(wire.arrivalOf(course.nowMs)));
  course.closeRound();
}
