/**
 * Moves one VM over one link, without a cluster. Time goes page by page and tick by tick: the guest's writes happen at
 * its ticks, a page leaves when the wire (and, while the guest runs, the pace) lets it.
 */
import { RandomStream } from '../../base/random.ts';
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { Predictor } from '../memory/predictor.ts';
import { predictorEntry } from '../memory/predictor-registry.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { Workload } from '../memory/workload.ts';
import { type WorkloadInput, workloadEntry } from '../memory/workload-registry.ts';
import type { StopReason } from '../migration/strategy.ts';
import { stopRuleOf, strategyOf } from '../migration/strategy-registry.ts';
import { Transfer } from '../migration/transfer.ts';
import type { SoloSpec } from './solo-spec.ts';

/** a page on the wire carries its number and flags; a zero page nothing else but a mark */
const PAGE_HEADER_BYTES: Bytes = 8;
const ZERO_PAGE_BYTES: Bytes = 9;
const BYTES_PER_KIB = 1024;

export interface SoloRound {
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
  private readonly workload: Workload;
  private readonly predictor: Predictor;
  private readonly transfer: Transfer;
  private readonly versions: Uint32Array;
  private readonly random: RandomStream;
  private readonly loss: RandomStream;
  private readonly dataPages: Pages;
  private readonly ramPages: Pages;
  /** ms since the migration began */
  private nowMs: Millis = 0;
  private tick = 0;
  private ticksFromMs: Millis = 0;
  private credit = 0;
  private pageWrites = 0;
  private migrating = false;
  private bytesSent: Bytes = 0;
  private roundBytes: Bytes = 0;
  private readonly rounds: SoloRound[] = [];

  constructor(spec: SoloSpec, library: TraceLibrary) {
    this.spec = spec;
    const { vm } = spec;
    const mib = (1024 * BYTES_PER_KIB) / vm.pageBytes;
    this.ramPages = Math.floor(vm.memoryMiB * mib);
    const romPages = Math.ceil((vm.romKiB * BYTES_PER_KIB) / vm.pageBytes);
    this.dataPages = vm.nonZeroMiB === null ? this.ramPages : Math.floor(vm.nonZeroMiB * mib);
    const pages = this.ramPages + romPages;
    this.random = new RandomStream(spec.seed, 'solo writes');
    this.loss = new RandomStream(spec.seed, 'solo loss');
    this.workload = createWorkload(spec, library, this.ramPages, mib);
    this.transfer = new Transfer(pages);
    this.versions = new Uint32Array(pages);
    const { predictor, cachePages } = spec.strategy;
    this.predictor = predictorEntry(predictor).create({
      memoryPages: this.ramPages,
      processes: this.workload.processes,
      cachePages,
      score: 'depth',
      lruAsPrinted: false,
    });
  }

  run(): SoloResult {
    const strategy = strategyOf(this.spec.strategy.kind);
    if (strategy.predicts) this.predict();
    this.migrating = true;
    let reason: StopReason | null = null;
    if (!strategy.suspendsFirst) {
      reason = this.liveRounds();
      if (reason === null) return this.result('not-converged', this.nowMs, 0, null);
    }
    const suspendedMs = this.nowMs;
    this.lastCopy();
    // Nothing may be lost: the destination holds the newest version of every page.
    for (let page = 0; page < this.versions.length; page += 1) {
      if (this.transfer.destination[page] !== (this.versions[page] as number) + 1) {
        throw new Error(`Lost write: page ${page} did not arrive in its newest version.`);
      }
    }
    return this.result('completed', this.nowMs, this.nowMs - suspendedMs, reason);
  }

  private predict(): void {
    const { warmUpMs, workingSetPages, hold } = this.spec.strategy;
    this.ticksFromMs = -warmUpMs;
    this.writeUntil(0);
    this.transfer.hold(this.predictor.predict(workingSetPages, this.workload), hold === 'until-stop');
  }

  /** @returns why they ended, null when they were given up */
  private liveRounds(): StopReason | null {
    const rule = stopRuleOf(this.spec.strategy.stopRule.kind);
    const { transfer } = this;
    const burst = this.burst();
    let windowStart = 0;
    let sentInWindow = 0;
    for (;;) {
      transfer.beginRound();
      const startMs = this.nowMs;
      for (;;) {
        if (sentInWindow >= burst.pages) {
          windowStart += burst.windowMs;
          sentInWindow = 0;
          if (windowStart > this.nowMs) {
            this.nowMs = windowStart;
            this.writeUntil(this.nowMs);
          } else {
            windowStart = this.nowMs;
          }
        }
        const page = transfer.nextPage(null);
        if (page < 0) break;
        this.put(page, this.wireMs(page));
        sentInWindow += 1;
        if (this.nowMs > this.spec.giveUpAfterMs) {
          this.closeRound(startMs);
          return null;
        }
      }
      this.closeRound(startMs);
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

  /** pages a window may send, and its length */
  private burst(): { pages: number; windowMs: Millis } {
    const { maxBandwidthBytesPerSecond: pace, windowMs } = this.spec.strategy;
    if (pace === null) return { pages: Number.POSITIVE_INFINITY, windowMs };
    const perPage = this.spec.vm.pageBytes + PAGE_HEADER_BYTES;
    return { pages: Math.ceil((pace * windowMs) / 1000 / perPage), windowMs };
  }

  private lastCopy(): void {
    const { link } = this.spec;
    const startMs = this.nowMs;
    this.migrating = false;
    this.transfer.beginLastCopy();
    for (;;) {
      const page = this.transfer.nextPage(null);
      if (page < 0) break;
      this.put(page, this.lastCopyMs(page));
    }
    // the last page travels, the acknowledgement comes back
    this.nowMs += 2 * link.latencyMs;
    this.closeRound(startMs);
  }

  private wireBytes(page: number): Bytes {
    const zero = page >= this.dataPages && page < this.ramPages && this.versions[page] === 0;
    return zero ? ZERO_PAGE_BYTES : this.spec.vm.pageBytes + PAGE_HEADER_BYTES;
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

  /** One page over the wire, again for each loss; the guest writes meanwhile. */
  private put(page: number, ms: Millis): void {
    const bytes = this.wireBytes(page);
    do {
      this.nowMs += ms;
      this.bytesSent += bytes;
      this.roundBytes += bytes;
    } while (this.spec.link.lossRate > 0 && this.loss.uniform() < this.spec.link.lossRate);
    if (this.migrating) this.writeUntil(this.nowMs);
    this.transfer.send(page, this.versions[page] as number);
  }

  /** Ticks up to a moment; each adds its share of writes. */
  private writeUntil(ms: Millis): void {
    const { tickMs, writesPerSecond } = this.spec.vm.workload;
    for (;;) {
      const at = this.ticksFromMs + (this.tick + 1) * tickMs;
      if (at > ms) return;
      this.tick += 1;
      this.credit += (writesPerSecond * tickMs) / 1000;
      for (; this.credit >= 1; this.credit -= 1) this.refer();
    }
  }

  private refer(): void {
    const { workload } = this;
    workload.next(this.random);
    this.predictor.reference(workload.process, workload.key, workload.page);
    if (!workload.write) return;
    this.pageWrites += 1;
    this.versions[workload.page] = (this.versions[workload.page] as number) + 1;
    if (this.migrating) this.transfer.write(workload.page);
  }

  private closeRound(startMs: Millis): void {
    this.rounds.push({
      startMs: toMicroDigits(startMs),
      durationMs: toMicroDigits(this.nowMs - startMs),
      pagesSent: this.transfer.sentInRound,
      bytesSent: this.roundBytes,
      pagesDirtied: this.transfer.dirtiedInRound,
      remainingPages: this.transfer.remaining,
    });
    this.roundBytes = 0;
  }

  private result(
    outcome: SoloResult['outcome'],
    totalTimeMs: Millis,
    downtimeMs: Millis,
    stopReason: StopReason | null,
  ): SoloResult {
    return {
      outcome,
      totalTimeMs: toMicroDigits(totalTimeMs),
      downtimeMs: toMicroDigits(downtimeMs),
      bytesSent: this.bytesSent,
      pagesSent: this.transfer.totalSent,
      rounds: this.rounds,
      strategy: this.spec.strategy.kind,
      stopReason,
      heldPages: this.transfer.heldPages,
      heldPagesWritten: this.transfer.heldWritten,
      pageWrites: this.pageWrites,
    };
  }
}

/** Times are given to the microsecond: digits below it are no information. */
function toMicroDigits(ms: Millis): Millis {
  return Math.round(ms * 1000) / 1000;
}

function createWorkload(spec: SoloSpec, library: TraceLibrary, ramPages: Pages, mib: number): Workload {
  const { workload } = spec.vm;
  const traced = workload.pattern === 'trace';
  const input: WorkloadInput = {
    library,
    processes: 1,
    memoryPages: ramPages,
    hotStart: Math.floor(workload.hotStartMiB * mib),
    hotPages: Math.max(1, Math.floor(workload.hotSetMiB * mib)),
    coldPages: Math.floor(workload.coldSetMiB * mib),
    coldFraction: workload.coldFraction,
    writeShare: 1,
    exponent: workload.exponent,
    hotFraction: workload.hotFraction,
    hotShare: workload.hotShare,
  };
  const entry = workloadEntry(traced ? 'traces' : workload.pattern);
  const needed = entry.pagesNeeded(input);
  if (needed > ramPages) {
    throw new Error(
      `The workload reaches page ${needed}, but vm.memoryMiB gives ${ramPages} pages; use more memory or a smaller hot or cold set.`,
    );
  }
  return entry.create(input, new RandomStream(spec.seed, 'solo layout'));
}
