/**
 * Moves one VM over one link, without a cluster. Time goes page by page and tick by tick: the guest's writes happen at
 * its ticks, a page leaves when the wire (and, while the guest runs, the pace) lets it.
 *
 * Two ways to go through the rounds, by the stop rule's kind: full rounds (Xen), where a round ends when its list is
 * empty, and rounds by threshold (QEMU), where the dirty log is read when little enough is left.
 */
import { RandomStream } from '../../base/random.ts';
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { StopReason, StopRule } from '../migration/strategy.ts';
import { stopRuleOf, strategyOf } from '../migration/strategy-registry.ts';
import { Transfer } from '../migration/transfer.ts';
import { SoloGuest } from './solo-guest.ts';
import type { SoloSpec } from './solo-spec.ts';

/** a page on the wire carries its number and flags; a zero page nothing else but a mark */
const PAGE_HEADER_BYTES: Bytes = 8;
const ZERO_PAGE_BYTES: Bytes = 9;

interface SoloRound {
  startMs: Millis;
  durationMs: Millis;
  pagesSent: Pages;
  bytesSent: Bytes;
  pagesDirtied: Pages;
  remainingPages: Pages;
}

export interface SoloResult {
  outcome: 'completed' | 'not-converged' | 'aborted' | 'vm-lost';
  totalTimeMs: Millis;
  downtimeMs: Millis;
  bytesSent: Bytes;
  pagesSent: Pages;
  /** the last one, where completed, is the copy with the VM paused */
  rounds: SoloRound[];
  strategy: string;
  stopReason: StopReason | null;
  heldPages: Pages;
  /** held pages that were written before the stop: the prediction's hits */
  heldPagesWritten: Pages;
  pageWrites: number;
}

/** @throws Error with one sentence where the memory cannot hold the workload or a kind is unknown */
export function migrateSolo(spec: SoloSpec, library: TraceLibrary): SoloResult {
  return new Solo(spec, library).run();
}

class Solo {
  private readonly spec: SoloSpec;
  private readonly guest: SoloGuest;
  private readonly transfer: Transfer;
  private readonly loss: RandomStream;
  /** ms since the migration began */
  private nowMs: Millis = 0;
  private bytesSent: Bytes = 0;
  private roundBytes: Bytes = 0;
  private roundPages: Pages = 0;
  private roundStartMs: Millis = 0;
  private readonly rounds: SoloRound[] = [];

  constructor(spec: SoloSpec, library: TraceLibrary) {
    this.spec = spec;
    this.guest = new SoloGuest(spec, library);
    this.transfer = new Transfer(this.guest.pages);
    this.loss = new RandomStream(spec.seed, 'solo loss');
  }

  run(): SoloResult {
    const { spec, guest, transfer } = this;
    const strategy = strategyOf(spec.strategy.kind);
    const rule = stopRuleOf(spec.strategy.stopRule.kind);
    if (strategy.predicts) {
      const { warmUpMs, workingSetPages, hold } = spec.strategy;
      guest.warmUp(warmUpMs);
      transfer.hold(guest.predict(workingSetPages, this.roundOneMs()), hold === 'until-stop');
    }
    guest.onWrite = (page) => transfer.write(page);
    let reason: StopReason | null = null;
    if (!strategy.suspendsFirst) {
      reason = rule.rounds === 'by-threshold' ? this.roundsByThreshold() : this.fullRounds(rule);
      if (reason === null) return this.result('not-converged', 0, null);
    }
    const suspendedMs = this.nowMs;
    this.lastCopy();
    this.assertNothingLost();
    return this.result('completed', this.nowMs - suspendedMs, reason);
  }

  /** @returns why they ended, null when they were given up */
  private fullRounds(rule: StopRule): StopReason | null {
    const { transfer } = this;
    const quota = this.quota();
    let windowStart = 0;
    let inWindow = 0;
    for (;;) {
      transfer.beginRound();
      this.openRound();
      for (;;) {
        if (inWindow >= quota) {
          windowStart = Math.max(windowStart + this.spec.strategy.windowMs, this.nowMs);
          inWindow = 0;
          this.waitUntil(windowStart);
        }
        const page = transfer.nextPage(null);
        if (page < 0) break;
        inWindow += this.put(page, this.wireMs(page));
        if (this.nowMs > this.spec.giveUpAfterMs) {
          this.closeRound();
          return null;
        }
      }
      this.closeRound();
      const reason = rule.check({
        round: transfer.round,
        sent: transfer.sentInRound,
        skipped: transfer.skippedInRound,
        previousSent: transfer.sentInPreviousRound,
        totalSent: transfer.totalSent,
        memoryPages: transfer.pages,
      });
      if (reason !== null) return reason;
    }
  }

  /**
   * QEMU: each window's quota goes out as one burst. Before it, and whenever nothing is listed any more, what is
   * pending is compared with the threshold (bandwidth of the last window × downtime limit); below it the dirty log is
   * read, and if it is still below right after, the VM is stopped.
   */
  private roundsByThreshold(): StopReason | null {
    const { transfer, spec } = this;
    const { windowMs } = spec.strategy;
    const limitMs = spec.strategy.stopRule.downtimeLimitMs;
    const quota = this.quota();
    let threshold = 0;
    transfer.beginRound();
    this.openRound();
    while (this.nowMs <= spec.giveUpAfterMs) {
      let inWindow = 0;
      const windowEnd = this.nowMs + windowMs;
      while (inWindow < quota && this.nowMs < windowEnd) {
        const pendingBefore = transfer.listedLeft * spec.vm.pageBytes;
        if (pendingBefore < threshold || pendingBefore === 0) {
          this.closeRound();
          transfer.readDirtyLog();
          this.openRound();
          const pending = transfer.listedLeft * spec.vm.pageBytes;
          if (pending < threshold) {
            return { rule: 'below-threshold', operands: { pending, threshold: Math.round(threshold) } };
          }
          if (pending === 0) break;
        }
        // Within a window nothing is compared until the list is empty.
        while (inWindow < quota && this.nowMs < windowEnd) {
          const page = transfer.nextInCircle();
          if (page < 0) break;
          inWindow += this.put(page, this.wireMs(page));
        }
      }
      this.waitUntil(windowEnd);
      threshold = (inWindow / windowMs) * limitMs;
    }
    this.closeRound();
    return null;
  }

  /** every page once, at the pace and with the losses to be expected */
  private roundOneMs(): Millis {
    const { link, strategy } = this.spec;
    let bytes = 0;
    for (let page = 0; page < this.guest.pages; page += 1) bytes += this.wireBytes(page);
    const pace = Math.min(
      link.bandwidthBytesPerSecond,
      strategy.maxBandwidthBytesPerSecond ?? Number.POSITIVE_INFINITY,
    );
    return (bytes * 1000) / (pace * (1 - link.lossRate));
  }

  /** bytes a window may send */
  private quota(): Bytes {
    const { maxBandwidthBytesPerSecond: pace, windowMs } = this.spec.strategy;
    return pace === null ? Number.POSITIVE_INFINITY : (pace * windowMs) / 1000;
  }

  private lastCopy(): void {
    this.guest.onWrite = null;
    this.transfer.beginLastCopy();
    this.openRound();
    for (;;) {
      const page = this.transfer.nextPage(null);
      if (page < 0) break;
      this.put(page, this.lastCopyMs(page), true);
    }
    // the last page travels, the acknowledgement comes back
    this.nowMs += 2 * this.spec.link.latencyMs;
    this.closeRound();
  }

  private assertNothingLost(): void {
    const { versions } = this.guest;
    const { destination } = this.transfer;
    for (let page = 0; page < versions.length; page += 1) {
      if (destination[page] !== (versions[page] as number) + 1) {
        throw new Error(`Lost write: page ${page} did not arrive in its newest version.`);
      }
    }
  }

  private wireBytes(page: number): Bytes {
    return this.guest.isZero(page) ? ZERO_PAGE_BYTES : this.spec.vm.pageBytes + PAGE_HEADER_BYTES;
  }

  private wireMs(page: number): Millis {
    return (this.wireBytes(page) * 1000) / this.spec.link.bandwidthBytesPerSecond;
  }

  private lastCopyMs(page: number): Millis {
    const { link, destination } = this.spec;
    const fresh = this.transfer.destination[page] === 0;
    const limit = fresh ? destination.freshPageBytesPerSecond : Number.POSITIVE_INFINITY;
    return (this.wireBytes(page) * 1000) / Math.min(link.bandwidthBytesPerSecond, limit);
  }

  /** One page over the wire, again for each loss; the guest writes meanwhile, unless it is paused. @returns its bytes */
  private put(page: number, ms: Millis, paused = false): Bytes {
    const bytes = this.wireBytes(page);
    let sent = 0;
    do {
      this.nowMs += ms;
      sent += bytes;
    } while (this.spec.link.lossRate > 0 && this.loss.uniform() < this.spec.link.lossRate);
    this.bytesSent += sent;
    this.roundBytes += sent;
    this.roundPages += 1;
    if (!paused) this.guest.writeUntil(this.nowMs);
    this.transfer.send(page, this.guest.versions[page] as number);
    return sent;
  }

  private waitUntil(ms: Millis): void {
    if (ms <= this.nowMs) return;
    this.nowMs = ms;
    this.guest.writeUntil(ms);
  }

  private openRound(): void {
    this.roundStartMs = this.nowMs;
    this.roundBytes = 0;
    this.roundPages = 0;
  }

  private closeRound(): void {
    this.rounds.push({
      startMs: toMicroDigits(this.roundStartMs),
      durationMs: toMicroDigits(this.nowMs - this.roundStartMs),
      pagesSent: this.roundPages,
      bytesSent: this.roundBytes,
      pagesDirtied: this.transfer.dirtiedInRound,
      remainingPages: this.transfer.remaining,
    });
  }

  private result(
    outcome: SoloResult['outcome'],
    downtimeMs: Millis,
    stopReason: StopReason | null,
  ): SoloResult {
    return {
      outcome,
      totalTimeMs: toMicroDigits(this.nowMs),
      downtimeMs: toMicroDigits(downtimeMs),
      bytesSent: this.bytesSent,
      pagesSent: this.transfer.totalSent,
      rounds: this.rounds,
      strategy: this.spec.strategy.kind,
      stopReason,
      heldPages: this.transfer.heldPages,
      heldPagesWritten: this.transfer.heldWritten,
      pageWrites: this.guest.pageWrites,
    };
  }
}

/** Times are given to the microsecond: digits below it are no information. */
function toMicroDigits(ms: Millis): Millis {
  return Math.round(ms * 1000) / 1000;
}
