import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LruCache } from '../../../src/engine/memory/lru-cache.ts';

const PAGES = 24;
const touches = fc.array(fc.nat(PAGES - 1), { maxLength: 150, size: 'max' });
const capacities = fc.integer({ min: 1, max: 30 });

/** The cache as a list, its top first. */
function touchModel(list: number[], page: number, capacity: number, asPrinted: boolean): void {
  const at = list.indexOf(page);
  if (at >= 0) {
    if (asPrinted) return;
    list.splice(at, 1);
    list.unshift(page);
    return;
  }
  if (list.length === capacity) list.pop();
  if (asPrinted) list.push(page);
  else list.unshift(page);
}

describe.each([false, true])('as printed: %s', (asPrinted) => {
  test('the cache is a list of pages', () => {
    fc.assert(
      fc.property(capacities, touches, fc.nat(40), (capacity, pages, limit) => {
        const cache = new LruCache(PAGES, capacity, asPrinted);
        const model: number[] = [];
        for (const page of pages) {
          cache.touch(page);
          touchModel(model, page, Math.min(capacity, PAGES), asPrinted);
          expect([...cache.fromTop(PAGES)]).toEqual(model);
        }
        expect(cache.size).toBe(model.length);
        expect([...cache.fromTop(limit)]).toEqual(model.slice(0, limit));
        for (let page = 0; page < PAGES; page += 1) expect(cache.has(page)).toBe(model.includes(page));
      }),
      { seed: 20_100_501, numRuns: 200 },
    );
  });
});

test('the two readings of the paper: the newest page stays, or is the next to go', () => {
  const [lru, printed] = [new LruCache(9, 3, false), new LruCache(9, 3, true)];
  for (const page of [1, 2, 3, 1, 4, 5]) {
    lru.touch(page);
    printed.touch(page);
  }
  expect([...lru.fromTop(3)]).toEqual([5, 4, 1]);
  expect([...printed.fromTop(3)]).toEqual([1, 2, 5]);
});

test('a cache larger than 65 535 pages keeps them apart', () => {
  const cache = new LruCache(70_000, 70_000, false);
  for (let page = 0; page < 70_000; page += 1) cache.touch(page);
  expect(cache.size).toBe(70_000);
  expect([...cache.fromTop(2)]).toEqual([69_999, 69_998]);
  cache.touch(65_536);
  expect([...cache.fromTop(2)]).toEqual([65_536, 69_999]);
});
