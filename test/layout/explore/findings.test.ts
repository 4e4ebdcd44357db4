import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/layout/explore/cells.ts';
import { countsOf, duel, extremesOf, thresholdOf } from '../../../src/layout/explore/findings.ts';
import { linesOf, type Outcome, type Place, specOf } from './sample.ts';

const xs = [1, 2, 4, 8, 16];
const ys = [10, 20, 40, 80];

function found(outcomeOf: (place: Place) => Outcome, variants = ['a'], seeds = 2) {
  const spec = specOf({ xs, ys, variants, seeds });
  return cellsOf(spec, linesOf(spec, outcomeOf), 'downtimeMs');
}

describe('what a sweep shows', () => {
  it('finds the border of convergence along the second axis, at the middle of the first', () => {
    // Converges as long as the writes stay below the bandwidth.
    const cells = found(({ x, y }) => (y >= x ? null : 5));
    expect(thresholdOf(cells, 0)).toEqual({ variant: 0, along: 'y', at: 2, last: 1, above: true });
    expect(countsOf(cells)).toEqual({ some: 20, never: 10, refused: 0 });
  });

  it('finds a border from above, too', () => {
    expect(
      thresholdOf(
        found(({ y }) => (y < 2 ? null : 5)),
        0,
      ),
    ).toMatchObject({ last: 2, above: false });
  });

  it('says none where there is none, or where it is not known yet', () => {
    expect(
      thresholdOf(
        found(() => 5),
        0,
      ),
    ).toBeNull();
    expect(
      thresholdOf(
        found(() => null),
        0,
      ),
    ).toBeNull();
    expect(
      thresholdOf(
        found(({ y }) => (y % 2 === 0 ? null : 5)),
        0,
      ),
    ).toBeNull();
    expect(
      thresholdOf(
        found(({ y }) => (y === 0 ? undefined : y > 2 ? null : 5)),
        0,
      ),
    ).toBeNull();
    expect(
      thresholdOf(
        found(({ y }) => (y === 0 ? 'refused' : y > 2 ? null : 5)),
        0,
      ),
    ).toBeNull();
  });

  it('lets seeds differ beyond the border, never before it', () => {
    const mixed = found(({ y, seed }) => (y === 2 ? (seed === 0 ? 5 : null) : y > 2 ? null : 5));
    expect(thresholdOf(mixed, 0)).toMatchObject({ last: 1, above: true });
    expect(
      thresholdOf(
        found(({ y, seed }) => (y === 2 && seed === 0 ? 5 : y > 1 ? null : 5)),
        0,
      ),
    ).toMatchObject({
      last: 1,
    });
  });

  it('names the least and the largest mean, and who wins how often', () => {
    const cells = found(
      ({ variant, x, y }) => (variant === 0 ? 10 + x + y : y === 0 ? null : 12),
      ['a', 'b'],
      1,
    );
    const ends = extremesOf(cells);
    expect([ends?.least.mean, ends?.most.mean]).toEqual([10, 17]);
    // b has no figure in the lowest row; in the others a wins where x + y < 2 and they are equal where x + y = 2.
    expect(duel(cells, 0, 1)).toEqual({ less: 1, same: 2, both: 15 });
    expect(extremesOf(found(() => null))).toBeNull();
  });
});
