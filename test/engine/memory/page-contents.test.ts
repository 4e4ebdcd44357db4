import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashState } from '../../../src/base/clone.ts';
import { RandomStream } from '../../../src/base/random.ts';
import { PageContents, pageContents } from '../../../src/engine/memory/page-contents.ts';

const PAGES = 4000;

function classes(zeroShare: number, similarShare: number, seed = 1, written = false): string[] {
  const contents = new PageContents(PAGES, { zeroShare, similarShare }, new RandomStream(seed, 'contents'));
  return Array.from({ length: PAGES }, (_, page) => contents.contentOf(page, written));
}

const shareOf = (found: readonly string[], kind: string): number =>
  found.filter((content) => content === kind).length / found.length;

test('classes come in the shares asked for, by seed', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (zero, similar) => {
        const found = classes(zero, similar);
        expect(Math.abs(shareOf(found, 'zero') - zero)).toBeLessThan(0.04);
        expect(Math.abs(shareOf(found, 'similar') - similar)).toBeLessThan(0.04);
        expect(classes(zero, similar)).toEqual(found);
      },
    ),
    { seed: 20_100_501, numRuns: 30 },
  );
  expect(classes(0.3, 0.3, 2)).not.toEqual(classes(0.3, 0.3, 1));
});

test('without shares every page is random, and nothing is drawn', () => {
  const random = new RandomStream(1, 'contents');
  const before = hashState(random);
  const contents = new PageContents(9, { zeroShare: 0, similarShare: 0 }, random);
  expect(contents.contentOf(8, false)).toBe('random');
  expect(hashState(random)).toBe(before);
});

test('a written zero page is similar, the others stay what they are', () => {
  const [fresh, written] = [classes(0.4, 0.3), classes(0.4, 0.3, 1, true)];
  expect(shareOf(written, 'zero')).toBe(0);
  fresh.forEach((content, page) => {
    expect(written[page]).toBe(content === 'zero' ? 'similar' : content);
  });
});

test('every class is listed', () => {
  expect(pageContents.map(({ kind }) => kind)).toEqual(['zero', 'similar', 'random']);
});
