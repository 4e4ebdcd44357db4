/**
 * The VM runs at the destination and its pages follow: those it asks for first, the others in the order of the push.
 *
 *   fault ──► request travels ──► page leaves when the wire (and the pace) lets it ──► travels ──► guest goes on
 *
 * Each page leaves once. A page already on its way when it is asked for is not sent again; the guest waits for it.
 *
 * Two manners. Hines and Gopalan: a request is answered at once. QEMU as measured: under a pace a request waits for
 * the next window, until so little is left that it goes within the downtime limit; then the next request lets all of
 * the rest go. A crash of either side loses the VM, for each has pages the other lacks.
 */
import type { Bytes, Millis } from '../../base/units.ts';
import { PushOrder } from '../migration/push-order.ts';
import { PUTS_A_SLICE, type SoloCourse } from './solo-course.ts';
import { type PostCopyFigures, toMicroDigits } from './solo-result.ts';

/** catching the fault and putting the page into place (measured: about 0.2 ms a fault, the wire's round trip in it) */
const FAULT_MS: Millis = 0.06;

export interface FetchRules {
  readonly order: 'bubble' | 'forward';
  /** bytes a window may send; Infinity = no pace */
  readonly quota: Bytes;
  /** a request is answered whatever the pace says */
  readonly urgentRequests: boolean;
  /** less than this is left: at the next request, or the next window, the rest goes without a pace */
  readonly finishBelow: Bytes;
}

export class PostCopy {
  private readonly course: SoloCourse;
  private readonly rules: FetchRules;
  private readonly order: PushOrder;
  /** when each page is (or will be) at the destination; Infinity = still at the source */
  private readonly arrival: Float64Array;
  /** since the VM runs here: such pages are nowhere else */
  private readonly written: Uint8Array;
  private lastArrival: Millis = 0;
  /** the page that is leaving just now; −1 = none */
  private leaving = -1;
  /** the request on its way to the source */
  private request: { readonly page: number; readonly atMs: Millis } | null = null;
  private readonly figures: PostCopyFigures = {
    resumedMs: 0,
    faults: 0,
    requests: 0,
    stalledMs: 0,
    balloonedPages: 0,
  };

  constructor(course: SoloCourse, rules: FetchRules) {
    this.course = course;
    this.rules = rules;
    this.order = new PushOrder(course.transfer, rules.order);
    this.arrival = new Float64Array(course.guest.pages);
    this.written = new Uint8Array(course.guest.pages);
  }

  /** The guest gives back what it does not use: such pages are zero at the destination without being sent. */
  balloon(): void {
    const { guest, transfer } = this.course;
    for (let page = 0; page < guest.pages; page += 1) {
      if (!guest.isZero(page) || transfer.destination[page] !== 0) continue;
      transfer.spare(page, guest.versions[page] as number);
      this.figures.balloonedPages += 1;
    }
  }

  /** Suspends, moves the CPU state and lets the guest go on there. @returns the downtime */
  switchOver(): Millis {
    const { course, arrival } = this;
    const { guest, transfer, wire, spec } = course;
    guest.onWrite = (page) => this.onWrite(page);
    const suspendedMs = course.nowMs;
    transfer.beginFetch();
    course.fetched = this;
    course.openRound();
    for (let page = transfer.nextListed(0); page >= 0; page = transfer.nextListed(page + 1)) {
      arrival[page] = Number.POSITIVE_INFINITY;
    }
    course.waitUntil(wire.endOf(course.nowMs, spec.strategy.switchMs));
    this.lastArrival = wire.arrivalOf(course.nowMs);
    this.figures.resumedMs = toMicroDigits(this.lastArrival);
    guest.resumeAt(this.lastArrival, (page, ms) => (arrival[page] as number) <= ms);
    return this.lastArrival - suspendedMs;
  }

  isWrittenHere(page: number): boolean {
    return this.written[page] === 1;
  }

  /** How the VM has fared here so far. */
  get soFar(): PostCopyFigures {
    const figures = this.figuresAt(this.course.nowMs);
    return { ...figures, stalledMs: toMicroDigits(figures.stalledMs) };
  }

  /** A wait under way is counted as far as it has come. */
  figuresAt(ms: Millis): PostCopyFigures {
    const { guest } = this.course;
    if (guest.waitsFor < 0) return this.figures;
    const there = (this.arrival[guest.waitsFor] as number) + FAULT_MS;
    const waited = Math.max(0, Math.min(ms, there) - guest.stalledAtMs);
    return { ...this.figures, stalledMs: this.figures.stalledMs + waited };
  }

  /** Until the last page is there. */
  *fetchAll(): Generator<Millis, void, void> {
    const { course, rules } = this;
    const { transfer, spec } = course;
    const { windowMs } = spec.strategy;
    let windowStart = course.nowMs;
    let inWindow = 0;
    let quota = rules.quota;
    let puts = 0;
    while (transfer.listedLeft > 0) {
      puts += 1;
      if (puts % PUTS_A_SLICE === 0) yield course.nowMs;
      const little = transfer.listedLeft * spec.vm.pageBytes < rules.finishBelow;
      if (inWindow === 0 && little) quota = Number.POSITIVE_INFINITY;
      this.runGuest(course.nowMs);
      const asked = this.dueRequest();
      const answersNow = asked >= 0 && (rules.urgentRequests || little);
      if (inWindow >= quota && !answersNow) {
        const windowEnd = windowStart + windowMs;
        if (!this.waitForRequest(windowEnd, little || rules.urgentRequests)) {
          windowStart = Math.max(windowEnd, course.nowMs);
          inWindow = 0;
        }
        continue;
      }
      // the request that wakes the sender when little is left lets the rest go as well
      if (inWindow >= quota && little) quota = Number.POSITIVE_INFINITY;
      inWindow += asked >= 0 ? this.answer(asked) : this.send(this.order.next());
    }
    course.waitUntil(this.lastArrival);
    this.runGuest(course.nowMs);
    course.waitUntil(course.wire.arrivalOf(course.nowMs));
    this.runGuest(course.nowMs);
    course.closeRound();
  }

  /** @returns true if a request came before the window's end, and the clock stands at it */
  private waitForRequest(windowEnd: Millis, wakes: boolean): boolean {
    const { course } = this;
    this.runGuest(Math.min(windowEnd, course.deathMs));
    if (wakes && this.request !== null && this.request.atMs < windowEnd) {
      course.waitUntil(this.request.atMs);
      return true;
    }
    course.waitUntil(windowEnd);
    return false;
  }

  private send(page: number): Bytes {
    const { course } = this;
    if (!course.transfer.isListed(page)) throw new Error(`Page ${page} would be sent twice in post-copy.`);
    // The guest works meanwhile, for as long as an outage if there is one.
    this.leaving = page;
    const bytes = course.put(page);
    this.leaving = -1;
    // The stream keeps its order: no page overtakes another.
    this.lastArrival = Math.max(this.lastArrival, course.wire.arrivalOf(course.nowMs));
    this.arrival[page] = this.lastArrival;
    return bytes;
  }

  /** the page asked for, if its request has reached the source and it has not left meanwhile; else −1 */
  private dueRequest(): number {
    const { request, course } = this;
    if (request === null || request.atMs > course.nowMs) return -1;
    if (course.transfer.isListed(request.page)) return request.page;
    this.request = null;
    return -1;
  }

  private answer(page: number): Bytes {
    this.request = null;
    this.figures.requests += 1;
    this.order.around(page);
    const { journal } = this.course;
    if (journal !== null) journal.onDemand = true;
    const bytes = this.send(page);
    if (journal !== null) journal.onDemand = false;
    return bytes;
  }

  /** The guest works, stalls at a missing page and goes on when it is there. */
  runGuest(untilMs: Millis): void {
    const { guest, wire } = this.course;
    if (this.lastArrival === 0) return;
    for (;;) {
      if (guest.waitsFor >= 0) {
        const there = (this.arrival[guest.waitsFor] as number) + FAULT_MS;
        if (there > untilMs) return;
        this.figures.stalledMs += there - guest.stalledAtMs;
        guest.unstall(there);
      }
      guest.runUntil(untilMs);
      if (guest.waitsFor < 0) return;
      this.figures.faults += 1;
      // A page on its way need not be asked for, nor one that is leaving.
      if (guest.waitsFor === this.leaving) return;
      if (Number.isFinite(this.arrival[guest.waitsFor] as number)) continue;
      this.request = { page: guest.waitsFor, atMs: wire.arrivalOf(guest.stalledAtMs) };
    }
  }

  private onWrite(page: number): void {
    const { guest, transfer } = this.course;
    if (transfer.destination[page] !== guest.versions[page]) {
      throw new Error(`Lost write: page ${page} was written at the destination before it was there.`);
    }
    transfer.destination[page] = (guest.versions[page] as number) + 1;
    this.written[page] = 1;
  }
}
