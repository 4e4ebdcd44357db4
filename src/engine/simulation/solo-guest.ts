/** The guest of a single migration: its memory, its writes at its ticks, and who watches them. */
import { RandomStream } from '../../base/random.ts';
import type { Millis, Pages } from '../../base/units.ts';
import { type PageContent, PageContents } from '../memory/page-contents.ts';
import { type Predictor, predictWorkingSet } from '../memory/predictor.ts';
import { predictorEntry } from '../memory/predictor-registry.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { Workload } from '../memory/workload.ts';
import { type WorkloadInput, workloadEntry } from '../memory/workload-registry.ts';
import type { SoloSpec } from './solo-spec.ts';

const BYTES_PER_KIB = 1024;
/** A PC's memory that nothing fills: the upper part of its first MiB, and most of its ROM (measured: 122 and 110 pages). */
const HOLE_KIB = 488;
const ROM_ZERO_SHARE = 110 / 130;
const WRITES_A_SLICE = 20_000;
/** a guest has run for a while before it is moved, so a sweep is somewhere on its way (measured: 0.8 s, 1.3 s in a third of the runs) */
export const RAN_BEFORE_MS: Millis = 780;
/** what a throttled CPU runs between two sleeps (QEMU 7.2, softmmu/cpu-throttle.c) */
const THROTTLE_RUN_MS: Millis = 10;

export class SoloGuest {
  readonly workload: Workload;
  readonly predictor: Predictor;
  /** RAM, then read-only memory */
  readonly pages: Pages;
  readonly versions: Uint32Array;
  /** told of each page write while a migration watches, else null */
  onWrite: ((page: number) => void) | null = null;
  pageWrites = 0;
  private readonly spec: SoloSpec;
  private readonly random: RandomStream;
  private readonly ramPages: Pages;
  private readonly dataPages: Pages;
  private readonly contents: PageContents;
  /** zero pages of the first MiB, and where the ROM's data begins */
  private readonly holeStart: Pages;
  private readonly holeEnd: Pages;
  private readonly romDataStart: Pages;
  private tick = 0;
  private ticksFromMs: Millis = 0;
  private credit = 0;
  /** no tick is worked on before this moment: the CPU was asleep, stalled or suspended */
  private heldUntilMs: Millis = Number.NEGATIVE_INFINITY;
  /** sleeps of a throttled CPU: `sleepMs` at the start of each `cycleMs`, counted from `throttledAtMs` */
  private sleepMs: Millis = 0;
  private cycleMs: Millis = 0;
  private throttledAtMs: Millis = 0;
  /** asked before each page is touched at the destination */
  private present: ((page: number, ms: Millis) => boolean) | null = null;
  private readonly predicts: boolean;
  /** the page a stalled guest waits for, −1 = it runs */
  waitsFor = -1;
  /** when it stalled */
  stalledAtMs: Millis = 0;
  /** the tick it works on, and whether it is at it right now */
  tickMs: Millis = 0;
  writing = false;

  /** @param predicts whether anybody asks the predictor, which costs time */
  constructor(spec: SoloSpec, library: TraceLibrary, predicts: boolean) {
    const { vm, strategy } = spec;
    const mib = (1024 * BYTES_PER_KIB) / vm.pageBytes;
    this.spec = spec;
    this.predicts = predicts;
    this.ramPages = Math.floor(vm.memoryMiB * mib);
    this.pages = this.ramPages + Math.ceil((vm.romKiB * BYTES_PER_KIB) / vm.pageBytes);
    this.dataPages = vm.nonZeroMiB === null ? this.ramPages : Math.floor(vm.nonZeroMiB * mib);
    // Without ROM there is no firmware and no hole for it.
    this.holeEnd = vm.romKiB === 0 ? 0 : Math.floor(Math.min(mib, this.ramPages));
    this.holeStart = this.holeEnd - Math.floor((HOLE_KIB * mib) / 1024);
    this.romDataStart = this.ramPages + Math.floor((this.pages - this.ramPages) * ROM_ZERO_SHARE);
    this.random = new RandomStream(spec.seed, 'solo writes');
    this.versions = new Uint32Array(this.pages);
    this.contents = new PageContents(
      this.ramPages,
      vm.contents,
      new RandomStream(spec.seed, 'solo contents'),
    );
    this.workload = createWorkload(spec, library, this.ramPages, mib);
    this.predictor = predictorEntry(strategy.predictor).create({
      ...strategy,
      memoryPages: this.ramPages,
      processes: this.workload.processes,
      score: 'depth',
      lruAsPrinted: false,
    });
  }

  /**
   * Lets it run before the migration begins at 0 ms, so that a predictor has something to go by. Its writes do not count.
   * A guest that writes fast takes a while for that: yields now and then.
   */
  *warmUp(ms: Millis): Generator<void, void, void> {
    this.ticksFromMs = -ms;
    const sliceMs = (WRITES_A_SLICE * 1000) / Math.max(1, this.spec.vm.workload.writesPerSecond);
    for (let untilMs = -ms + sliceMs; untilMs < 0; untilMs += sliceMs) {
      this.writeUntil(untilMs);
      yield;
    }
    this.writeUntil(0);
    this.pageWrites = 0;
  }

  /** @param roundOneMs how long the first round would take: what the oracle looks at */
  predict(limit: Pages, roundOneMs: Millis): Int32Array {
    const references = Math.floor((this.spec.vm.workload.writesPerSecond * roundOneMs) / 1000);
    return predictWorkingSet(this.predictor, limit, this.workload, this.random, references);
  }

  /** nothing was ever written to it */
  isZero(page: number): boolean {
    if (this.versions[page] !== 0) return false;
    if (page < this.ramPages) {
      const isHole = page >= this.holeStart && page < this.holeEnd;
      return page >= this.dataPages || isHole || this.contents.contentOf(page, false) === 'zero';
    }
    return page < this.romDataStart;
  }

  /** what a codec finds in a page that is not zero; a zero page that was written is mostly zeros still */
  contentOf(page: number): PageContent {
    if (page >= this.ramPages) return 'random';
    const wasZero = page >= this.dataPages || (page >= this.holeStart && page < this.holeEnd);
    return wasZero ? 'similar' : this.contents.contentOf(page, true);
  }

  /** Ticks up to a moment; each adds its share of writes. */
  writeUntil(ms: Millis): void {
    for (let due = this.nextTick(); due <= ms; due = this.nextTick()) {
      this.startTick(due);
      for (; this.credit >= 1; this.credit -= 1) {
        this.workload.next(this.random);
        this.touch();
      }
    }
  }

  /** From now on the CPU sleeps for this share of the time: as long as it takes to run 10 ms in between. */
  throttle(percent: number, ms: Millis): void {
    const share = percent / 100;
    this.throttledAtMs = ms;
    this.cycleMs = THROTTLE_RUN_MS / (1 - share);
    this.sleepMs = this.cycleMs * share;
  }

  /** It goes on at the destination, where each page is asked for before it is touched. */
  resumeAt(ms: Millis, present: (page: number, ms: Millis) => boolean): void {
    this.heldUntilMs = ms;
    this.cycleMs = 0;
    this.present = present;
  }

  /** At the destination: ticks up to a moment, or until a page is missing; then `waitsFor` names it. */
  runUntil(ms: Millis): void {
    while (this.waitsFor < 0) {
      // a tick's writes begun before a stall are finished first
      const due = this.credit >= 1 ? this.heldUntilMs : this.nextTick();
      if (due > ms) return;
      if (this.credit < 1) this.startTick(due);
      for (; this.credit >= 1; this.credit -= 1) {
        this.workload.next(this.random);
        if (this.present?.(this.workload.page, due) === false) {
          this.waitsFor = this.workload.page;
          this.stalledAtMs = due;
          return;
        }
        this.touch();
      }
    }
  }

  /** The page it waited for is there. */
  unstall(ms: Millis): void {
    this.waitsFor = -1;
    this.heldUntilMs = ms;
    this.touch();
    this.credit -= 1;
  }

  /** When the next tick is worked on: at its time, or when the CPU wakes. */
  private nextTick(): Millis {
    const { tickMs } = this.spec.vm.workload;
    const due = Math.max(this.ticksFromMs + (this.tick + 1) * tickMs, this.heldUntilMs);
    if (this.cycleMs === 0 || due < this.throttledAtMs) return due;
    const cycle = Math.floor((due - this.throttledAtMs) / this.cycleMs);
    return Math.max(due, this.throttledAtMs + cycle * this.cycleMs + this.sleepMs);
  }

  /** Ticks that passed unworked are lost but one: the interrupt controller holds a single one. */
  private startTick(due: Millis): void {
    const { tickMs, writesPerSecond } = this.spec.vm.workload;
    this.tickMs = due;
    const missed = Math.ceil((due - this.ticksFromMs) / tickMs - 1e-9) - 1;
    this.tick = Math.max(this.tick + 1, missed);
    this.credit += (writesPerSecond * tickMs) / 1000;
  }

  private touch(): void {
    const { workload } = this;
    if (this.predicts) this.predictor.reference(workload.process, workload.key, workload.page);
    if (!workload.write) return;
    this.pageWrites += 1;
    this.versions[workload.page] = (this.versions[workload.page] as number) + 1;
    if (this.onWrite === null) return;
    this.writing = true;
    this.onWrite(workload.page);
    this.writing = false;
  }
}

/** @throws Error with one sentence where the memory cannot hold the workload */
export function createWorkload(
  spec: SoloSpec,
  library: TraceLibrary,
  ramPages: Pages,
  mib: number,
): Workload {
  const { workload } = spec.vm;
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
    phaseReferences: workload.phaseReferences,
    growSteps: workload.growSteps,
  };
  const entry = workloadEntry(workload.pattern === 'trace' ? 'traces' : workload.pattern);
  const needed = entry.pagesNeeded(input);
  if (needed > ramPages) {
    throw new Error(
      `The workload reaches page ${needed}, but vm.memoryMiB gives ${ramPages} pages; use more memory or a smaller hot or cold set.`,
    );
  }
  return entry.create(input, new RandomStream(spec.seed, 'solo layout'));
}
