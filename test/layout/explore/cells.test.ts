import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { besides, caseIndex, cellAt, cellsOf, sizeOf } from '../../../src/layout/explore/cells.ts';
import { linesOf, specOf } from './sample.ts';

const count = fc.integer({ min: 1, max: 5 });

describe('cells of a sweep', () => {
  test.prop([count, count, count, count], { seed: 61, numRuns: 60 })(
    'hold every case once, at the index the rule gives',
    (xs, ys, variants, seeds) => {
      const spec = specOf({
        xs: Array.from({ length: xs }, (_, i) => i + 1),
        ys: Array.from({ length: ys }, (_, i) => i + 1),
        variants: Array.from({ length: variants }, (_, i) => `v${i}`),
        seeds,
      });
      const lines = linesOf(spec, ({ variant, x, y, seed }) => 1000 * variant + 100 * y + 10 * x + seed / 10);
      const cells = cellsOf(spec, lines, 'downtimeMs');
      expect(cells.cells).toHaveLength(xs * ys * variants);
      for (const cell of cells.cells) {
        expect(cell.values).toHaveLength(seeds);
        expect(cell.least).toBe(1000 * cell.variant + 100 * cell.y + 10 * cell.x);
        for (let seed = 0; seed < seeds; seed += 1) {
          const index = caseIndex(sizeOf(spec), cell, seed);
          expect(lines[index]?.figures.downtimeMs).toBe(cell.values[seed]);
          expect(cellAt(cells, index)).toBe(cell);
        }
      }
    },
  );

  it('count who never converges, who was refused and who is still to come', () => {
    const spec = specOf({ xs: [1, 2, 3, 4], seeds: 3 });
    const outcomes = [
      [10, 20, 60],
      [null, null, 5],
      ['no such memory', 'no such memory', 'no such memory'],
      [undefined, undefined, undefined],
    ];
    const { cells } = cellsOf(
      spec,
      linesOf(spec, ({ x, seed }) => outcomes[x]?.[seed]),
      'downtimeMs',
    );
    expect(cells.map(({ mean, least, most }) => [mean, least, most])).toEqual([
      [30, 10, 60],
      [5, 5, 5],
      [null, null, null],
      [null, null, null],
    ]);
    expect(cells.map(({ arrived, never, refused }) => [arrived, never, refused])).toEqual([
      [3, 0, 0],
      [3, 2, 0],
      [3, 0, 3],
      [0, 0, 0],
    ]);
    expect(cells.map(({ outcome }) => outcome)).toEqual(['completed', null, 'refused', null]);
  });

  it('stand beside those of the same setting in the other variants', () => {
    const spec = specOf({ xs: [1, 2], ys: [1, 2], variants: ['a', 'b', 'c'] });
    const cells = cellsOf(
      spec,
      linesOf(spec, ({ variant }) => variant),
      'downtimeMs',
    );
    const cell = cells.cells.find(({ x, y, variant }) => x === 1 && y === 0 && variant === 1);
    if (cell === undefined) throw new Error('Every place has a cell.');
    expect(besides(cells, cell).map(({ x, y, variant }) => [x, y, variant])).toEqual([
      [1, 0, 0],
      [1, 0, 1],
      [1, 0, 2],
    ]);
  });
});
