/** The guest of a single migration: its memory, its writes at its ticks, and who watches them. */
import { RandomStream } from '../../base/random.ts';
import type { Millis, Pages } from '../../base/units.ts';
import { type Predictor, predictWorkingSet } from '../memory/predictor.ts';
import { predictorEntry } from '../memory/predictor-registry.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { Workload } from '../memory/workload.ts';
import { type WorkloadInput, workloadEntry } from '../memory/workload-registry.ts';
import type { SoloSpec } from './solo-spec.ts';

const BYTES_PER_KIB = 1024;

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
  private tick = 0;
  private ticksFromMs: Millis = 0;
  private credit = 0;

  constructor(spec: SoloSpec, library: TraceLibrary) {
    const { vm, strategy } = spec;
    const mib = (1024 * BYTES_PER_KIB) / vm.pageBytes;
    this.spec = spec;
    this.ramPages = Math.floor(vm.memoryMiB * mib);
    this.pages = this.ramPages + Math.ceil((vm.romKiB * BYTES_PER_KIB) / vm.pageBytes);
    this.dataPages = vm.nonZeroMiB === null ? this.ramPages : Math.floor(vm.nonZeroMiB * mib);
    this.random = new RandomStream(spec.seed, 'solo writes');
    this.versions = new Uint32Array(this.pages);
    this.workload = createWorkload(spec, library, this.ramPages, mib);
    this.predictor = predictorEntry(strategy.predictor).create({
      ...strategy,
      memoryPages: this.ramPages,
      processes: this.workload.processes,
      score: 'depth',
      lruAsPrinted: false,
    });
  }

  /** Lets it run before the migration begins at 0 ms, so that a predictor has something to go by. */
  warmUp(ms: Millis): void {
    this.ticksFromMs = -ms;
    this.writeUntil(0);
  }

  /** @param roundOneMs how long the first round would take: what the oracle looks at */
  predict(limit: Pages, roundOneMs: Millis): Int32Array {
    const references = Math.floor((this.spec.vm.workload.writesPerSecond * roundOneMs) / 1000);
    return predictWorkingSet(this.predictor, limit, this.workload, this.random, references);
  }

  /** nothing was ever written to it */
  isZero(page: number): boolean {
    return page >= this.dataPages && page < this.ramPages && this.versions[page] === 0;
  }

  /** Ticks up to a moment; each adds its share of writes. */
  writeUntil(ms: Millis): void {
    const { tickMs, writesPerSecond } = this.spec.vm.workload;
    for (;;) {
      if (this.ticksFromMs + (this.tick + 1) * tickMs > ms) return;
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
    this.onWrite?.(workload.page);
  }
}

/** @throws Error with one sentence where the memory cannot hold the workload */
function createWorkload(spec: SoloSpec, library: TraceLibrary, ramPages: Pages, mib: number): Workload {
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
