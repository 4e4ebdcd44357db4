/** Walks a page log to any moment and keeps the states there; it knows which pages its last walk changed. */
import { MOVE_STATE_COUNT } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { PageLog, PageMark } from './solo-page-log.ts';

export class PageCursor {
  /** one MOVE_STATE a page at the moment last sought */
  readonly states: Uint8Array;
  /** pages in each state */
  readonly counts = new Int32Array(MOVE_STATE_COUNT);
  /** the first `changedCount` are pages the last walk touched, each once */
  readonly changed: Uint32Array;
  changedCount = 0;
  private readonly log: PageLog;
  /** entries behind the cursor */
  private at = 0;
  private readonly marked: Uint8Array;

  constructor(log: PageLog) {
    this.log = log;
    this.states = new Uint8Array(log.pages);
    this.marked = new Uint8Array(log.pages);
    this.changed = new Uint32Array(log.pages);
    this.counts[0] = log.pages;
  }

  seek(ms: Millis): void {
    const { log, changed, marked } = this;
    const goal = log.countUntil(ms);
    for (let i = 0; i < this.changedCount; i += 1) marked[changed[i] as number] = 0;
    this.changedCount = 0;
    this.jumpTowards(goal);
    while (this.at < goal) {
      this.set(log.pageAt(this.at), log.stateAfter(this.at));
      this.at += 1;
    }
    while (this.at > goal) {
      this.at -= 1;
      this.set(log.pageAt(this.at), log.stateBefore(this.at));
    }
  }

  /** Sets out from whole states that were kept, where that is nearer than where the cursor stands. */
  private jumpTowards(goal: number): void {
    const { log, states, counts, changed, marked } = this;
    const far = (at: number): number => Math.abs(goal - at);
    let nearest: PageMark | null = null;
    for (const mark of log.marks) if (nearest === null || far(mark.at) < far(nearest.at)) nearest = mark;
    // to take over all states costs about as much as walking a quarter as many entries
    if (nearest === null || far(nearest.at) + log.pages / 4 >= far(this.at)) return;
    states.set(nearest.states);
    counts.fill(0);
    for (let page = 0; page < states.length; page += 1) {
      const state = states[page] as number;
      counts[state] = (counts[state] as number) + 1;
      changed[page] = page;
    }
    marked.fill(1);
    this.changedCount = states.length;
    this.at = nearest.at;
  }

  private set(page: number, state: number): void {
    const { states, counts, marked } = this;
    const before = states[page] as number;
    counts[before] = (counts[before] as number) - 1;
    counts[state] = (counts[state] as number) + 1;
    states[page] = state;
    if (marked[page] === 1) return;
    marked[page] = 1;
    this.changed[this.changedCount] = page;
    this.changedCount += 1;
  }
}
