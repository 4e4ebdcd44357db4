/** The VM is paused: everything the destination lacks goes at the wire's speed, and its receipt comes back. */
import type { SoloCourse } from './solo-course.ts';

/** @param byLog pages are known by the dirty log alone, as after rounds by threshold */
export function lastCopy(course: SoloCourse, byLog: boolean): void {
  const { guest, transfer, wire, spec } = course;
  guest.onWrite = null;
  if (byLog) transfer.beginLoggedCopy();
  else transfer.beginLastCopy();
  course.openRound();
  for (let page = transfer.nextPage(null); page >= 0; page = transfer.nextPage(null)) {
    const fresh = transfer.destination[page] === 0;
    course.put(page, fresh ? spec.destination.freshPageBytesPerSecond : Number.POSITIVE_INFINITY);
  }
  // the last page travels, the acknowledgement comes back
  course.waitUntil(wire.arrivalOf(wire.arrivalOf(course.nowMs)));
  course.closeRound();
}
