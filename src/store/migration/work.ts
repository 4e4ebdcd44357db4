/** The analysis of the workload and the comparison of all strategies: long work, each in a field of the store. */
import { sameJson } from '../../protocol/merge.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import { Cancelled, WorkerGone } from '../../worker/client.ts';
import { IDLE, type LongWork } from '../long-work.ts';
import type { MigrationCore, Slice } from './core.ts';
import type { MigrationState } from './types.ts';

const SAMPLES = 120;

type Field = 'analysis' | 'compare';
type ResultOf<F extends Field> = NonNullable<MigrationState[F]['result']>;
type WorkActions = 'startCompare' | 'cancelCompare' | 'startAnalysis' | 'cancelAnalysis';

export const workActions: Slice<WorkActions> = (core) => {
  const { store } = core;
  const compare = new Work(core, 'compare', (lab, signal, tell) => {
    const { catalogue } = store.getState();
    return core.client
      ?.call(
        'compare',
        { spec: lab.spec, strategies: catalogue?.comparison ?? [], samples: SAMPLES },
        { signal, onProgress: ({ done, rows }) => tell(done, rows) },
      )
      .then(({ rows }) => rows);
  });
  const analysis = new Work(core, 'analysis', (lab, signal, tell) =>
    core.client?.call('analyse', { spec: lab.spec }, { signal, onProgress: (done) => tell(done, null) }),
  );
  core.onLab.push((before) => {
    const { lab } = store.getState();
    // Both speak of side A's VM, link and strategy; what B does is nothing to them.
    if (before !== null && lab !== null && sameJson(before.spec, lab.spec)) return;
    compare.forget();
    analysis.forget();
  });
  return {
    startCompare: () => compare.start(),
    cancelCompare: () => compare.stop(),
    startAnalysis: () => analysis.start(),
    cancelAnalysis: () => analysis.stop(),
  };
};

/** `tell`: how far it is, and what is there so far (null: what was there stays); undefined: there is no worker. */
type Begin<T> = (
  lab: MoveLab,
  signal: AbortSignal,
  tell: (done: number, soFar: T | null) => void,
) => Promise<T> | undefined;

/** One piece of long work at a time; a new one ends the one before. */
class Work<F extends Field> {
  private readonly core: MigrationCore;
  private readonly field: F;
  private readonly begin: Begin<ResultOf<F>>;
  private running: AbortController | null = null;
  /** it went down with the worker */
  private interrupted = false;

  constructor(core: MigrationCore, field: F, begin: Begin<ResultOf<F>>) {
    this.core = core;
    this.field = field;
    this.begin = begin;
    core.onResumed.push(() => {
      if (this.interrupted) this.start();
    });
  }

  start(): void {
    const { lab } = this.core.store.getState();
    if (lab === null) return;
    this.stop();
    const running = new AbortController();
    this.running = running;
    const isCurrent = () => this.running === running;
    this.put({ busy: true, done: 0, result: null, problem: null });
    const work = this.begin(lab, running.signal, (done, soFar) => {
      if (isCurrent()) this.put({ busy: true, done, result: soFar ?? this.state.result, problem: null });
    });
    if (work === undefined) this.stop();
    work?.then(
      (result) => {
        if (!isCurrent()) return;
        this.running = null;
        this.put({ busy: false, done: 1, result, problem: null });
      },
      (reason: unknown) => {
        if (!isCurrent()) return;
        this.running = null;
        this.interrupted = reason instanceof WorkerGone;
        if (!this.interrupted) this.put({ ...this.state, busy: false, problem: problemOf(reason) });
      },
    );
  }

  /** What is there so far stays. */
  stop(): void {
    const { running } = this;
    this.running = null;
    this.interrupted = false;
    running?.abort();
    if (this.state.busy) this.put({ ...this.state, busy: false });
  }

  /** Nothing of it is true any more. */
  forget(): void {
    this.stop();
    this.put(IDLE);
  }

  private get state(): LongWork<ResultOf<F>> {
    return this.core.store.getState()[this.field] as LongWork<ResultOf<F>>;
  }

  private put(work: LongWork<ResultOf<F>>): void {
    this.core.store.setState({ [this.field]: work } as Partial<MigrationState>);
  }
}

/** Who was told to stop has nothing to complain about. */
function problemOf(reason: unknown): string | null {
  if (reason instanceof Cancelled) return null;
  return reason instanceof Error ? reason.message : String(reason);
}
