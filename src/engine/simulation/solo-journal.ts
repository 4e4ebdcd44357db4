/**
 * What a single migration leaves behind for those who want to look at any moment of it: the story of every page, its
 * figures over time, and its turning points. It watches and changes nothing; without one a migration is just faster.
 */
import { MOVE, MOVE_PHASE, MOVE_STATE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis, Pages } from '../../base/units.ts';
import { PageCursor } from './solo-page-cursor.ts';
import { PageLog } from './solo-page-log.ts';
import { toMicroDigits } from './solo-result.ts';
import { Sampler } from './solo-sampler.ts';

/** A turning point. */
export interface MoveTurn {
  readonly ms: Millis;
  readonly kind: 'round' | 'suspend' | 'resume' | 'link-down' | 'link-up' | 'death' | 'throttle' | 'end';
  /** the round that begins, the throttle's percent; 0 where there is nothing to say */
  readonly value: number;
}

/** What happened to one page. */
export interface PageEvent {
  readonly ms: Millis;
  /** MOVE_STATE it went to */
  readonly state: number;
  readonly round: number;
}

/** What the journal asks the migration for when a row is due. */
export interface Observed {
  fill(row: Float64Array): void;
}

const ROWS = 4096;
const PAUSE_ROWS = 1024;
const EVERY_MS: Millis = 0.25;
const PAUSE_EVERY_MS: Millis = 0.01;
/** after the guest goes on it is watched closely for as long as the pause again, at least so long */
const AFTER_PAUSE_MS: Millis = 2;

export class SoloJournal {
  readonly turns: MoveTurn[] = [];
  suspendedMs: Millis | null = null;
  resumedMs: Millis | null = null;
  endMs: Millis = 0;
  phase: number = MOVE_PHASE.live;
  /** pages that arrive now were asked for by the guest */
  onDemand = false;
  private log: PageLog = new PageLog(0, 1);
  private observed: Observed | null = null;
  private readonly sampler = new Sampler(MOVE_WIDTH, ROWS, EVERY_MS);
  private readonly pauseSampler = new Sampler(MOVE_WIDTH, PAUSE_ROWS, PAUSE_EVERY_MS);
  private readonly row = new Float64Array(MOVE_WIDTH);
  /** the pause is watched until then */
  private closeUntilMs: Millis = Number.NEGATIVE_INFINITY;
  /** to the last digit, unlike `resumedMs` */
  private goesOnMs: Millis = Number.NEGATIVE_INFINITY;
  private watchesPause = false;
  private columns: Float64Array | null = null;
  private pauseColumns: Float64Array | null = null;
  private readonly keepsPages: boolean;

  /** @param keepsPages without the story of every page it takes little memory, and only figures and turns can be asked for */
  constructor(keepsPages = true) {
    this.keepsPages = keepsPages;
  }

  /** @param longestMs how long the migration may take */
  begin(pages: Pages, longestMs: Millis, observed: Observed): void {
    this.log = new PageLog(this.keepsPages ? pages : 0, longestMs);
    this.observed = observed;
  }

  get pages(): Pages {
    return this.log.pages;
  }

  /** when the next row is due */
  get dueMs(): Millis {
    return this.watchesPause ? Math.min(this.pauseSampler.dueMs, this.sampler.dueMs) : this.sampler.dueMs;
  }

  /** how much there is to remember */
  get entries(): number {
    return this.log.length;
  }

  page(ms: Millis, page: number, state: number): void {
    if (!this.keepsPages) return;
    const demanded = this.onDemand && state === MOVE_STATE.arrived;
    this.log.note(ms, page, demanded ? MOVE_STATE.fetched : state);
  }

  /** A row, if one is due. */
  sample(ms: Millis): void {
    if (this.watchesPause && ms >= this.pauseSampler.dueMs) this.pauseSampler.add(this.read());
    if (ms >= this.sampler.dueMs) this.sampler.add(this.read());
    if (ms >= this.closeUntilMs) this.watchesPause = false;
  }

  turn(ms: Millis, kind: MoveTurn['kind'], value = 0): void {
    this.turns.push({ ms: toMicroDigits(ms), kind, value });
    this.sampler.add(this.read(), true);
    if (this.watchesPause) this.pauseSampler.add(this.read());
  }

  suspend(ms: Millis): void {
    this.phase = MOVE_PHASE.suspended;
    this.suspendedMs = toMicroDigits(ms);
    this.closeUntilMs = Number.POSITIVE_INFINITY;
    this.watchesPause = true;
    this.turn(ms, 'suspend');
  }

  /** @param ms may lie ahead of the clock: a message is on its way */
  resume(ms: Millis, phase: number): void {
    this.phase = phase;
    this.resumedMs = toMicroDigits(ms);
    this.goesOnMs = ms;
    const pausedMs = ms - (this.suspendedMs ?? ms);
    this.closeUntilMs = ms + Math.max(AFTER_PAUSE_MS, pausedMs);
    this.turn(ms, 'resume');
  }

  /** @param outages of the link, as far as they began */
  finish(
    ms: Millis,
    phase: number,
    outages: readonly { readonly fromMs: Millis; readonly toMs: Millis }[],
  ): void {
    this.phase = phase;
    this.endMs = toMicroDigits(ms);
    for (const { fromMs, toMs } of outages) {
      if (fromMs < ms) this.turns.push({ ms: fromMs, kind: 'link-down', value: 0 });
      if (toMs < ms) this.turns.push({ ms: toMs, kind: 'link-up', value: 0 });
    }
    this.turn(ms, 'end');
    this.turns.sort((a, b) => a.ms - b.ms);
    this.log.finish(ms);
    this.observed = null;
  }

  /** rows of MOVE_WIDTH in order of time */
  get series(): Float64Array {
    this.columns ??= this.sampler.columns();
    return this.columns;
  }

  get rows(): number {
    return this.sampler.rows;
  }

  /** the same, finer, while the guest is paused and shortly after */
  get pause(): Float64Array {
    this.pauseColumns ??= this.pauseSampler.columns();
    return this.pauseColumns;
  }

  get pauseRows(): number {
    return this.pauseSampler.rows;
  }

  /** Figures at a moment: the last row at or before it, from the finer table where that has one. */
  rowAt(ms: Millis, out: Float64Array): void {
    const coarse = lastRow(this.series, this.rows, ms) ?? this.series.subarray(0, MOVE_WIDTH);
    const fine = lastRow(this.pause, this.pauseRows, ms);
    out.set(fine !== null && (fine[MOVE.ms] as number) > (coarse[MOVE.ms] as number) ? fine : coarse);
    out[MOVE.ms] = ms;
  }

  cursor(): PageCursor {
    return new PageCursor(this.log);
  }

  /** What happened to a page until a moment, the latest `limit` of it in order, and how much came before that. */
  storyOf(page: number, untilMs: Millis, limit: number): { events: PageEvent[]; earlier: number } {
    const { entries, earlier } = this.log.entriesOf(page, this.log.countUntil(untilMs), limit);
    const events = entries.reverse().map((entry) => {
      const ms = toMicroDigits(this.log.msAt(entry));
      return { ms, state: this.log.stateAfter(entry), round: this.roundAt(ms) };
    });
    return { events, earlier };
  }

  private roundAt(ms: Millis): number {
    let round = 0;
    for (const turn of this.turns) if (turn.kind === 'round' && turn.ms <= ms) round = turn.value;
    return round;
  }

  private read(): Float64Array {
    const { row } = this;
    this.observed?.fill(row);
    // The message that lets the guest go on is still on its way.
    const waits = (row[MOVE.ms] as number) < this.goesOnMs;
    // Turns are told to the microsecond; a row must not lie behind the turn it belongs to.
    row[MOVE.ms] = toMicroDigits(row[MOVE.ms] as number);
    row[MOVE.phase] = waits ? MOVE_PHASE.suspended : this.phase;
    return row;
  }
}

/** The last row at or before a moment; null where there is none. */
function lastRow(table: Float64Array, rows: number, ms: Millis): Float64Array | null {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle * MOVE_WIDTH] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : table.subarray((low - 1) * MOVE_WIDTH, low * MOVE_WIDTH);
}
