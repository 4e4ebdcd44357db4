import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { MOVE_STATE, MOVE_STATE_COUNT } from '../../../src/base/columns.ts';
import { levelOf, mixOf, pureMix, sharesOf } from '../../../src/layout/migration/page-mix.ts';

const someStates = fc
  .array(fc.integer({ min: 0, max: MOVE_STATE_COUNT - 1 }), { minLength: 1, maxLength: 64 })
  .map((states) => Uint8Array.from(states));

describe('the mix of a cell', () => {
  test('one lost page among 1024 arrived ones is still told', () => {
    const states = new Uint8Array(1024).fill(MOVE_STATE.arrived);
    states[700] = MOVE_STATE.lost;
    const mix = mixOf(states, 0, 1024);
    expect(levelOf(mix, MOVE_STATE.lost)).toBe(1);
    expect(levelOf(mix, MOVE_STATE.arrived)).toBe(15);
  });

  property.prop([someStates], { seed: 9 })(
    'shares are those of the pages, to a tenth; of rare states to three hundredths',
    (states) => {
      const mix = mixOf(states, 0, states.length);
      const shares = new Float64Array(MOVE_STATE_COUNT);
      sharesOf(mix, shares);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
      for (let state = 0; state < MOVE_STATE_COUNT; state += 1) {
        const pages = states.filter((one) => one === state).length;
        expect(levelOf(mix, state) > 0).toBe(pages > 0);
        const share = pages / states.length;
        expect(Math.abs((shares[state] ?? 0) - share)).toBeLessThan(share < 0.1 ? 0.03 : 0.1);
      }
    },
  );

  test('a single page is its state and nothing else', () => {
    expect(mixOf(Uint8Array.from([5]), 0, 1)).toBe(pureMix(MOVE_STATE.fetched));
  });
});
