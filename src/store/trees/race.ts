/** The race on the lab's operations, the trees at one moment of it, and the figures over the number of keys. */
import { IDLE, type LongWork } from '../long-work.ts';
import { problemOf, SingleWork } from '../single-work.ts';
import { patch, type Slice, type TreesCore } from './core.ts';
import type { TreesState } from './types.ts';

const SAMPLES = 400;
/** Nodes of a small picture. */
const PICTURE_NODES = 255;
/** A race up to this size starts by itself: it is over before anybody has found the button. */
const BY_ITSELF = { operations: 20_000, keys: 5000 };
const SMALLEST_FIGURE = 64;

export const raceActions: Slice<
  'setContestants' | 'startRace' | 'cancelRace' | 'showRacers' | 'startFigures' | 'cancelFigures'
> = (core) => {
  const race = workIn(core, 'race');
  const figures = workIn(core, 'figures');
  const pictures = new Pictures(core);

  const startRace = () => {
    const { lab, contestants } = core.store.getState();
    if (lab === null || contestants.length === 0) return;
    const request = { labKey: lab.labKey, contestants, samples: SAMPLES };
    race.run((signal, tell) => {
      const reply = core.client?.call('race', request, {
        signal,
        onProgress: ({ done, ...soFar }) => tell(done, soFar),
      });
      return reply ?? null;
    });
  };

  /** Nothing of what was is true any more. */
  const renew = () => {
    race.stop();
    pictures.forget();
    patch(core, { race: IDLE, racers: null });
    if (startsByItself(core.store.getState())) startRace();
  };

  core.onLab.push(renew);

  return {
    setContestants: (contestants) => {
      const shown = core.store.getState().racers?.operation;
      patch(core, { contestants });
      renew();
      if (shown !== undefined && contestants.length > 0) pictures.show(shown);
    },
    startRace,
    cancelRace: () => race.stop(),
    showRacers: (operations) => pictures.show(operations),
    startFigures: ({ contestants, largest }) => {
      const sizes: number[] = [];
      for (let keys = SMALLEST_FIGURE; keys <= largest; keys *= 2) sizes.push(keys);
      const seed = core.store.getState().spec?.seed ?? 1;
      const stream = { kind: 'zipf', parameters: {}, length: 0, keys: 0, list: [] };
      figures.run((signal, tell) => {
        const reply = core.client?.call(
          'figures',
          { contestants, sizes, stream, seed },
          { signal, onProgress: ({ done, rows }) => tell(done, rows) },
        );
        return reply?.then(({ rows }) => rows) ?? null;
      });
    },
    cancelFigures: () => figures.stop(),
  };
};

export function startsByItself({ lab }: Pick<TreesState, 'lab'>): boolean {
  return (
    lab !== null &&
    lab.operations > 0 &&
    lab.operations <= BY_ITSELF.operations &&
    Math.max(lab.startSize, lab.distinctKeys) <= BY_ITSELF.keys
  );
}

type WorkOf<F extends 'race' | 'figures'> = NonNullable<TreesState[F]['result']>;

function workIn<F extends 'race' | 'figures'>({ store }: TreesCore, field: F): SingleWork<WorkOf<F>> {
  return new SingleWork<WorkOf<F>>(
    {
      get: () => store.getState()[field] as LongWork<WorkOf<F>>,
      put: (work) => store.setState({ [field]: work } as Partial<TreesState>),
    },
    'stop',
  );
}

/** Trees at a moment: one request at a time, and while it is under way only the newest moment is remembered. */
class Pictures {
  private readonly core: TreesCore;
  private running: AbortController | null = null;
  private wanted: number | null = null;

  constructor(core: TreesCore) {
    this.core = core;
  }

  show(operations: number): void {
    this.wanted = operations;
    if (this.running === null) void this.fetch();
  }

  forget(): void {
    this.wanted = null;
    this.running?.abort();
    this.running = null;
  }

  private async fetch(): Promise<void> {
    const { lab, contestants } = this.core.store.getState();
    const { client } = this.core;
    const operation = this.wanted;
    this.wanted = null;
    if (lab === null || client === null || operation === null) return;
    const running = new AbortController();
    this.running = running;
    const request = { labKey: lab.labKey, contestants, operation, limit: PICTURE_NODES };
    try {
      const { pictures } = await client.call('racers', request, { signal: running.signal });
      if (this.running === running) patch(this.core, { racers: { operation, pictures } });
    } catch (reason) {
      const problem = problemOf(reason);
      if (problem !== null) patch(this.core, { notice: { kind: 'error', text: problem } });
    }
    if (this.running !== running) return;
    this.running = null;
    if (this.wanted !== null) void this.fetch();
  }
}
