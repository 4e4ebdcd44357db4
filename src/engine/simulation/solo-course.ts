/**
 * The course of a single migration: its clock, what is on the wire, its rounds. The phases (solo-full-rounds,
 * solo-threshold-rounds, solo-last-copy, solo-post-copy) drive it; time only goes on through `put` and `waitUntil`.
 */
import { MOVE, PAGE_STATE } from '../../base/columns.ts';
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { AutoConverge } from '../migration/auto-converge.ts';
import { cpuMsOf, dirtyLogCpuMs } from '../migration/cpu-cost.ts';
import type { Strategy } from '../migration/strategy.ts';
import { Transfer } from '../migration/transfer.ts';
import { WatchedTransfer } from '../migration/watched-transfer.ts';
import { PAGE_HEADER_BYTES, SoloEncoder } from './solo-encoder.ts';
import { SoloGuest } from './solo-guest.ts';
import type { SoloJournal } from './solo-journal.ts';
import { type PostCopyFigures, type SoloRound, toMicroDigits } from './solo-result.ts';
import type { SoloSpec } from './solo-spec.ts';
import { SoloWire } from './solo-wire.ts';

/** so many pages are sent between two pauses for whoever waits; a few milliseconds of work */
export const PUTS_A_SLICE = 8192;

/** Ends a migration from wherever it stands; the clock is at the moment of the death. */
export class HostDeath extends Error {
  readonly side: 'source' | 'destination';

  constructor(side: 'source' | 'destination') {
    super(`The ${side} died.`);
    this.side = side;
  }
}

/** Ends the live rounds: they have lasted as long as they may, and the clock stands there. */
export class GaveUp extends Error {}

export class SoloCourse {
  readonly spec: SoloSpec;
  readonly guest: SoloGuest;
  readonly transfer: Transfer;
  readonly wire: SoloWire;
  readonly autoConverge: AutoConverge | null;
  readonly encoder: SoloEncoder;
  readonly rounds: SoloRound[] = [];
  readonly journal: SoloJournal | null;
  /** bytes below which the stop rule lets the guest be paused; NaN where it knows no such bound (yet) */
  thresholdBytes: Bytes = Number.NaN;
  /** how the guest fares at the destination, once it runs there */
  fetched: { figuresAt(ms: Millis): PostCopyFigures; runGuest(untilMs: Millis): void } | null = null;
  /** ms since the migration began */
  nowMs: Millis = 0;
  bytesSent: Bytes = 0;
  /** the guest executes at the source, so its writes go on while time does */
  guestRuns = true;
  private roundBytes: Bytes = 0;
  private roundPages: Pages = 0;
  private roundStartMs: Millis = 0;
  private roundOpen = false;
  private roundsBegun = 0;
  private bytesSaved: Bytes = 0;
  private cpuMs: Millis = 0;
  private skippedBefore: Pages = 0;
  /** when the first of the two hosts dies; Infinity = never */
  readonly deathMs: Millis;

  constructor(spec: SoloSpec, strategy: Strategy, library: TraceLibrary, journal: SoloJournal | null) {
    const { faults } = spec;
    const { autoConverge } = spec.strategy;
    this.spec = spec;
    this.guest = new SoloGuest(spec, library, strategy.predicts);
    this.journal = journal;
    this.wire = new SoloWire(spec);
    this.transfer =
      journal === null
        ? new Transfer(this.guest.pages)
        : new WatchedTransfer(this.guest.pages, (page, state) => journal.page(this.stateMs(), page, state));
    journal?.begin(this.guest.pages, this.longestMs(), this);
    this.autoConverge = autoConverge && !strategy.suspendsFirst ? new AutoConverge(spec.strategy) : null;
    this.encoder = new SoloEncoder(spec, strategy, this);
    this.deathMs = Math.min(
      faults.sourceDiesAtMs ?? Number.POSITIVE_INFINITY,
      faults.destinationDiesAtMs ?? Number.POSITIVE_INFINITY,
    );
  }

  /**
   * One page over the wire, again for each loss; the guest writes meanwhile, if it runs.
   * @param limit bytes per second the receiver takes @returns its bytes
   */
  put(page: number, limit = Number.POSITIVE_INFINITY): Bytes {
    const { wire, transfer, guest } = this;
    const { bytes, busyMs, cpuMs } = this.encoder.encode(page, limit, this.guestRuns);
    let sent = 0;
    do {
      this.moveTo(wire.endOf(this.nowMs, busyMs));
      sent += bytes;
    } while (wire.loses());
    this.bytesSent += sent;
    this.bytesSaved += this.encoder.plainBytes(page) - bytes;
    this.cpuMs += cpuMs + cpuMsOf({ bytes: sent });
    this.roundBytes += sent;
    this.roundPages += 1;
    transfer.send(page, guest.versions[page] as number);
    return sent;
  }

  /** what migrating has kept a core of the source busy for */
  get cpuSpentMs(): Millis {
    return this.cpuMs;
  }

  waitUntil(ms: Millis): void {
    if (ms > this.nowMs) this.moveTo(ms);
  }

  /** What was dirtied since the last look joins the list. */
  readDirtyLog(): void {
    const { transfer } = this;
    const before = transfer.listedLeft;
    transfer.readDirtyLog();
    this.converge(transfer.listedLeft - before);
  }

  /** @param added pages the dirty log has just added to those pending */
  converge(added: Pages): void {
    const { autoConverge, spec, guest, nowMs } = this;
    this.cpuMs += dirtyLogCpuMs(guest.pages);
    if (autoConverge?.onSync(nowMs, added * spec.vm.pageBytes, this.bytesSent)) {
      guest.throttle(autoConverge.percent, nowMs);
      this.journal?.turn(nowMs, 'throttle', autoConverge.percent);
    }
  }

  /** bytes a window may send at a pace; null = as many as the wire takes */
  quota(bytesPerSecond: number | null): Bytes {
    return bytesPerSecond === null
      ? Number.POSITIVE_INFINITY
      : (bytesPerSecond * this.spec.strategy.windowMs) / 1000;
  }

  openRound(): void {
    this.roundStartMs = this.nowMs;
    this.roundBytes = 0;
    this.roundPages = 0;
    this.roundOpen = true;
    this.roundsBegun += 1;
    this.journal?.turn(this.nowMs, 'round', this.roundsBegun);
  }

  /** Adds the round to the list, if one is open. */
  closeRound(): void {
    if (!this.roundOpen) return;
    this.roundOpen = false;
    this.skippedBefore += this.transfer.skippedInRound;
    this.rounds.push({
      startMs: toMicroDigits(this.roundStartMs),
      durationMs: toMicroDigits(this.nowMs - this.roundStartMs),
      pagesSent: this.roundPages,
      bytesSent: this.roundBytes,
      pagesDirtied: this.transfer.dirtiedInRound,
      remainingPages: this.transfer.remaining,
      ...(this.autoConverge === null ? {} : { throttlePercent: this.autoConverge.percent }),
    });
  }

  /** @throws HostDeath or GaveUp if that comes first */
  private moveTo(ms: Millis): void {
    const patienceMs = this.guestRuns ? this.spec.giveUpAfterMs : Number.POSITIVE_INFINITY;
    const goal = Math.min(ms, this.deathMs, patienceMs);
    if (this.journal !== null) this.watchUntil(goal, this.journal);
    this.nowMs = goal;
    this.runGuest();
    this.journal?.sample(goal);
    if (ms > patienceMs && patienceMs <= this.deathMs) throw new GaveUp();
    if (ms > this.deathMs) {
      throw new HostDeath(this.spec.faults.sourceDiesAtMs === this.deathMs ? 'source' : 'destination');
    }
  }

  /** Rows of the journal that are due on the way: nothing but the guest's writes happens there. */
  private watchUntil(goal: Millis, journal: SoloJournal): void {
    while (journal.dueMs < goal) {
      this.nowMs = Math.max(this.nowMs, journal.dueMs);
      this.runGuest();
      journal.sample(this.nowMs);
    }
  }

  /** What it does until now, on whichever host it is; paused it does nothing. */
  private runGuest(): void {
    if (this.guestRuns) this.guest.writeUntil(this.nowMs);
    else this.fetched?.runGuest(this.nowMs);
  }

  /** A page changes when the guest writes to it or when it has left. */
  private stateMs(): Millis {
    return this.guest.writing ? Math.max(0, this.guest.tickMs) : this.nowMs;
  }

  /** more than the migration can last */
  private longestMs(): Millis {
    const { giveUpAfterMs, link, vm, strategy } = this.spec;
    const pace = strategy.postcopyBandwidthBytesPerSecond ?? strategy.maxBandwidthBytesPerSecond ?? 0;
    const slowest = pace > 0 ? Math.min(pace, this.wire.bytesPerSecond) : this.wire.bytesPerSecond;
    const onceMs = (this.guest.pages * (vm.pageBytes + PAGE_HEADER_BYTES) * 1000) / slowest;
    const outagesMs = link.outages.reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs), 0);
    return giveUpAfterMs + (4 * onceMs) / (1 - link.lossRate) + outagesMs + 60_000;
  }

  /** A row of MOVE for the journal. */
  fill(row: Float64Array): void {
    const { transfer, guest, nowMs } = this;
    const fetched = this.fetched?.figuresAt(nowMs);
    row[MOVE.ms] = nowMs;
    row[MOVE.round] = this.roundsBegun;
    row[MOVE.remainingPages] = transfer.remaining;
    row[MOVE.remainingBytes] = transfer.remaining * this.spec.vm.pageBytes;
    row[MOVE.thresholdBytes] = this.thresholdBytes;
    row[MOVE.bytesSent] = this.bytesSent;
    row[MOVE.pagesSent] = transfer.totalSent;
    row[MOVE.pagesSkipped] = this.skippedBefore + (this.roundOpen ? transfer.skippedInRound : 0);
    row[MOVE.pageWrites] = guest.pageWrites;
    row[MOVE.dirtyPages] = transfer.dirtiedInRound;
    row[MOVE.everWritten] = transfer.dirtiedDistinct;
    row[MOVE.heldPages] = transfer.counts[PAGE_STATE.heldBack] as number;
    row[MOVE.heldWritten] = transfer.heldWritten;
    row[MOVE.throttlePercent] = this.autoConverge?.percent ?? 0;
    row[MOVE.cpuMs] = this.cpuMs;
    row[MOVE.bytesSaved] = this.bytesSaved;
    row[MOVE.faults] = fetched?.faults ?? 0;
    row[MOVE.requests] = fetched?.requests ?? 0;
    row[MOVE.stalledMs] = fetched?.stalledMs ?? 0;
    row[MOVE.linkDown] = this.wire.isDown(nowMs) ? 1 : 0;
    const listed = this.roundsBegun === 0 ? transfer.remaining : transfer.listedLeft;
    row[MOVE.listedBytes] = listed * this.spec.vm.pageBytes;
  }
}
