/** Paper A's three experiments as runs, and all of them worked out, slice by slice. */
import type { Micros } from '../../base/units.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { defaultScenario, demoRun } from '../simulation/default-scenario.ts';
import { MEMORY_STEP_MB } from '../simulation/memory-in-use.ts';
import type { FailoverMode, Run, Scenario, TimedCommand } from '../simulation/scenario.ts';
import { emptySeries } from '../simulation/series.ts';
import { createSimulation } from '../simulation/simulation.ts';
import { advance } from '../timeline/timeline.ts';
import { type PaperValue, readPaperTables } from './paper-tables.ts';

const SERVER = 'x2';
const CALLS = 5;
const EVERY_MS = 2000;
const SLICE_US: Micros = 100_000;

/** Five calls of increase_mem, five of decrease_mem, one each 2 s, by httperf on x0: from nothing to 50 MB and back. */
const memoryRun: Run = {
  scenario: {
    ...defaultScenario,
    durationMs: (2 * CALLS + 1) * EVERY_MS,
    guests: defaultScenario.guests.map((guest) =>
      guest.name === SERVER ? { ...guest, memoryInUseMB: guest.memoryInUseMB - MEMORY_STEP_MB } : guest,
    ),
  },
  commands: [...calls('increase-mem', 1), ...calls('decrease-mem', CALLS + 1)],
};

function calls(kind: 'increase-mem' | 'decrease-mem', first: number): TimedCommand[] {
  return Array.from({ length: CALLS }, (_, i) => ({
    atMs: (first + i) * EVERY_MS,
    command: { kind, vm: SERVER },
  }));
}

/** 3 000 pings in 30 s; node 1 is stopped at 18 s. */
function stopRun(failover: FailoverMode): Run {
  return { ...demoRun, scenario: { ...defaultScenario, failover } };
}

export interface PaperRuns {
  readonly memory: Run;
  readonly script: Run;
  readonly stock: Run;
}

export const paperRuns: PaperRuns = {
  memory: memoryRun,
  script: stopRun('paper-script'),
  stock: stopRun('stock-migrating'),
};

const TABLES_OF: Readonly<Record<keyof PaperRuns, readonly PaperValue['table'][]>> = {
  memory: [1, 2],
  script: [3],
  stock: [4],
};

export interface PaperTables {
  readonly values: readonly PaperValue[];
}

/** All four tables, each from its own run. Yields how far it is, 0–1. */
export function* paperTables(library: TraceLibrary): Generator<number, PaperTables, void> {
  const runs = Object.entries(paperRuns) as [keyof PaperRuns, Run][];
  const wholeUs = runs.reduce((sum, [, run]) => sum + endOf(run), 0);
  const values: PaperValue[] = [];
  let doneUs = 0;
  for (const [name, run] of runs) {
    const sim = createSimulation(copyOf(run.scenario), library);
    const series = emptySeries();
    while (sim.nowUs < endOf(run)) {
      advance(sim, run.commands, Math.min(endOf(run), sim.nowUs + SLICE_US), series);
      yield (doneUs + sim.nowUs) / wholeUs;
    }
    doneUs += endOf(run);
    const read = readPaperTables(sim, series, run, sim.nowUs);
    values.push(...read.filter(({ table }) => TABLES_OF[name].includes(table)));
  }
  return { values };
}

const endOf = (run: Run): Micros => run.scenario.durationMs * 1000;

/** The engine freezes what it runs. */
const copyOf = (scenario: Scenario): Scenario => JSON.parse(JSON.stringify(scenario)) as Scenario;
