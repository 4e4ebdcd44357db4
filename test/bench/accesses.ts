/**
 * Page references per second: drawing them, predicting from them, and the whole engine making them, against the least
 * that counting pages could cost, one add in a typed array.
 */
import { RandomStream } from '../../src/base/random.ts';
import { defaultTuning } from '../../src/engine/memory/predictor-parameters.ts';
import { predictors } from '../../src/engine/memory/predictor-registry.ts';
import { workloadEntry } from '../../src/engine/memory/workload-registry.ts';
import { defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import { workloadInput } from '../../src/engine/simulation/guests.ts';
import { emptySeries } from '../../src/engine/simulation/series.ts';
import { createSimulation, runUntil } from '../../src/engine/simulation/simulation.ts';
import { createTree, treeKinds } from '../../src/engine/trees/registry.ts';
import { library } from '../engine/recorded.ts';
import { inTurns, millions, type Table, times } from './measure.ts';

const REFERENCES = 400_000;
const BASELINE = 'typed-array counter';
const ONE_ACCESS = 'lazy counting tree, one access each';

export function benchAccesses(rounds: number): Table {
  const [guest] = defaultScenario.guests;
  if (guest === undefined) throw new Error('The default scenario has no guest.');
  const input = workloadInput(guest, library);
  const random = new RandomStream(1, 'bench');
  const makeWorkload = () => workloadEntry('traces').create(input, new RandomStream(1, 'layout'));
  const pages = new Int32Array(REFERENCES);
  const recorded = makeWorkload();
  for (let i = 0; i < REFERENCES; i += 1) {
    recorded.next(random);
    pages[i] = recorded.page;
  }
  const counts = new Uint32Array(input.memoryPages);
  const works: Record<string, () => void> = {
    [BASELINE]: () => {
      for (let i = 0; i < pages.length; i += 1) {
        const page = pages[i] as number;
        counts[page] = (counts[page] as number) + 1;
      }
    },
    // one tree for all: what a single access costs, without processes to choose from
    [ONE_ACCESS]: () => {
      const tree = createTree('lazy-counting');
      for (const page of pages) tree.access(page);
    },
    'recorded programs': () => {
      const workload = makeWorkload();
      for (let i = 0; i < REFERENCES; i += 1) workload.next(random);
    },
  };
  for (const { kind, create } of predictors) {
    const { prediction } = defaultScenario;
    works[`… with predictor ${kind}`] = () => {
      const workload = makeWorkload();
      const predictor = create({
        ...defaultTuning,
        ...prediction,
        memoryPages: input.memoryPages,
        processes: workload.processes,
      });
      for (let i = 0; i < REFERENCES; i += 1) {
        workload.next(random);
        predictor.reference(workload.process, workload.key, workload.page);
      }
    };
  }
  const perSecond = defaultScenario.guests.reduce(
    (sum, { workload }) => sum + workload.referencesPerSecond,
    0,
  );
  const untilUs = (REFERENCES / perSecond) * 1e6;
  works['whole engine, not recorded'] = () =>
    runUntil(createSimulation(defaultScenario, library), untilUs, null);
  works['whole engine, recorded'] = () =>
    runUntil(createSimulation(defaultScenario, library), untilUs, emptySeries());
  const taken = inTurns(works, rounds);
  const base = taken.get(BASELINE) ?? Number.NaN;
  const oneAccess = taken.get(ONE_ACCESS) ?? Number.NaN;
  return {
    title: 'Page references',
    baseline: BASELINE,
    columns: ['× one tree access'],
    rows: [...taken].map(([what, seconds]) => ({
      what,
      figure: millions(REFERENCES / seconds),
      more: [times(oneAccess / seconds)],
      ratio: base / seconds,
    })),
  };
}

/** What it costs to write each access down as invertible steps. */
export function benchRecording(rounds: number): Table[] {
  const stream = new RandomStream(2, 'steps');
  const keys = Int32Array.from({ length: 200_000 }, () =>
    Math.floor(4096 * stream.uniform() * stream.uniform()),
  );
  return treeKinds.map(({ kind }) => {
    const works = {
      'steps not recorded': () => {
        const tree = createTree(kind);
        for (const key of keys) tree.access(key);
      },
      'steps recorded': () => {
        const tree = createTree(kind);
        for (const key of keys) tree.access(key, []);
      },
    };
    const taken = inTurns(works, rounds);
    const base = taken.get('steps not recorded') ?? Number.NaN;
    return {
      title: `Accesses of ${kind}`,
      baseline: 'not recorded',
      rows: [...taken].map(([what, seconds]) => ({
        what,
        figure: millions(keys.length / seconds),
        ratio: base / seconds,
      })),
    };
  });
}
