/** Flags on the axis never lie over each other, and their poles stand at their moments. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeFlags } from '../../src/views/failover/timeline/flags/place-flags.ts';

const flag = (x: number) => ({ x, shortPx: 26, longPx: 130 });

describe('flags', () => {
  it('say all their words where there is room, and only their sign where there is none', () => {
    expect(placeFlags([flag(10), flag(60), flag(300)], 500)).toEqual([
      { poleX: 10, x: 10, long: false },
      { poleX: 60, x: 60, long: true },
      { poleX: 300, x: 300, long: true },
    ]);
  });

  it('are not there before their moment was reached', () => {
    expect(placeFlags([flag(10), flag(Number.NaN)], 500)[1]).toBeNull();
  });

  it('stand side by side in order, inside the axis', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 12 }), (xs) => {
        const flags = xs.toSorted((a, b) => a - b).map(flag);
        const places = placeFlags(flags, 600);
        let end = 0;
        for (const place of places) {
          if (place === null) continue;
          expect(place.x).toBeGreaterThanOrEqual(Math.min(end, place.x));
          expect(place.x + (place.long ? 130 : 26)).toBeLessThanOrEqual(600);
          expect(place.x).toBeGreaterThanOrEqual(end);
          end = place.x + (place.long ? 130 : 26);
        }
        expect(places.map((place) => place?.poleX)).toEqual(flags.map(({ x }) => x));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
