/** Labs worth opening, as data. */
import type { LabSpec } from '../../../protocol/trees/model.ts';

export interface ReadyLab {
  readonly name: string;
  /** what there is to see */
  readonly about: string;
  readonly spec: LabSpec;
}

interface Outline {
  seed?: number;
  tree?: LabSpec['tree'];
  start: string;
  stream: Pick<LabSpec['stream'], 'kind' | 'length'> & Partial<LabSpec['stream']>;
}

const COUNTING = { kind: 'lazy-counting', parameters: {} } as const;

function lab({ seed = 7, tree = COUNTING, start, stream }: Outline): LabSpec {
  return { seed, tree, start, stream: { parameters: {}, keys: 1000, list: [], ...stream }, typed: [] };
}

export const READY_LABS: readonly ReadyLab[] = [
  {
    name: '31 keys, Zipf 1',
    about: 'small enough to read every node',
    // what opens first: its first operations rotate
    spec: lab({ seed: 327, start: 'balanced:31', stream: { kind: 'zipf', length: 1000, keys: 31 } }),
  },
  {
    name: '1,000 keys, Zipf 1',
    about: 'the reference run of the race',
    spec: lab({ start: 'balanced:1000', stream: { kind: 'zipf', length: 100_000 } }),
  },
  {
    name: 'Chain of 200, deepest first',
    about: 'what splaying does to the worst tree',
    spec: lab({
      tree: { kind: 'splay', parameters: {} },
      start: 'chain:200',
      stream: { kind: 'adversarial', length: 400, keys: 200 },
    }),
  },
  {
    name: 'Hot set redrawn half way',
    about: 'counting trees remember yesterday’s favourites',
    spec: lab({ start: 'balanced:1000', stream: { kind: 'hot-shift', length: 20_000 } }),
  },
  {
    name: 'Hot set redrawn, with decay',
    about: 'counts are halved every 2,000 operations',
    spec: lab({
      tree: { kind: 'lazy-counting', parameters: { decayEvery: 2000 } },
      start: 'balanced:1000',
      stream: { kind: 'hot-shift', length: 20_000 },
    }),
  },
  {
    name: '10,000 keys',
    about: 'pan and zoom',
    spec: lab({ start: 'balanced:10000', stream: { kind: 'zipf', length: 20_000, keys: 10_000 } }),
  },
  {
    name: '1,000,000 operations',
    about: 'made ready in the worker',
    spec: lab({ start: 'balanced:1000', stream: { kind: 'zipf', length: 1_000_000 } }),
  },
  {
    name: 'A recorded program (cc1)',
    about: 'pages a compiler really touched',
    spec: lab({ start: 'empty', stream: { kind: 'trace', length: 20_000, parameters: { trace: 'cc1' } } }),
  },
];
