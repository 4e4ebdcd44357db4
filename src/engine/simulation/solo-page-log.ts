/**
 * What happened to every page of a migration, so that any moment can be shown: one entry a change of state, in order of
 * time, with the state before, so that it is walked in both directions.
 *
 * An entry takes nine bytes. A migration that never ends changes pages for as long as it is let; from MOST_ENTRIES on
 * only the net changes of a span are kept, in so few spans that these cannot outgrow the memory either.
 */
import type { Millis, Pages } from '../../base/units.ts';

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
const IN_CHUNK = CHUNK - 1;
const MOST_ENTRIES = 12_000_000;
/** net changes kept after that, at most */
const MOST_NET = 8_000_000;
const LAST_TICK = 0xffff_ffff;
const TICKS_PER_MS = 1000;

/** whole states are kept every so many entries, or as many as there are pages: from there a far moment is near */
const MARK_EVERY = 1 << 18;

/** The states after the first `at` entries. */
export interface PageMark {
  readonly at: number;
  readonly states: Uint8Array;
}

interface Chunk {
  readonly ticks: Uint32Array;
  readonly pages: Uint32Array;
  /** the state before in the high half, the state after in the low one */
  readonly states: Uint8Array;
}

export interface PageLogLimits {
  readonly exact: number;
  readonly net: number;
  /** entries from one kept state to the next, at least */
  readonly marks: number;
}

export class PageLog {
  readonly pages: Pages;
  length = 0;
  /** as they are now */
  readonly states: Uint8Array;
  /** in order; the beginning, where every state is 0, is none of them */
  readonly marks: PageMark[] = [];
  private readonly chunks: Chunk[] = [];
  private readonly ticksPerMs: number;
  private readonly limits: PageLogLimits;
  /** net changes: states when the span began, and the pages touched since */
  private spanStates: Uint8Array | null = null;
  private touched: number[] = [];
  private readonly spanMs: Millis;
  private spanEndMs: Millis = 0;

  /** @param longestMs how long the migration may take */
  constructor(
    pages: Pages,
    longestMs: Millis,
    limits: PageLogLimits = { exact: MOST_ENTRIES, net: MOST_NET, marks: MARK_EVERY },
  ) {
    this.pages = pages;
    this.limits = limits;
    this.states = new Uint8Array(pages);
    this.ticksPerMs = Math.min(TICKS_PER_MS, LAST_TICK / Math.max(1, longestMs));
    this.spanMs = longestMs / Math.max(8, Math.min(400, Math.floor(limits.net / Math.max(1, pages))));
  }

  /** Moments come in order. */
  note(ms: Millis, page: number, state: number): void {
    const before = this.states[page] as number;
    if (before === state) return;
    if (this.spanStates !== null && ms > this.spanEndMs) this.closeSpan(ms);
    if (this.length >= this.limits.exact && this.spanStates === null) {
      this.spanStates = this.states.slice();
      this.spanEndMs = ms + this.spanMs;
    }
    this.states[page] = state;
    if (this.spanStates === null) {
      this.push(this.tickOf(ms), page, before, state);
      this.mark();
    } else this.touched.push(page);
  }

  /** Nothing more happens. */
  finish(ms: Millis): void {
    if (this.spanStates !== null) this.closeSpan(ms);
  }

  /** entries up to and including a moment */
  countUntil(ms: Millis): number {
    const tick = this.tickOf(ms);
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.tickAt(middle) <= tick) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  msAt(entry: number): Millis {
    return this.tickAt(entry) / this.ticksPerMs;
  }

  pageAt(entry: number): number {
    return this.chunkOf(entry).pages[entry & IN_CHUNK] as number;
  }

  stateBefore(entry: number): number {
    return (this.chunkOf(entry).states[entry & IN_CHUNK] as number) >> 4;
  }

  stateAfter(entry: number): number {
    return (this.chunkOf(entry).states[entry & IN_CHUNK] as number) & 15;
  }

  /** The entries of one page among the first `count`, at most `limit`, the latest first. */
  entriesOf(page: number, count: number, limit: number): { entries: number[]; earlier: number } {
    const entries: number[] = [];
    let earlier = 0;
    for (let entry = count - 1; entry >= 0; entry -= 1) {
      if (this.pageAt(entry) !== page) continue;
      if (entries.length < limit) entries.push(entry);
      else earlier += 1;
    }
    return { entries, earlier };
  }

  private tickAt(entry: number): number {
    return this.chunkOf(entry).ticks[entry & IN_CHUNK] as number;
  }

  private tickOf(ms: Millis): number {
    // A moment given to the microsecond must hold what happened within it.
    return Math.min(LAST_TICK, Math.floor(ms * this.ticksPerMs + 1e-6));
  }

  private chunkOf(entry: number): Chunk {
    const chunk = this.chunks[entry >>> CHUNK_BITS];
    if (chunk === undefined) throw new Error(`The page log has no entry ${entry}.`);
    return chunk;
  }

  /** The net changes of the span stand at its end. */
  private closeSpan(ms: Millis): void {
    const before = this.spanStates as Uint8Array;
    const tick = this.tickOf(Math.min(ms, this.spanEndMs));
    for (const page of this.touched) {
      const was = before[page] as number;
      const is = this.states[page] as number;
      if (was === is) continue;
      this.push(tick, page, was, is);
      before[page] = is;
    }
    this.touched = [];
    this.spanEndMs = ms + this.spanMs;
    this.mark();
  }

  /** Only where the entries tell all that happened to the states. */
  private mark(): void {
    const since = this.length - (this.marks.at(-1)?.at ?? 0);
    if (since >= Math.max(this.limits.marks, this.pages)) {
      this.marks.push({ at: this.length, states: this.states.slice() });
    }
  }

  private push(tick: number, page: number, before: number, state: number): void {
    const at = this.length & IN_CHUNK;
    if (at === 0) {
      this.chunks.push({
        ticks: new Uint32Array(CHUNK),
        pages: new Uint32Array(CHUNK),
        states: new Uint8Array(CHUNK),
      });
    }
    const chunk = this.chunks[this.chunks.length - 1] as Chunk;
    chunk.ticks[at] = tick;
    chunk.pages[at] = page;
    chunk.states[at] = (before << 4) | state;
    this.length += 1;
  }
}
