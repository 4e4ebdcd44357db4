/** Figures of a reference stream against naive counting and closed forms. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clone, hashState } from '../../../../src/base/clone.ts';
import { RandomStream } from '../../../../src/base/random.ts';
import { uniformDirtying } from '../../../../src/engine/memory/analysis/dirty-curve.ts';
import { emptyProfile, profileReferences } from '../../../../src/engine/memory/analysis/profile.ts';
import { StackDistances } from '../../../../src/engine/memory/analysis/stack-distance.ts';
import { UniqueWrites } from '../../../../src/engine/memory/analysis/unique-writes.ts';
import { WorkingSetSizes } from '../../../../src/engine/memory/analysis/working-set-sizes.ts';
import { LruCache } from '../../../../src/engine/memory/lru-cache.ts';
import { syntheticWorkload } from '../synthetic.ts';

const SEED = { seed: 20_100_501, numRuns: 100 };
const PAGES = 12;
// longer than the 2·12 + 64 moments, so that marks are moved together
const streams = fc.array(fc.nat(PAGES - 1), { maxLength: 400, size: 'max' });
const writeStreams = fc.array(fc.tuple(fc.nat(PAGES - 1), fc.boolean()), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});

describe('stack distances', () => {
  test('are the distinct pages since the last reference, itself included', () => {
    fc.assert(
      fc.property(streams, (pages) => {
        const distances = new StackDistances(PAGES);
        const naive = pages.map((page, i) => {
          const before = pages.lastIndexOf(page, i - 1);
          return i === 0 || before < 0 ? 0 : new Set(pages.slice(before, i)).size;
        });
        expect(pages.map((page) => distances.reference(page))).toEqual(naive);
        for (let d = 0; d <= PAGES; d += 1) {
          expect(distances.histogram[d]).toBe(naive.filter((distance) => distance === d).length);
        }
      }),
      SEED,
    );
  });

  test('give what an LRU cache of each size misses', () => {
    fc.assert(
      fc.property(streams, (pages) => {
        const distances = new StackDistances(PAGES);
        for (const page of pages) distances.reference(page);
        const ratios = distances.missRatios();
        for (let size = 1; size <= PAGES; size += 1) {
          const cache = new LruCache(PAGES, size, false);
          let misses = 0;
          for (const page of pages) {
            if (!cache.has(page)) misses += 1;
            cache.touch(page);
          }
          expect(ratios[size]).toBeCloseTo(pages.length === 0 ? 1 : misses / pages.length, 12);
        }
      }),
      SEED,
    );
  });

  test('a sweep over c pages misses always below c and only at first from c on', () => {
    const distances = new StackDistances(50);
    for (let i = 0; i < 5000; i += 1) distances.reference(i % 20);
    const ratios = distances.missRatios();
    expect([ratios[19], ratios[20], ratios[50]]).toEqual([1, 0.004, 0.004]);
  });
});

describe('U(t)', () => {
  test('is the mean of the unique pages written over all windows of length t', () => {
    fc.assert(
      fc.property(writeStreams, (references) => {
        const writes = new UniqueWrites(PAGES);
        for (const [page, write] of references) writes.reference(page, write);
        const curve = writes.curve();
        expect(curve).toHaveLength(references.length + 1);
        expect(curve[0]).toBe(0);
        for (let t = 1; t <= references.length; t += 1) {
          let sum = 0;
          const windows = references.length - t + 1;
          for (let start = 0; start < windows; start += 1) {
            const written = references.slice(start, start + t).filter(([, write]) => write);
            sum += new Set(written.map(([page]) => page)).size;
          }
          expect(curve[t]).toBeCloseTo(sum / windows, 9);
        }
        expect(curve.at(-1)).toBe(writes.everWritten);
      }),
      SEED,
    );
  });

  test.each([
    [200, 1],
    [1000, 0.4],
  ])('of uniform writes is H (1 − e^(−wt/H)): %d pages, share %d', (hotPages, writeShare) => {
    const workload = syntheticWorkload('uniform', { hotPages, memoryPages: hotPages, writeShare });
    const profile = emptyProfile(hotPages, 1000);
    profileReferences(profile, workload, new RandomStream(3, 'references'), 60_000);
    const curve = profile.writes.curve();
    const formula = uniformDirtying(hotPages, writeShare);
    for (const t of [10, 100, 500, 2000, 6000]) {
      expect((curve[t] ?? 0) / formula(t)).toBeCloseTo(1, 1.7);
    }
  });

  test('of a sweep is t, up to the pages there are', () => {
    const writes = new UniqueWrites(40);
    for (let i = 0; i < 4000; i += 1) writes.reference(i % 40, true);
    const curve = writes.curve();
    for (const t of [1, 17, 40, 41, 900]) expect(curve[t]).toBeCloseTo(Math.min(40, t), 9);
  });
});

test('working-set sizes count the distinct pages of each window', () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 1, max: 90 }), (pages, window) => {
      const sizes = new WorkingSetSizes(PAGES, window);
      for (const page of pages) sizes.reference(page);
      const naive: number[] = [];
      for (let end = window; end <= pages.length; end += window) {
        naive.push(new Set(pages.slice(end - window, end)).size);
      }
      expect([...sizes.sizes()]).toEqual(naive);
    }),
    SEED,
  );
});

test('a profile goes on where it stood, and is data', () => {
  const make = () => syntheticWorkload('hot-cold', { writeShare: 0.3 });
  const [whole, parts] = [emptyProfile(64, 50), emptyProfile(64, 50)];
  profileReferences(whole, make(), new RandomStream(1, 'references'), 900);
  const [workload, random] = [make(), new RandomStream(1, 'references')];
  profileReferences(parts, workload, random, 333);
  const copy = clone(parts);
  profileReferences(copy, workload, random, 567);
  expect(hashState(copy)).toBe(hashState(whole));
  expect(parts.distances.references).toBe(333);
});
