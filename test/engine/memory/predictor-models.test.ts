/** Each replacement method against its definition, worked out naively over the whole list of past references. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clone, hashState } from '../../../src/base/clone.ts';
import { RandomStream } from '../../../src/base/random.ts';
import {
  type Predictor,
  type PredictorSettings,
  predictWorkingSet,
} from '../../../src/engine/memory/predictor.ts';
import { defaultTuning } from '../../../src/engine/memory/predictor-parameters.ts';
import { predictorEntry, predictors } from '../../../src/engine/memory/predictor-registry.ts';
import type { Workload } from '../../../src/engine/memory/workload.ts';
import { lookAhead } from '../../../src/engine/memory/writes-ahead.ts';
import { syntheticWorkload } from './synthetic.ts';

const SEED = { seed: 20_100_501, numRuns: 150 };
const PAGES = 14;
const streams = fc.array(fc.nat(PAGES - 1), { maxLength: 160, size: 'max' });
const caches = fc.integer({ min: 1, max: 12 });

const nowhere = syntheticWorkload('uniform', { hotPages: PAGES, hotStart: 0, memoryPages: PAGES });

function make(kind: string, own: Partial<PredictorSettings>): Predictor {
  return predictorEntry(kind).create({
    memoryPages: PAGES,
    processes: 1,
    cachePages: 5,
    score: 'depth',
    lruAsPrinted: false,
    ...defaultTuning,
    ...own,
  });
}

function ranking(predictor: Predictor, pages: readonly number[]): number[] {
  for (const page of pages) predictor.reference(0, page, page);
  return [...predictor.predict(PAGES, nowhere)];
}

/** One cached page of a model. */
interface Held {
  page: number;
  count: number;
  last: number;
}

const leastBy =
  <T>(...measures: ((item: T) => number)[]) =>
  (a: T, b: T): number => {
    for (const measure of measures) {
      const difference = measure(a) - measure(b);
      if (difference !== 0) return difference;
    }
    return 0;
  };

describe('lru-k', () => {
  function model(pages: readonly number[], cache: number, k: number, asked: number): number[] {
    const period = Math.min(asked, cache - 1);
    const history = new Map<number, number[]>();
    const last = new Map<number, number>();
    const held = new Set<number>();
    const kth = (page: number): number => history.get(page)?.[k - 1] ?? 0;
    const lastOf = (page: number): number => last.get(page) ?? 0;
    pages.forEach((page, i) => {
      const time = i + 1;
      const times = history.get(page) ?? [];
      if (held.has(page)) {
        if (time - lastOf(page) > period) {
          const burst = lastOf(page) - (times[0] ?? 0);
          history.set(page, [time, ...times.map((moment) => moment + burst)].slice(0, k));
        }
      } else {
        if (held.size === cache) {
          const [victim] = [...held]
            .filter((other) => time - lastOf(other) > period)
            .sort(leastBy(kth, lastOf));
          held.delete(victim as number);
        }
        held.add(page);
        history.set(page, [time, ...times].slice(0, k));
      }
      last.set(page, time);
    });
    return [...held].sort(leastBy(kth, lastOf)).reverse();
  }

  test('is what its definition says', () => {
    const ks = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(streams, caches, ks, fc.nat(9), (pages, cachePages, lruK, correlatedReferences) => {
        const predictor = make('lru-k', { cachePages, lruK, correlatedReferences });
        expect(ranking(predictor, pages)).toEqual(model(pages, cachePages, lruK, correlatedReferences));
      }),
      SEED,
    );
  });

  test('with K = 1 and no correlated period is LRU', () => {
    fc.assert(
      fc.property(streams, caches, (pages, cachePages) => {
        const one = make('lru-k', { cachePages, lruK: 1, correlatedReferences: 0 });
        expect(ranking(one, pages)).toEqual(ranking(make('lru', { cachePages }), pages));
      }),
      SEED,
    );
  });
});

describe('fbr', () => {
  function model(pages: readonly number[], cache: number, newShare: number, oldShare: number): number[] {
    const oldPages = Math.min(cache, Math.max(1, Math.floor(cache * oldShare)));
    const newPages = Math.min(cache - oldPages, Math.floor(cache * newShare));
    /** the LRU stack, its top first */
    let stack: Held[] = [];
    pages.forEach((page, i) => {
      const at = stack.findIndex((item) => item.page === page);
      const item = stack[at] ?? { page, count: 1, last: 0 };
      if (at >= newPages) item.count += 1;
      if (at < 0 && stack.length === cache) {
        const [victim] = stack.slice(cache - oldPages).sort(
          leastBy(
            ({ count }) => count,
            ({ last }) => last,
          ),
        );
        stack = stack.filter((other) => other !== victim);
      }
      item.last = i + 1;
      stack = [item, ...stack.filter((other) => other !== item)];
    });
    return stack
      .sort(
        leastBy(
          ({ count }) => -count,
          ({ last }) => -last,
        ),
      )
      .map((item) => item.page);
  }

  test('is what its definition says', () => {
    const shares = fc.constantFrom(0, 0.25, 0.5, 1);
    fc.assert(
      fc.property(streams, caches, shares, shares, (pages, cachePages, fbrNewShare, fbrOldShare) => {
        const predictor = make('fbr', { cachePages, fbrNewShare, fbrOldShare });
        expect(ranking(predictor, pages)).toEqual(model(pages, cachePages, fbrNewShare, fbrOldShare));
      }),
      SEED,
    );
  });

  test('halves all counts when their mean passes 100, so that old favourites can be overtaken', () => {
    // pages 1 and 2 in turn: the new section is empty, so each hit counts
    const predictor = make('fbr', { cachePages: 4, fbrNewShare: 0 });
    ranking(
      predictor,
      Array.from({ length: 199 }, (_, i) => 1 + (i % 2)),
    );
    const before = (predictor as unknown as { counts: Uint32Array }).counts.slice();
    expect([...before.subarray(1, 3)]).toEqual([100, 99]);
    ranking(predictor, [2, 1]);
    expect([...(predictor as unknown as { counts: Uint32Array }).counts.subarray(1, 3)]).toEqual([51, 50]);
  });
});

describe('lrfu', () => {
  function model(pages: readonly number[], cache: number, lambda: number): number[] {
    const held = new Map<number, number[]>();
    const valueAt = (times: readonly number[], now: number): number =>
      times.reduce((sum, time) => sum + 2 ** (-lambda * (now - time)), 0);
    const order = (now: number): number[] =>
      [...held]
        .map(([page, times]) => ({ page, value: valueAt(times, now), last: times.at(-1) ?? 0 }))
        .sort((a, b) => {
          // the method adds in another order, so values that agree to 12 digits are one
          const near = Math.abs(a.value - b.value) <= 1e-12 * Math.abs(a.value + b.value);
          return near ? b.last - a.last : b.value - a.value;
        })
        .map(({ page }) => page);
    pages.forEach((page, i) => {
      const time = i + 1;
      const times = held.get(page);
      if (times !== undefined) times.push(time);
      else {
        if (held.size === cache) held.delete(order(time).at(-1) as number);
        held.set(page, [time]);
      }
    });
    return order(pages.length + 1);
  }

  test.each([0, 0.01, 0.3])('with λ = %d is what its definition says', (lrfuLambda) => {
    fc.assert(
      fc.property(streams, caches, (pages, cachePages) => {
        expect(ranking(make('lrfu', { cachePages, lrfuLambda }), pages)).toEqual(
          model(pages, cachePages, lrfuLambda),
        );
      }),
      SEED,
    );
  });

  test('with λ = 1 is LRU, even after a long time', () => {
    fc.assert(
      fc.property(streams, caches, (pages, cachePages) => {
        const long = [...Array.from({ length: 3000 }, (_, i) => i % 3), ...pages];
        const lrfu = make('lrfu', { cachePages, lrfuLambda: 1 });
        expect(ranking(lrfu, long)).toEqual(ranking(make('lru', { cachePages }), long));
      }),
      { ...SEED, numRuns: 40 },
    );
  });
});

describe('lru-sp', () => {
  function model(pages: readonly number[], cache: number): number[] {
    let held: Held[] = [];
    const worth = ({ count, last }: Held, now: number): number => count / (now - last);
    pages.forEach((page, i) => {
      const time = i + 1;
      const item = held.find((other) => other.page === page);
      if (item !== undefined) {
        item.count += 1;
        item.last = time;
        return;
      }
      if (held.length === cache) {
        // of each class ⌊log₂ count⌋ the least recent, of these the least worth, the first of the classes if equal
        const bottoms = new Map<number, Held>();
        for (const other of held) {
          const level = Math.floor(Math.log2(other.count));
          const bottom = bottoms.get(level);
          if (bottom === undefined || other.last < bottom.last) bottoms.set(level, other);
        }
        const [victim] = [...bottoms].sort(
          leastBy(
            ([, bottom]) => worth(bottom, time + 1),
            ([level]) => level,
          ),
        );
        held = held.filter((other) => other !== victim?.[1]);
      }
      held.push({ page, count: 1, last: time });
    });
    const now = pages.length + 1;
    return held
      .sort(
        leastBy(
          (item) => -worth(item, now),
          ({ last }) => -last,
        ),
      )
      .map(({ page }) => page);
  }

  test('is what its definition says', () => {
    fc.assert(
      fc.property(streams, caches, (pages, cachePages) => {
        expect(ranking(make('lru-sp', { cachePages }), pages)).toEqual(model(pages, cachePages));
      }),
      SEED,
    );
  });
});

describe('the future', () => {
  const patterns = fc.constantFrom('uniform', 'zipf', 'hot-cold', 'sequential');

  function watched(kind: string, pattern: string, seed: number) {
    const workload = syntheticWorkload(
      pattern,
      { hotPages: 60, hotStart: 4, memoryPages: 80, writeShare: 0.5 },
      seed,
    );
    const random = new RandomStream(seed, 'references');
    const predictor = make(kind, { memoryPages: 80, cachePages: 30 });
    for (let i = 0; i < 200; i += 1) {
      workload.next(random);
      predictor.reference(workload.process, workload.key, workload.page);
    }
    return { workload, random, predictor };
  }

  function writtenNext(workload: Workload, random: RandomStream, references: number): Set<number> {
    const pages = new Set<number>();
    for (let i = 0; i < references; i += 1) {
      workload.next(random);
      if (workload.write) pages.add(workload.page);
    }
    return pages;
  }

  test('looking ahead sees exactly what comes and changes nothing', () => {
    fc.assert(
      fc.property(patterns, fc.nat(100), fc.nat(300), (pattern, seed, references) => {
        const { workload, random } = watched('none', pattern, seed);
        const before = hashState({ workload, random });
        const ahead = lookAhead(workload, random, references);
        expect(hashState({ workload, random })).toBe(before);
        expect([...ahead.pages]).toEqual([...writtenNext(workload, random, references)]);
        expect(ahead.writes.length).toBe(ahead.pages.length);
      }),
      SEED,
    );
  });

  test.each(predictors.map(({ kind }) => kind))('%s: only the oracle sees it', (kind) => {
    let differing = 0;
    fc.assert(
      fc.property(patterns, fc.nat(100), (pattern, seed) => {
        const { workload, random, predictor } = watched(kind, pattern, seed);
        const one = [...predictWorkingSet(predictor, 10, workload, random, 300)];
        const other = [...predictWorkingSet(predictor, 10, workload, new RandomStream(seed, 'else'), 300)];
        if (kind !== 'oracle') expect(other).toEqual(one);
        else if (one.join() !== other.join()) differing += 1;
      }),
      SEED,
    );
    if (kind === 'oracle') expect(differing).toBeGreaterThan(0);
  });

  test('the oracle recalls at least as much as anyone', () => {
    fc.assert(
      fc.property(patterns, fc.nat(100), fc.nat(40), fc.nat(400), (pattern, seed, limit, references) => {
        const hits = predictors.map(({ kind }) => {
          const { workload, random, predictor } = watched(kind, pattern, seed);
          const predicted = predictWorkingSet(predictor, limit, workload, random, references);
          const written = writtenNext(workload, random, references);
          return predicted.filter((page) => written.has(page)).length;
        });
        const oracle = hits[predictors.findIndex(({ kind }) => kind === 'oracle')] ?? -1;
        for (const count of hits) expect(oracle).toBeGreaterThanOrEqual(count);
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('the oracle takes what pays most: pages sent in vain, or the most often written', () => {
    // 14 pages, 28 references: page p has its turn at 2p
    const ahead = {
      references: 28,
      pages: Int32Array.of(7, 3, 9, 1),
      writes: Int32Array.of(5, 1, 6, 2),
      firstAt: Int32Array.of(1, 7, 17, 20),
    };
    const guess = (hold: 'round-1' | 'until-stop') => [
      ...make('oracle', { hold }).predict(3, nowhere, ahead),
    ];
    expect(guess('round-1')).toEqual([1, 3, 9]);
    expect(guess('until-stop')).toEqual([9, 7, 1]);
    expect([...make('oracle', {}).predict(4, nowhere, ahead)]).toEqual([1, 3, 9, 7]);
    expect([...make('oracle', {}).predict(3, nowhere)]).toEqual([]);
  });
});

test.each(predictors.map(({ kind }) => kind))(
  '%s is data: a clone goes on alike, and a reference changes its hash',
  (kind) => {
    const predictor = make(kind, { cachePages: 5 });
    const pages = Array.from({ length: 90 }, (_, i) => (i * i + 3) % PAGES);
    ranking(predictor, pages);
    const copy = clone(predictor);
    expect(hashState(copy)).toBe(hashState(predictor));
    expect(ranking(copy, [1, 9, 4])).toEqual(ranking(predictor, [1, 9, 4]));
    expect(hashState(copy)).toBe(hashState(predictor));
    copy.reference(0, 2, 2);
    if (kind !== 'none' && kind !== 'oracle') expect(hashState(copy)).not.toBe(hashState(predictor));
  },
);
