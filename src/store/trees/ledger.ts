/** The ledger in the store: that of the operation on screen, and the sums over the whole run. */
import { IDLE } from '../long-work.ts';
import { problemOf } from '../single-work.ts';
import { patch, type Slice, type TreesCore } from './core.ts';
import type { TreesState } from './types.ts';

/** A run up to this size is summed up unasked: it is over before anybody has found the button. */
const BY_ITSELF = { operations: 5000, keys: 5000 };
/** Of larger trees a single operation's ledger takes too long to come with every operation that plays. */
const WHILE_PLAYING_KEYS = 20_000;
const SAMPLES = 400;

export const ledgerActions: Slice<'setWeights' | 'startLedgerRun' | 'cancelLedgerRun'> = (core) => {
  const operation = new OperationLedger(core);
  const run = new RunLedger(core);

  const renew = () => {
    patch(core, { ledger: null });
    operation.follow();
    run.forget();
    if (summedUnasked(core.store.getState())) run.start();
  };

  core.onLab.push(() => {
    const { weights } = core.store.getState();
    if (weights === 'counts' && !countsItself(core.store.getState())) patch(core, { weights: 'equal' });
    renew();
  });
  core.onMoment.push(() => operation.follow());
  // What rushed by was not asked for; where it comes to rest it is.
  core.store.subscribe((state, before) => {
    if (before.playing && !state.playing) operation.follow();
  });

  return {
    setWeights: (weights) => {
      if (core.store.getState().weights === weights) return;
      patch(core, { weights });
      renew();
    },
    startLedgerRun: () => run.start(),
    cancelLedgerRun: () => run.stop(),
  };
};

function summedUnasked({ lab, moment }: Pick<TreesState, 'lab' | 'moment'>): boolean {
  if (lab === null || lab.operations === 0 || lab.operations > BY_ITSELF.operations) return false;
  return Math.max(lab.startSize, lab.distinctKeys, moment?.size ?? 0) <= BY_ITSELF.keys;
}

function countsItself({ catalogue, spec }: TreesState): boolean {
  return catalogue?.trees.find(({ kind }) => kind === spec?.tree.kind)?.counts ?? false;
}

/** One request at a time; what is on screen when its answer comes is asked for next. */
class OperationLedger {
  private readonly core: TreesCore;
  /** lab, operation and weights last asked for */
  private asked: string | null = null;
  private waiting = false;

  constructor(core: TreesCore) {
    this.core = core;
  }

  follow(): void {
    const { client, store } = this.core;
    const { lab, moment, weights, playing, speed, ledger } = store.getState();
    if (this.waiting || client === null || lab === null || moment?.labKey !== lab.labKey) return;
    if (moment.command === null || (playing && speed.unit === 'accesses')) return;
    if (playing && moment.size > WHILE_PLAYING_KEYS) return;
    const { operation } = moment;
    const wanted = [lab.labKey, operation, weights].join(' ');
    if (wanted === this.asked && ledger !== null) return;
    this.asked = wanted;
    this.waiting = true;
    client.call('ledger', { labKey: lab.labKey, operation, weights }).then(
      (entry) => {
        this.waiting = false;
        const now = store.getState();
        if (now.lab?.labKey === lab.labKey && now.weights === weights)
          patch(this.core, { ledger: { operation, entry } });
        this.follow();
      },
      () => {
        // Without a ledger the panel says so; the next moment asks again.
        this.waiting = false;
      },
    );
  }
}

/** The sums over all operations; a new one ends the one before. */
class RunLedger {
  private readonly core: TreesCore;
  private running: AbortController | null = null;

  constructor(core: TreesCore) {
    this.core = core;
  }

  start(): void {
    this.stop();
    const { client, store } = this.core;
    const { lab, weights } = store.getState();
    if (client === null || lab === null) return;
    const running = new AbortController();
    this.running = running;
    const put = (ledgerRun: TreesState['ledgerRun']) => {
      if (this.running === running) patch(this.core, { ledgerRun });
    };
    put({ ...IDLE, busy: true });
    client
      .call(
        'ledgerRun',
        { labKey: lab.labKey, weights, samples: SAMPLES },
        { signal: running.signal, onProgress: (done) => put({ ...IDLE, busy: true, done }) },
      )
      .then(
        (result) => put({ busy: false, done: 1, result, problem: null }),
        (reason: unknown) => put({ ...IDLE, problem: problemOf(reason) }),
      );
  }

  stop(): void {
    const { running } = this;
    this.running = null;
    running?.abort();
    if (this.core.store.getState().ledgerRun.busy) patch(this.core, { ledgerRun: IDLE });
  }

  forget(): void {
    this.stop();
    patch(this.core, { ledgerRun: IDLE });
  }
}
