import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import type { Predictor, PredictorSettings } from '../../../src/engine/memory/predictor.ts';
import { defaultTuning } from '../../../src/engine/memory/predictor-parameters.ts';
import { predictorEntry, predictors } from '../../../src/engine/memory/predictor-registry.ts';
import type { Workload } from '../../../src/engine/memory/workload.ts';
import { workloadEntry } from '../../../src/engine/memory/workload-registry.ts';
import { library } from '../recorded.ts';

const SEED = { seed: 20_100_501, numRuns: 60 };
const MEMORY = 4096;

const settings: PredictorSettings = {
  memoryPages: MEMORY,
  processes: 4,
  cachePages: 100,
  score: 'depth',
  lruAsPrinted: false,
  ...defaultTuning,
};

function workload(): Workload {
  const input = {
    library,
    processes: 4,
    memoryPages: MEMORY,
    hotStart: 0,
    hotPages: 1,
    coldPages: 0,
    coldFraction: 0,
    writeShare: 1,
    exponent: 1,
    hotFraction: 1,
    hotShare: 1,
    phaseReferences: 250,
    growSteps: 5,
  };
  return workloadEntry('traces').create(input, new RandomStream(1, 'layout'));
}

const random = new RandomStream(1, 'unused');

function watch(predictor: Predictor, watched: Workload, references: number): void {
  for (let i = 0; i < references; i += 1) {
    watched.next(random);
    predictor.reference(watched.process, watched.key, watched.page);
  }
}

const kinds = predictors.map(({ kind }) => kind);

describe.each(kinds)('%s', (kind) => {
  const make = (own: Partial<PredictorSettings> = {}): Predictor =>
    predictorEntry(kind).create({ ...settings, ...own });

  test('at most as many pages as asked for, each once, each of the memory', () => {
    const cases = [fc.nat(3000), fc.nat(300), fc.integer({ min: 1, max: 200 }), fc.boolean()] as const;
    fc.assert(
      fc.property(...cases, (references, limit, cachePages, lruAsPrinted) => {
        const predictor = make({ cachePages, lruAsPrinted });
        const watched = workload();
        watch(predictor, watched, references);
        const predicted = [...predictor.predict(limit, watched)];
        expect(predicted.length).toBeLessThanOrEqual(Math.min(limit, cachePages));
        expect(new Set(predicted).size).toBe(predicted.length);
        for (const page of predicted) expect(watched.processOf(page)).toBeGreaterThanOrEqual(0);
      }),
      SEED,
    );
  });

  test('knows the past only: where the programs stand makes no difference, asking makes none', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 3000 }), fc.nat(500), (past, future, later) => {
        const watched = workload();
        const predictor = make();
        const asked = make();
        watch(predictor, watched, past);
        watch(asked, workload(), past);
        const now = predictor.predict(80, watched);
        const elsewhere = workload();
        for (let i = 0; i < future; i += 1) elsewhere.next(random);
        expect(asked.predict(80, elsewhere)).toEqual(now);
        expect(asked.predict(80, watched)).toEqual(now);
        // one that was asked before goes on like one that was not
        const [a, b] = [workload(), workload()];
        watch(asked, a, later);
        watch(predictor, b, later);
        expect(asked.predict(80, a)).toEqual(predictor.predict(80, b));
      }),
      SEED,
    );
  });
});

/** Distinct pages of the references, the last first. */
function lastPages(references: number): number[] {
  const watched = workload();
  const pages: number[] = [];
  for (let i = 0; i < references; i += 1) {
    watched.next(random);
    pages.push(watched.page);
  }
  return [...new Set(pages.reverse())];
}

test('none predicts nothing', () => {
  const predictor = predictorEntry('none').create(settings);
  watch(predictor, workload(), 500);
  expect(predictor.predict(100, workload())).toHaveLength(0);
});

test('lru predicts the pages referred to last', () => {
  const predictor = predictorEntry('lru').create(settings);
  const watched = workload();
  watch(predictor, watched, 2500);
  expect([...predictor.predict(70, watched)]).toEqual(lastPages(2500).slice(0, 70));
  expect([...predictor.predict(1000, watched)]).toEqual(lastPages(2500).slice(0, 100));
});

test.each(['depth', 'self-count'] as const)('the tree predicts the cached pages first by %s', (score) => {
  const predictor = predictorEntry('lazy-counting').create({ ...settings, score });
  const watched = workload();
  watch(predictor, watched, 2500);
  const cached = lastPages(2500).slice(0, 100);
  const measure = (page: number): [number, number] => {
    const tree = predictor.treeOf(watched.processOf(page));
    if (tree === null) throw new Error('The predictor keeps no tree.');
    const key = watched.keyOf(page);
    const [depth, count] = [tree.depthOf(key), tree.selfAt(tree.nodeOf(key))];
    return score === 'depth' ? [depth, -count] : [-count, depth];
  };
  const wanted = cached
    .map((page) => ({ page, by: measure(page) }))
    .sort((a, b) => a.by[0] - b.by[0] || a.by[1] - b.by[1] || a.page - b.page)
    .map(({ page }) => page);
  expect([...predictor.predict(40, watched)]).toEqual(wanted.slice(0, 40));
  expect([...predictor.predict(1000, watched)]).toEqual(wanted);
});

test('each process has its own tree, and it counts each reference once', () => {
  const predictor = predictorEntry('lazy-counting').create(settings);
  watch(predictor, workload(), 4 * 321);
  for (let process = 0; process < 4; process += 1) {
    expect(predictor.treeOf(process)?.totals.operations).toBe(321);
  }
  expect(predictor.treeOf(4)).toBeNull();
});

test('an unknown predictor is named together with the known ones', () => {
  expect(() => predictorEntry('fortune')).toThrow(
    'There is no predictor "fortune"; use one of none, lru, lazy-counting, lru-k, fbr, lrfu, lru-sp, oracle.',
  );
});
