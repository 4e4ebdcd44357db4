/** The Explore workspace's store with workers whose answers come when the test says so, and a clock it turns by hand. */

import { defaultMove } from '../../../src/engine/experiments/moves.ts';
import { defaultLab } from '../../../src/engine/lab/spec.ts';
import { defaultRun } from '../../../src/engine/simulation/default-scenario.ts';
import type {
  ExploreCatalogue,
  ExploreRequests,
  Subject,
  SubjectInfo,
  SweepLine,
  SweepSpec,
} from '../../../src/protocol/explore/requests.ts';
import { createExploreApp, type ExploreApp } from '../../../src/store/explore/store.ts';
import type { ExploreState } from '../../../src/store/explore/types.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';

export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly request: never;
}

const subject: Subject = { kind: 'migration', spec: defaultMove.spec };

export function sweepOf(xs: number, ys: number, seeds: number, name = 'A sweep'): SweepSpec {
  const values = (count: number) => Array.from({ length: count }, (_, i) => 1e6 * (i + 1));
  const first = { parameter: 'link.bandwidthBytesPerSecond', values: values(xs) };
  const second = { parameter: 'vm.workload.writesPerSecond', values: values(ys) };
  return {
    version: 1,
    name,
    subject,
    axes: ys === 1 ? [first] : [first, second],
    variants: [{ label: 'As it is', set: {} }],
    seeds: { first: 1, count: seeds },
    figure: 'downtimeMs',
  };
}

export function casesOf({ axes, variants, seeds }: SweepSpec): number {
  return variants.length * axes[0].values.length * (axes[1]?.values.length ?? 1) * seeds.count;
}

/** What a case comes to: told by its index alone. */
export function lineOf(index: number): SweepLine {
  return {
    index,
    variant: 'As it is',
    x: 0,
    y: null,
    seed: 1,
    outcome: 'completed',
    problem: null,
    figures: { downtimeMs: (index * 7919) % 1009 },
  };
}

const info: SubjectInfo = {
  parameters: [
    parameter('link.bandwidthBytesPerSecond', 1000, 1e11),
    parameter('vm.workload.writesPerSecond', 0, 1e7),
  ],
  figures: [{ name: 'downtimeMs', label: 'Downtime', unit: 'ms', description: 'Pause.', better: 'less' }],
  variantSets: [],
};

function parameter(path: string, min: number, max: number): SubjectInfo['parameters'][number] {
  const label = path.split('.').at(-1) ?? path;
  return {
    path,
    label,
    description: `${label}.`,
    unit: '',
    kind: 'number',
    min,
    max,
    step: 1,
    default: 1,
    source: 'assumed',
    group: 'All',
  };
}

export const READY = sweepOf(4, 3, 2, 'The first one');

export const catalogue: ExploreCatalogue = {
  version: 'test',
  kinds: { failover: info, migration: info, trees: info },
  defaults: { failover: defaultRun, migration: defaultMove, trees: defaultLab },
  readySweeps: [{ name: 'The first one', about: 'To begin with.', spec: READY }],
  limits: { cases: 100_000, values: 200, seeds: 1000 },
};

/** Quick questions are answered at once, long work waits for the test. */
export class FakeWorker implements WorkerLike<ExploreRequests> {
  onmessage: WorkerLike<ExploreRequests>['onmessage'] = null;
  onerror: WorkerLike<ExploreRequests>['onerror'] = null;
  onmessageerror: WorkerLike<ExploreRequests>['onmessageerror'] = null;
  ended = false;
  readonly asked: Asked[] = [];
  open: Asked[] = [];
  refuse: string | null = null;

  postMessage(said: unknown): void {
    const message = said as Asked;
    this.asked.push(message);
    if (message.name === 'cancel') this.open = this.open.filter(({ id }) => id !== message.id);
    else if (!this.quick(message)) this.open.push(message);
  }

  terminate(): void {
    this.ended = true;
    this.open = [];
  }

  die(): void {
    this.onerror?.({ message: 'out of memory' });
  }

  /** The answer to its oldest open question, or to another one. */
  answer(at = 0): void {
    const [message] = this.open.splice(at, 1);
    if (message !== undefined) this.reply(message, longReply(message));
  }

  fail(error: string): void {
    const message = this.open.shift();
    if (message !== undefined) this.say({ id: message.id, error });
  }

  tell(progress: unknown): void {
    const message = this.open[0];
    if (message !== undefined) this.say({ id: message.id, progress });
  }

  private quick(message: Asked): boolean {
    const { sweep } = (message.request ?? {}) as { sweep?: SweepSpec };
    switch (message.name) {
      case 'describe':
        this.reply(message, catalogue);
        return true;
      case 'about':
        this.reply(message, info);
        return true;
      case 'check':
        this.reply(message, { problem: this.refuse, cases: sweep === undefined ? 0 : casesOf(sweep) });
        return true;
      case 'caseOf':
        this.reply(message, { subject });
        return true;
      default:
        return false;
    }
  }

  private reply({ id, name }: Asked, reply: unknown): void {
    queueMicrotask(() => this.say({ id, name, reply }));
  }

  private say(data: unknown): void {
    if (!this.ended) this.onmessage?.({ data } as Parameters<NonNullable<typeof this.onmessage>>[0]);
  }
}

function longReply({ name, request }: Asked): unknown {
  if (name === 'cases') {
    const { indices } = request as { indices: readonly number[] };
    return { lines: indices.map(lineOf) };
  }
  if (name === 'rank') {
    const { parameter: path } = request as { parameter: string };
    const figures = { downtimeMs: 1 };
    const ends = { low: 1, now: 2, high: 3, atLow: figures, atNow: figures, atHigh: figures };
    return { parameter: path, label: path, unit: '', ...ends, problem: null };
  }
  return { outcome: 'completed', problem: null, figures: { downtimeMs: 1 }, curves: [] };
}

export class World {
  readonly app: ExploreApp = createExploreApp();
  readonly workers: FakeWorker[] = [];
  readonly gone: string[] = [];
  wallMs = 0;
  private timers: { readonly at: number; readonly run: () => void }[] = [];

  static async at(hash = '#/explore', workers = 2): Promise<World> {
    const world = new World();
    await world.start(hash, workers);
    return world;
  }

  start(hash: string, workers: number): Promise<void> {
    return this.app.start(
      {
        createWorker: () => {
          const worker = new FakeWorker();
          this.workers.push(worker);
          return worker;
        },
        workers,
        now: () => this.wallMs,
        later: (ms, run) => {
          this.timers.push({ at: this.wallMs + ms, run });
        },
        visible: () => true,
        go: (to) => this.gone.push(to),
      },
      hash,
    );
  }

  get state(): ExploreState {
    return this.app.store.getState();
  }

  get actions(): ExploreState['actions'] {
    return this.state.actions;
  }

  /** workers that live, and have been given something */
  get busy(): FakeWorker[] {
    return this.workers.filter(({ ended, open }) => !ended && open.length > 0);
  }

  /** Turns the clock, and lets all promises run. */
  async pass(ms: number): Promise<void> {
    this.wallMs += ms;
    const due = this.timers.filter(({ at }) => at <= this.wallMs);
    this.timers = this.timers.filter(({ at }) => at > this.wallMs);
    for (const { run } of due) run();
    await settled();
  }

  /** Answers everything that is asked from now on, each answer after so many ms. */
  async finish(ms = 10): Promise<void> {
    for (let worker = this.busy[0]; worker !== undefined; worker = this.busy[0]) {
      worker.answer();
      await this.pass(ms);
    }
    await this.pass(1000);
  }

  close(): void {
    this.app.core.pool?.close();
  }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
