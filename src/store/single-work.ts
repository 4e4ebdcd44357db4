/** One piece of long work at a time, kept in a field of a store; a new one ends the one before. */
import { Cancelled, WorkerGone } from '../worker/client.ts';
import type { LongWork } from './long-work.ts';

/** Where the work is kept. */
interface Field<T> {
  get(): LongWork<T>;
  put(work: LongWork<T>): void;
}

/**
 * Work under way: `tell` says how far it is, and what is there so far (null: what was there stays). Undefined or null:
 * there is nobody to do it.
 */
export type Begin<T> = (
  signal: AbortSignal,
  tell: (done: number, soFar: T | null) => void,
) => Promise<T> | null | undefined;

export class SingleWork<T> {
  private readonly field: Field<T>;
  /** when the worker dies: give up, or wait until `again` is called */
  private readonly onWorkerGone: 'stop' | 'wait';
  private running: AbortController | null = null;
  private begin: Begin<T> | null = null;

  constructor(field: Field<T>, onWorkerGone: 'stop' | 'wait') {
    this.field = field;
    this.onWorkerGone = onWorkerGone;
  }

  get state(): LongWork<T> {
    return this.field.get();
  }

  put(work: LongWork<T>): void {
    this.field.put(work);
  }

  /** @param keep what is there stays until there is something new */
  run(begin: Begin<T>, keep = false): void {
    const before = keep ? this.state.result : null;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.begin = begin;
    const isCurrent = () => this.running === running;
    this.put({ busy: true, done: 0, result: before, problem: null });
    const work = begin(running.signal, (done, soFar) => {
      if (isCurrent()) this.put({ busy: true, done, result: soFar ?? this.state.result, problem: null });
    });
    if (!work) {
      this.stop();
      return;
    }
    work.then(
      (result) => {
        if (!isCurrent()) return;
        this.running = null;
        this.put({ busy: false, done: 1, result, problem: null });
      },
      (reason: unknown) => {
        const waits = reason instanceof WorkerGone && this.onWorkerGone === 'wait';
        if (!isCurrent() || waits) return;
        this.running = null;
        this.put({ ...this.state, busy: false, problem: problemOf(reason) });
      },
    );
  }

  /** Begins anew what went down with its worker. */
  again(): void {
    if (this.running !== null && this.begin !== null) this.run(this.begin, true);
  }

  /** What is there so far stays. */
  stop(): void {
    const { running } = this;
    this.running = null;
    running?.abort();
    if (this.state.busy) this.put({ ...this.state, busy: false });
  }
}

/** Who was told to stop, or whose worker ended, has nothing to complain about. */
export function problemOf(reason: unknown): string | null {
  if (reason instanceof Cancelled || reason instanceof WorkerGone) return null;
  return reason instanceof Error ? reason.message : String(reason);
}
