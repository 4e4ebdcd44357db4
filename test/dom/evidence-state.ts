/** An Evidence page with something on it, for components: runs, twins and curves are the engine's own, the actions are spies. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from '@testing-library/react';
import { vi } from 'vitest';
import {
  type MeasuredRun,
  measuredRounds,
  measuredSamples,
  specOfRun,
  twinRowsOf,
} from '../../src/engine/experiments/measured-runs.ts';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { migrateSoloSteps } from '../../src/engine/simulation/solo.ts';
import { SoloJournal } from '../../src/engine/simulation/solo-journal.ts';
import { defaultSolo, type SoloSpec } from '../../src/engine/simulation/solo-spec.ts';
import type {
  LogReading,
  MigrationCatalogue,
  MoveSide,
  PublishedFit,
  TwinDetail,
  TwinRow,
} from '../../src/protocol/migration/requests.ts';
import { SAMPLE_WIDTH } from '../../src/protocol/migration/requests.ts';
import { initialState } from '../../src/store/evidence/initial.ts';
import { evidenceStore } from '../../src/store/evidence/store.ts';
import type { EvidenceActions, EvidenceState } from '../../src/store/evidence/types.ts';
import type { LongWork } from '../../src/store/long-work.ts';

const file = join(import.meta.dirname, '../../public/evidence/qemu-migrations.json');
const measured = JSON.parse(readFileSync(file, 'utf8')) as MeasuredRun[];
const library = traceLibrary([]);

function sideOf(spec: SoloSpec): MoveSide {
  const journal = new SoloJournal(false);
  const steps = migrateSoloSteps(spec, library, journal);
  for (;;) {
    const { done, value } = steps.next();
    if (done !== true) continue;
    const { endMs, suspendedMs, resumedMs, series, rows, pause, pauseRows, turns } = journal;
    const figures = { endMs, suspendedMs, resumedMs, series, rows, pause, pauseRows, turns };
    return { spec, pages: 0, result: value, heldPages: null, ...figures };
  }
}

/** A configuration's runs beside their twin. */
function detailsOf(name: string): TwinDetail[] {
  const run = measured.find((one) => one.name === name);
  if (run === undefined) throw new Error(`There is no run ${name}.`);
  const twin = sideOf(specOfRun(run));
  return twinRowsOf(run, twin.result).map((row, i) => {
    const repeat = run.repeats[i];
    if (repeat === undefined) throw new Error(`The run ${name} has no repeat ${i}.`);
    const samples = measuredSamples(repeat);
    const sampleRows = samples.length / SAMPLE_WIDTH;
    return { row, samples, sampleRows, measuredRounds: measuredRounds(repeat), twin };
  });
}

/** One configuration of each mode, and one that never converged. */
export const details: readonly TwinDetail[] = [
  'u-128-32-h16-2000-d30',
  'u-128-32-h4-50000-d30',
  'ac-u-128-32-h4-50000-d30',
  'post-u-128-32-h16-8000',
  'xb-u-256-64-h64-20000-d300',
].flatMap(detailsOf);

export const rows: readonly TwinRow[] = details.map(({ row }) => row);

export function readingOf(part: Partial<LogReading> = {}): LogReading {
  const detail = details[0] as TwinDetail;
  return {
    problem: null,
    complaints: ['Line 7 is no JSON: it ends too early.'],
    lines: 42,
    measured: detail.row.measured,
    samples: detail.samples,
    sampleRows: detail.sampleRows,
    settings: [
      {
        path: 'vm.memoryMiB',
        label: 'Memory',
        unit: 'MiB',
        value: 128,
        from: 'ram.total of line 1, less the read-only memory.',
      },
      {
        path: 'strategy.autoConverge',
        label: 'Auto-converge',
        unit: '',
        value: false,
        from: 'Assumed: no line tells of a throttle.',
      },
      {
        path: 'vm.workload.pattern',
        label: 'Pattern',
        unit: '',
        value: 'uniform',
        from: 'Assumed: a log does not tell.',
      },
    ],
    twin: detail.twin,
    ...part,
  };
}

export const fits: readonly PublishedFit[] = [
  {
    name: 'MMuncher',
    source: 'Clark et al. 2005, published, not re-checked',
    memoryBytes: 512 * 1_048_576,
    roundBytes: [255.4e6, 44e6, 116e6, 222.5e6],
    totalBytes: 638e6,
    downtimeMs: 3500,
    settled: 'The total gave how fast the hot pages are written.',
    fitted: {
      hotPages: 40_000,
      hotWritesPerSecond: 20_000,
      coldPages: 20_000,
      coldWritesPerSecond: 200,
      roundBytes: [260e6, 40e6, 110e6, 228e6],
      totalBytes: 638e6,
      downtimeMs: 3650,
    },
    roundErrors: [0.018, 0.09, 0.05, 0.025],
    medianRoundError: 0.0375,
  },
];

const catalogue = {
  version: 'test',
  defaultLab: { spec: defaultSolo, against: null },
  strategies: [],
  stopRules: [],
  predictors: [],
  workloads: [
    { kind: 'uniform', name: 'Uniform' },
    { kind: 'zipf', name: 'Zipf' },
  ],
  parameters: [],
} as unknown as MigrationCatalogue;

export const over = <T>(result: T): LongWork<T> => ({ busy: false, done: 1, result, problem: null });

/** The actions a component may call; each does nothing. */
function spies() {
  return {
    setSection: vi.fn(),
    openSection: vi.fn(),
    startTwins: vi.fn(),
    cancelTwins: vi.fn(),
    choose: vi.fn(),
    startGains: vi.fn(),
    cancelGains: vi.fn(),
    startTables: vi.fn(),
    startPublished: vi.fn(),
    startReferences: vi.fn(),
    cancelReferences: vi.fn(),
    startSpeed: vi.fn(),
    cancelSpeed: vi.fn(),
    openLog: vi.fn(),
    setLogParameter: vi.fn(),
    cancelLog: vi.fn(),
    closeLog: vi.fn(),
    tell: vi.fn(),
    dismissNotice: vi.fn(),
    link: vi.fn(() => ''),
    killWorker: vi.fn(),
  } satisfies EvidenceActions;
}

export function setEvidence(part: Partial<EvidenceState> = {}): ReturnType<typeof spies> {
  const actions = spies();
  evidenceStore.setState({ ...initialState(), status: 'ready', catalogue, actions, ...part }, true);
  return actions;
}

export function changeEvidence(part: Partial<EvidenceState>): void {
  act(() => evidenceStore.setState(part));
}
