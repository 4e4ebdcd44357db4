/**
 * Recorded programs replayed as processes of the VM: "real pattern, synthetic spread".
 *
 * Rule of the spread: process i runs trace i mod 4 from a seeded start row and loops. One reference is taken from each
 * process in turn. A process's pages come in extents of 16 consecutive pages; extents lie on the VM's physical pages
 * in the order of a seeded permutation. Pages no process uses are never written.
 */
import type { RandomStream } from '../../../base/random.ts';
import type { Pages } from '../../../base/units.ts';
import type { Trace, TraceLibrary } from '../trace.ts';
import type { Workload } from '../workload.ts';

const EXTENT_PAGES = 16;

interface Layout {
  readonly traces: readonly Trace[];
  readonly traceOfProcess: Uint8Array;
  /** physical page of (process, key) at offsetOfProcess[process] + key */
  readonly frames: Int32Array;
  readonly offsetOfProcess: Int32Array;
  /** by physical page; −1 = unused */
  readonly ownerOfPage: Int16Array;
  readonly keyOfPage: Int32Array;
}

export class TraceWorkload implements Workload {
  readonly kind = 'traces';
  readonly processes: number;
  process = 0;
  key = 0;
  page = 0;
  write = false;
  private readonly layout: Layout;
  private readonly rows: Int32Array;

  constructor(library: TraceLibrary, processes: number, memoryPages: Pages, random: RandomStream) {
    this.processes = processes;
    this.layout = spread(library, processes, memoryPages, random);
    this.rows = new Int32Array(processes);
    for (let p = 0; p < processes; p += 1) this.rows[p] = random.below(this.traceOf(p).pages.length);
    this.process = processes - 1;
  }

  next(): void {
    const process = this.process + 1 < this.processes ? this.process + 1 : 0;
    const { layout } = this;
    const trace = layout.traces[layout.traceOfProcess[process] as number] as Trace;
    const row = this.rows[process] as number;
    const key = trace.pages[row] as number;
    this.rows[process] = row + 1 < trace.pages.length ? row + 1 : 0;
    this.process = process;
    this.key = key;
    this.page = layout.frames[(layout.offsetOfProcess[process] as number) + key] as number;
    this.write = trace.writes[row] === 1;
  }

  pageOf(process: number, key: number): number {
    return this.layout.frames[(this.layout.offsetOfProcess[process] as number) + key] as number;
  }

  processOf(page: number): number {
    return this.layout.ownerOfPage[page] as number;
  }

  keyOf(page: number): number {
    return this.layout.keyOfPage[page] as number;
  }

  programOf(process: number): string {
    return this.traceOf(process).name;
  }

  private traceOf(process: number): Trace {
    return this.layout.traces[this.layout.traceOfProcess[process] as number] as Trace;
  }
}

/** Pages the processes take, whole extents. */
export function pagesNeeded(library: TraceLibrary, processes: number): Pages {
  let extents = 0;
  for (let p = 0; p < processes; p += 1) {
    const trace = library.traces[p % library.traces.length] as Trace;
    extents += Math.ceil(trace.pageCount / EXTENT_PAGES);
  }
  return extents * EXTENT_PAGES;
}

function spread(library: TraceLibrary, processes: number, memoryPages: Pages, random: RandomStream): Layout {
  const { traces } = library;
  const traceOfProcess = new Uint8Array(processes);
  const offsetOfProcess = new Int32Array(processes);
  let keys = 0;
  for (let p = 0; p < processes; p += 1) {
    traceOfProcess[p] = p % traces.length;
    offsetOfProcess[p] = keys;
    keys += (traces[p % traces.length] as Trace).pageCount;
  }
  const slots = Int32Array.from({ length: Math.floor(memoryPages / EXTENT_PAGES) }, (_, i) => i);
  random.shuffle(slots);
  const frames = new Int32Array(keys);
  const ownerOfPage = new Int16Array(memoryPages).fill(-1);
  const keyOfPage = new Int32Array(memoryPages).fill(-1);
  let extent = 0;
  for (let p = 0; p < processes; p += 1) {
    const { pageCount } = traces[traceOfProcess[p] as number] as Trace;
    const offset = offsetOfProcess[p] as number;
    for (let key = 0; key < pageCount; key += 1) {
      const slot = slots[extent + Math.floor(key / EXTENT_PAGES)] as number;
      const page = slot * EXTENT_PAGES + (key % EXTENT_PAGES);
      frames[offset + key] = page;
      ownerOfPage[page] = p;
      keyOfPage[page] = key;
    }
    extent += Math.ceil(pageCount / EXTENT_PAGES);
  }
  return Object.freeze({ traces, traceOfProcess, frames, offsetOfProcess, ownerOfPage, keyOfPage });
}
