/** The experiment in small: what must hold whatever the figures are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { gainCases, predictionGain } from '../../../src/engine/experiments/prediction-gain.ts';
import { scorePrediction } from '../../../src/engine/memory/prediction-score.ts';
import { defaultTuning } from '../../../src/engine/memory/predictor-parameters.ts';
import { predictorEntry, predictors } from '../../../src/engine/memory/predictor-registry.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { syntheticWorkload } from '../memory/synthetic.ts';
import { library } from '../recorded.ts';

const cases = gainCases(library);

test('four recorded programs and three patterns, all of which can be run', () => {
  expect(cases.map(({ name }) => name)).toEqual([
    'matrix',
    'gzip',
    'cc1',
    'sort',
    'hot-cold',
    'zipf',
    'phases',
  ]);
  for (const { spec } of cases) expect(soloProblem(spec)).toBeNull();
});

describe.each(['round-1', 'until-stop'] as const)('held %s', (hold) => {
  const rows = gainCases(library, { hold })
    .filter(({ name }) => name === 'gzip' || name === 'hot-cold')
    .map((one) => [one.name, [...predictionGain([one], [1, 2])]] as const);

  test.each(rows)(
    '%s: a row for each predictor, told by the migration and by the guess alike',
    (name, found) => {
      expect(found.map(({ predictor }) => predictor)).toEqual(predictors.map(({ kind }) => kind));
      const [none] = found;
      for (const row of found) {
        expect([row.workload, row.completed]).toEqual([name, true]);
        // a page is 4104 bytes on the wire, and all 8192 must go
        expect(row.bytesSent).toBeGreaterThanOrEqual(8192 * 4104);
        expect(row.heldPages).toBe(row.score.predicted);
        expect(row.score.written).toBe(none?.score.written);
        expect(row.downtimeMs).toBeLessThan(row.totalTimeMs);
      }
      expect(none?.score).toMatchObject({ predicted: 0, hits: 0, precision: null, recall: 0 });
    },
  );

  test.each(rows)('%s: the oracle errs never and recalls at least as much as anyone', (_, found) => {
    const oracle = found.find(({ predictor }) => predictor === 'oracle')?.score;
    expect(oracle?.precision).toBe(1);
    for (const { score } of found) expect(oracle?.hits).toBeGreaterThanOrEqual(score.hits);
  });
});

test('the oracle bounds every predictor’s recall on any workload, limit and span', () => {
  const draws = [
    fc.constantFrom('uniform', 'zipf', 'hot-cold', 'sequential', 'phases', 'matrix'),
    fc.nat(1000),
    fc.integer({ min: 0, max: 64 }),
    fc.nat(300),
    fc.integer({ min: 1, max: 300 }),
  ] as const;
  fc.assert(
    fc.property(...draws, (pattern, seed, limit, watched, span) => {
      const scores = predictors.map(({ kind }) =>
        scorePrediction(
          predictorEntry(kind).create({
            memoryPages: 64,
            processes: 1,
            cachePages: 40,
            score: 'depth',
            lruAsPrinted: false,
            ...defaultTuning,
          }),
          syntheticWorkload(pattern, { writeShare: 0.6, phaseReferences: 90 }, seed),
          new RandomStream(seed, 'references'),
          limit,
          watched,
          span,
        ),
      );
      const oracle = scores[predictors.findIndex(({ kind }) => kind === 'oracle')];
      for (const { recall } of scores) expect(oracle?.recall ?? 0).toBeGreaterThanOrEqual(recall ?? 0);
      expect(oracle?.hits).toBe(Math.min(limit, oracle?.written ?? -1));
    }),
    { seed: 20_100_501, numRuns: 60 },
  );
});
