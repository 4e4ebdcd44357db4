/** Runs for tests: the default scenario, and a small cluster whose migrations take a fifth of a second. */
import { hashState } from '../../../src/base/clone.ts';
import type { Micros } from '../../../src/base/units.ts';
import { runProblem } from '../../../src/engine/simulation/check.ts';
import { defaultScenario } from '../../../src/engine/simulation/default-scenario.ts';
import type {
  GuestSpec,
  Run,
  Scenario,
  TimedCommand,
  WorkloadSpec,
} from '../../../src/engine/simulation/scenario.ts';
import { emptySeries, type Series } from '../../../src/engine/simulation/series.ts';
import { createSimulation } from '../../../src/engine/simulation/simulation.ts';
import type { SimState } from '../../../src/engine/simulation/state.ts';
import { advance } from '../../../src/engine/timeline/timeline.ts';
import { mergeOver } from '../../../src/protocol/merge.ts';
import { library } from '../recorded.ts';

/** Parts of a scenario, as deep as wanted. */
export type Part<T> = T extends readonly (infer E)[]
  ? readonly Part<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Part<T[K]> }
    : T;

const work: WorkloadSpec = {
  kind: 'traces',
  referencesPerSecond: 20_000,
  processes: 4,
  hotSetPages: 600,
  writeShare: 0.5,
  exponent: 1,
  hotFraction: 0.9,
  hotShare: 0.1,
};

const guest = (
  name: string,
  node: number,
  memoryMiB: number,
  workload: Partial<WorkloadSpec>,
): GuestSpec => ({
  name,
  os: 'Ubuntu',
  role: 'test',
  node,
  memoryMiB,
  cpuPercent: 5,
  requestsPerSecond: 0,
  memoryInUseMB: 10,
  workload: { ...work, ...workload },
});

const smallScenario: Scenario = {
  ...defaultScenario,
  seed: 1,
  durationMs: 1500,
  cluster: { nodes: 3, memoryMiB: 512, dom0MiB: 384, cores: 2, layers: 'para', dom0CapPercent: 100 },
  guests: [
    guest('x0', 1, 16, {}),
    guest('x1', 1, 8, { kind: 'hot-cold', referencesPerSecond: 3000 }),
    guest('x2', 2, 8, { kind: 'uniform', referencesPerSecond: 500 }),
  ],
  migration: { ...defaultScenario.migration, batchPages: 128, tailMs: 200 },
  prediction: { ...defaultScenario.prediction, workingSetPages: 200, cachePages: 500 },
};

/** Its migrations end within half a second after the stop. */
export const SMALL_STOP_MS = 400;

export const stop = (node: number, atMs: number): TimedCommand => ({
  atMs,
  command: { kind: 'stop-node', node },
});

export function smallRun(
  part: Part<Scenario> = {},
  commands: readonly TimedCommand[] = [stop(1, SMALL_STOP_MS)],
): Run {
  const run = { scenario: mergeOver(smallScenario, part) as Scenario, commands };
  const problem = runProblem(run, library);
  if (problem !== null) throw new Error(problem);
  return run;
}

export interface Played {
  readonly run: Run;
  readonly sim: SimState;
  readonly series: Series;
}

/** A run straight to a moment, recorded. */
export function play(run: Run, toUs: Micros = run.scenario.durationMs * 1000): Played {
  const sim = createSimulation(structuredClone(run.scenario), library);
  const series = emptySeries();
  advance(sim, run.commands, toUs, series);
  return { run, sim, series };
}

/** Everything a recording holds, to be compared: by table its rows and their digest. */
export function contentsOf({ accesses, ...tables }: Series): Record<string, string> {
  const contents: Record<string, string> = {};
  for (const [name, table] of Object.entries(tables)) {
    contents[name] = `${table.rows} rows, ${hashState(table.slice(0, table.rows))}`;
  }
  for (let vm = 0; vm < 8; vm += 1) {
    for (let process = 0; process < 24; process += 1) {
      const keys = accesses.keysUntil(vm, process, Number.POSITIVE_INFINITY);
      if (keys.length === 0) continue;
      const last = accesses.timeOfLast(vm, process, 1, Number.POSITIVE_INFINITY);
      contents[`accesses of process ${process} of VM ${vm}`] = `${keys.length}, ${hashState([keys, last])}`;
    }
  }
  return contents;
}
