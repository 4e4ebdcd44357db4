import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { placeInRow, type RowItem } from '../../src/layout/label-row.ts';

/** A character is 6 px wide. */
const widthOf = (text: string) => text.length * 6;
const item = (from: number, to: number, texts: string[], rank = 0): RowItem => ({ from, to, texts, rank });
const LONG = ['mean 1.01 · paper 1.0 ms', '1.01 · paper 1.0', '1.01'];

describe('labels in a row', () => {
  it('begin where their spans do, in full where there is room', () => {
    expect(placeInRow([item(0, 80, LONG), item(200, 400, LONG)], 500, widthOf)).toEqual([
      { x: 0, text: LONG[0] },
      { x: 200, text: LONG[0] },
    ]);
  });

  it('say less where they would meet, first the one that matters least', () => {
    const places = placeInRow([item(0, 80, LONG, 2), item(100, 150, LONG, 0)], 500, widthOf);
    expect(places.map((place) => place?.text)).toEqual([LONG[1], LONG[0]]);
  });

  it('stay inside at the right end, and are left out when nothing fits', () => {
    const [last] = placeInRow([item(490, 500, LONG)], 500, widthOf);
    expect(last).toEqual({ x: 500 - widthOf('mean 1.01 · paper 1.0 ms'), text: LONG[0] });
    const crowd = [item(0, 10, ['abcd'], 0), item(10, 20, ['abcd'], 1), item(20, 30, ['abcd'], 2)];
    expect(placeInRow(crowd, 40, widthOf)).toEqual([{ x: 0, text: 'abcd' }, null, null]);
  });

  test.prop([
    fc.array(fc.tuple(fc.integer({ min: 0, max: 380 }), fc.integer({ min: 1, max: 120 })), { maxLength: 4 }),
    fc.integer({ min: 60, max: 400 }),
  ])('never overlap, never leave the row or their span', (spans, width) => {
    const items = spans
      .filter(([from]) => from < width)
      .map(([from, length], rank) => item(from, Math.min(width, from + length), LONG, rank));
    const placed = placeInRow(items, width, widthOf)
      .map((place, i) => ({ place, item: items[i] }))
      .flatMap(({ place, item: own }) =>
        place === null || own === undefined
          ? []
          : [{ from: place.x, to: place.x + widthOf(place.text), own }],
      )
      .sort((a, b) => a.from - b.from);
    placed.forEach((label, i) => {
      expect(label.from).toBeGreaterThanOrEqual(0);
      expect(label.to).toBeLessThanOrEqual(width);
      expect(label.from).toBeLessThanOrEqual(label.own.to);
      expect(label.to).toBeGreaterThanOrEqual(label.own.from);
      const next = placed[i + 1];
      if (next !== undefined) expect(next.from).toBeGreaterThan(label.to);
    });
  });
});
