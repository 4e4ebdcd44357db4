/**
 * A worker that answers like the real one with a story of fixed length: each stop is followed by the phases below.
 * It makes no difference between seeking and running on, so it is its own reference.
 */

import { SERIES_NAMES } from '../../src/base/columns.ts';
import { type Frame, SCALAR, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import type { History, MigrationRecord, Phase, PhaseName, Run } from '../../src/protocol/model.ts';
import type { FrameRequest, FromWorker, ToWorker } from '../../src/protocol/requests.ts';
import { ALONE, CALM } from '../dom/history-fields.ts';
import { sampleRun } from './sample-run.ts';

/** phase and how long after the stop it begins, ms */
const STORY: readonly [PhaseName, number][] = [
  ['stop-notice', 0],
  ['reserve', 40],
  ['predict', 60],
  ['round-1', 150],
  ['round-2', 3100],
  ['stop-and-copy', 3160],
  ['activate', 3190],
  ['recover', 3220],
];

export function toyEngine(): (message: ToWorker) => FromWorker | null {
  const runs = new Map<string, Run>();
  return (message) => {
    const { id } = message;
    switch (message.name) {
      case 'describe': {
        const catalogue = {
          version: '0.0.0',
          defaultRun: sampleRun,
          demoRun: {
            ...sampleRun,
            commands: [{ atMs: 18_000, command: { kind: 'stop-node' as const, node: 1 } }],
          },
          paperRuns: { memory: sampleRun, script: sampleRun, stock: sampleRun },
          strategies: [],
          stopRules: [],
          pageContents: [],
          predictors: [],
          trees: [],
          workloads: [],
          presets: [],
          layers: [],
          commands: [],
          parameters: [],
        };
        return { id, name: 'describe', reply: catalogue };
      }
      case 'open': {
        const { run } = message.request;
        const problem = run.scenario.migration.rateMbps < 0 ? 'The pace is negative.' : null;
        const { migration, prediction } = run.scenario;
        const runKey = JSON.stringify([migration.rateMbps, prediction.predictor, run.commands]);
        runs.set(runKey, run);
        return { id, name: 'open', reply: { runKey, problem } };
      }
      case 'frame': {
        const run = runs.get(message.request.runKey);
        return run
          ? { id, name: 'frame', reply: frameAt(run, message.request) }
          : { id, error: 'unknown run' };
      }
      case 'why':
        return { id, name: 'why', reply: { causes: [] } };
      case 'compare':
        return { id, name: 'compare', reply: null };
      default:
        return { id, error: `${message.name} is beyond the toy` };
    }
  };
}

export function phasesUntil(run: Run, atUs: number): Phase[] {
  const phases: Phase[] = [{ vm: 0, name: 'steady', startUs: 0, endUs: null }];
  for (const { atMs } of run.commands) {
    for (const [name, afterMs] of STORY) {
      const startUs = (atMs + afterMs) * 1000;
      if (startUs <= atUs) phases.push({ vm: 0, name, startUs, endUs: null });
    }
  }
  return phases;
}

function frameAt(run: Run, request: FrameRequest): Frame {
  const atUs = request.toUs;
  const phases = phasesUntil(run, atUs);
  const revision = phases.length + run.commands.length * 100;
  const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
  const last = run.commands.at(-1)?.atMs ?? 0;
  scalars[SCALAR.timeUs] = atUs;
  scalars[SCALAR.focusVm] = 0;
  scalars[SCALAR.finished] = atUs >= Math.max(30_000, last + 6000) * 1000 ? 1 : 0;
  return {
    generation: request.generation,
    runKey: request.runKey,
    scalars,
    cpu: new Float64Array(6),
    heard: new Float64Array(0),
    pages: null,
    tree: null,
    history: revision === request.have.historyRevision ? null : historyOf(revision, phases),
    series: SERIES_NAMES.filter((name) => name === 'pings').map((name) => ({
      name,
      from: request.have.series[name],
      rows: pingRows(request.have.series[name], Math.floor(atUs / 10_000) + 1),
    })),
  };
}

function pingRows(from: number, to: number): Float64Array {
  const rows: number[] = [];
  for (let i = from; i < to; i++) rows.push(i * 10_000, 0.25, 0, 0, 0, -1);
  return Float64Array.from(rows);
}

const MOVED: MigrationRecord = {
  id: 0,
  vm: 0,
  from: 0,
  to: 1,
  strategy: 'pre-copy',
  startUs: 18_150_000,
  suspendUs: 21_160_000,
  endUs: 21_220_000,
  outcome: 'completed',
  totalPages: 65_536,
  heldPages: 0,
  pagesSent: 65_536,
  bytesSent: 269_000_000,
  heldWritten: 0,
  dirtiedDistinct: 0,
  rounds: [],
};

function historyOf(revision: number, phases: Phase[]): History {
  return {
    revision,
    phases,
    migrations: phases.some(({ name }) => name === 'recover') ? [MOVED] : [],
    events: [],
    vms: [
      {
        id: 0,
        name: 'x0',
        os: 'Ubuntu',
        role: '',
        memoryPages: 65_536,
        node: 0,
        state: 'running',
        belief: { state: 'started', node: 0 },
        ...ALONE,
        responseMs: null,
      },
    ],
    nodes: [],
    ...CALM,
  };
}
