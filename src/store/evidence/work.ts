/** One piece of long work at a time, kept in a field of the store; a new one ends the one before. */
import { Cancelled, WorkerGone } from '../../worker/client.ts';
import type { LongWork } from '../long-work.ts';
import type { EvidenceCore } from './core.ts';
import type { EvidenceState } from './types.ts';

type Field = 'twins' | 'detail' | 'gains' | 'published' | 'log';
type ResultOf<F extends Field> = NonNullable<EvidenceState[F]['result']>;

/** Work under way: `tell` says how far it is, and what is there so far (null: what was there stays). */
type Begin<T> = (
  signal: AbortSignal,
  tell: (done: number, soFar: T | null) => void,
) => Promise<T> | undefined;

export class Work<F extends Field> {
  private readonly core: EvidenceCore;
  private readonly field: F;
  private running: AbortController | null = null;
  private begin: Begin<ResultOf<F>> | null = null;

  constructor(core: EvidenceCore, field: F) {
    this.core = core;
    this.field = field;
    // A worker that died took the work with it; whoever looks at it is still waiting.
    core.onDeath.push((again) => {
      if (!again) this.stop();
      else if (this.running !== null && this.begin !== null) this.run(this.begin, true);
    });
  }

  /** @param keep what is there stays until there is something new */
  run(begin: Begin<ResultOf<F>>, keep = false): void {
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
    work?.then(
      (result) => {
        if (!isCurrent()) return;
        this.running = null;
        this.put({ busy: false, done: 1, result, problem: null });
      },
      (reason: unknown) => {
        // Gone with its worker: the restart begins it again.
        if (!isCurrent() || reason instanceof WorkerGone) return;
        this.running = null;
        this.put({ ...this.state, busy: false, problem: problemOf(reason) });
      },
    );
    // Without a worker there is nothing to wait for.
    if (work === undefined) this.stop();
  }

  /** What is there so far stays. */
  stop(): void {
    const running = this.running;
    this.running = null;
    running?.abort();
    if (this.state.busy) this.put({ ...this.state, busy: false });
  }

  get state(): LongWork<ResultOf<F>> {
    return this.core.store.getState()[this.field] as LongWork<ResultOf<F>>;
  }

  put(work: LongWork<ResultOf<F>>): void {
    this.core.store.setState({ [this.field]: work } as Partial<EvidenceState>);
  }
}

/** Who was told to stop has nothing to complain about. */
function problemOf(reason: unknown): string | null {
  if (reason instanceof Cancelled) return null;
  return reason instanceof Error ? reason.message : String(reason);
}
