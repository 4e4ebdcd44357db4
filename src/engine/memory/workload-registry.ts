/** Every workload: adding one is a file under workloads/ and an entry here. */
import type { ParameterInfo, RegistryEntry } from '../../base/parameter.ts';
import type { RandomStream } from '../../base/random.ts';
import type { TraceLibrary } from './trace.ts';
import { defaultPhases, type PatternSpec, type Workload } from './workload.ts';
import { HotColdWorkload } from './workloads/hot-cold.ts';
import { MatrixWorkload } from './workloads/matrix.ts';
import { PhasesWorkload } from './workloads/phases.ts';
import { SequentialWorkload } from './workloads/sequential.ts';
import { pagesNeeded, TraceWorkload } from './workloads/traces.ts';
import { UniformWorkload } from './workloads/uniform.ts';
import { ZipfWorkload } from './workloads/zipf.ts';

export interface WorkloadInput extends PatternSpec {
  readonly processes: number;
  readonly library: TraceLibrary;
}

export interface WorkloadEntry extends RegistryEntry {
  /** `layout` fixes where pages lie; references draw from a stream of their own */
  create(input: WorkloadInput, layout: RandomStream): Workload;
  /** pages of memory it cannot do without */
  pagesNeeded(input: WorkloadInput): number;
}

const setting = (
  path: string,
  label: string,
  description: string,
  unit: string,
  [min, max]: readonly [number, number],
  preset: number,
): ParameterInfo => ({
  path,
  label,
  description,
  unit,
  kind: 'number',
  min,
  max,
  default: preset,
  source: 'free choice',
  group: 'Pattern',
});

const referencesPerSecond = setting(
  'referencesPerSecond',
  'Page references',
  'Slowed down: at full speed a program makes over a million a second.',
  '1/s',
  [0, 200_000],
  20_000,
);
const hotSetPages = setting('hotSetPages', 'Hot set', 'Pages it refers to.', 'pages', [1, 50_000], 4096);
const writeShare = setting(
  'writeShare',
  'Share of writes',
  'Share of the references that write.',
  '0–1',
  [0, 1],
  0.5,
);
const synthetic: readonly ParameterInfo[] = [referencesPerSecond, hotSetPages, writeShare];

const hotFraction = setting(
  'hotFraction',
  'Hot references',
  'This fraction of the references …',
  '0–1',
  [0, 1],
  0.9,
);
const hotShare = setting(
  'hotShare',
  'Hot pages',
  '… goes to this share of the hot set’s pages.',
  '0–1',
  [0.01, 1],
  0.1,
);
export const phaseReferences: ParameterInfo = {
  ...setting(
    'phaseReferences',
    'Length of a phase',
    'So many references later the hot window moves, or memory grows or shrinks.',
    'references',
    [1, 1_000_000_000],
    defaultPhases.phaseReferences,
  ),
  step: 1,
};
export const growSteps: ParameterInfo = {
  ...setting(
    'growSteps',
    'Steps of growth',
    'Memory in use grows by so many steps and shrinks again.',
    '',
    [1, 100],
    defaultPhases.growSteps,
  ),
  step: 1,
  source: '[A] section 5: five calls of increase_mem',
};

const hotRegion = (input: WorkloadInput): number => input.hotStart + input.hotPages + input.coldPages;

export const workloads: readonly WorkloadEntry[] = [
  {
    kind: 'traces',
    name: 'Recorded programs',
    description:
      'Page references recorded from four real programs, replayed as processes and spread over the memory in runs of 16 pages.',
    source: 'valgrind lackey recordings, see public/page-traces',
    parameters: [
      referencesPerSecond,
      setting(
        'processes',
        'Processes',
        'Programs replayed at once, one address space and one tree each.',
        '',
        [1, 96],
        24,
      ),
    ],
    create: (input, layout) => new TraceWorkload(input.library, input.processes, input.memoryPages, layout),
    pagesNeeded: (input) => pagesNeeded(input.library, input.processes),
  },
  {
    kind: 'uniform',
    name: 'Uniform',
    description: 'Every page of the hot set is referred to alike.',
    source: 'synthetic',
    parameters: synthetic,
    create: (input) => new UniformWorkload(input),
    pagesNeeded: hotRegion,
  },
  {
    kind: 'zipf',
    name: 'Zipf',
    description: 'The r-th hottest page is referred to in proportion to 1/r^exponent.',
    source: 'synthetic',
    parameters: [...synthetic, setting('exponent', 'Exponent', 'How uneven it is.', '', [0, 3], 1)],
    create: (input, layout) => new ZipfWorkload(input, layout),
    pagesNeeded: hotRegion,
  },
  {
    kind: 'hot-cold',
    name: 'Hot and cold',
    description:
      'A fraction of the references goes to a small share of the hot set, the rest to its other pages.',
    source: 'synthetic',
    parameters: [...synthetic, hotFraction, hotShare],
    create: (input) => new HotColdWorkload(input),
    pagesNeeded: hotRegion,
  },
  {
    kind: 'sequential',
    name: 'Sequential',
    description: 'A sweep over the hot set, again and again.',
    source: 'synthetic',
    parameters: synthetic,
    create: (input) => new SequentialWorkload(input),
    pagesNeeded: hotRegion,
  },
  {
    kind: 'phases',
    name: 'Phases',
    description: 'A hot window that moves to another place of the hot set every so often.',
    source: 'synthetic',
    parameters: [...synthetic, hotFraction, hotShare, phaseReferences],
    create: (input) => new PhasesWorkload(input),
    pagesNeeded: hotRegion,
  },
  {
    kind: 'matrix',
    name: 'Matrices in growing memory',
    description: 'Products of square matrices while memory grows by steps and shrinks again.',
    source: '[A] section 5, increase_mem and decrease_mem',
    parameters: [...synthetic, phaseReferences, growSteps],
    create: (input) => new MatrixWorkload(input),
    pagesNeeded: hotRegion,
  },
];

/** @throws Error naming the known kinds */
export function workloadEntry(kind: string): WorkloadEntry {
  const entry = workloads.find((candidate) => candidate.kind === kind);
  if (entry === undefined) {
    const known = workloads.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no workload "${kind}"; use one of ${known}.`);
  }
  return entry;
}
