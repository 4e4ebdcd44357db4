import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { linearAxis, type TimeAxis } from '../../src/layout/human-time.ts';
import { niceStep, secondsLabel, timeTicks } from '../../src/layout/time-ticks.ts';

const S = 1_000_000;
const AXIS: TimeAxis = {
  times: [0, 16 * S, 18 * S, 18.2 * S, 21.2 * S, 30 * S],
  xs: [0, 40, 120, 440, 740, 800],
};
const ticks = (axis: TimeAxis, untilS: number, turnsS: number[] = []) =>
  timeTicks({ axis, turnsUs: turnsS.map((t) => t * S), untilUs: untilS * S, charPx: 7, width: 800 });

describe('ticks of the time axis', () => {
  it('puts turning points first and round numbers where room is left', () => {
    const labels = ticks(AXIS, 21.2, [18, 18.08, 18.2, 21.2]).map((t) => t.label);
    expect(labels).toEqual(expect.arrayContaining(['0 s', '16', '18', '18.08', '18.2', '19', '20', '21.2']));
  });

  it('has no number beyond what was reached', () => {
    expect(ticks(linearAxis(30 * S, 800), 12, [18]).every((t) => t.timeUs <= 12 * S)).toBe(true);
  });

  it('names the end of a run that is over, inside the width', () => {
    const all = timeTicks({
      axis: AXIS,
      turnsUs: [],
      untilUs: 30 * S,
      endUs: 30 * S,
      charPx: 7,
      width: 800,
    });
    expect(all.at(-1)).toMatchObject({ label: '30', x: 800 });
  });

  test.prop([fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 30 })])(
    'never lays a label over another',
    (turns) => {
      const all = ticks(AXIS, 30, turns);
      for (let i = 1; i < all.length; i += 1) {
        const [a, b] = [all[i - 1], all[i]];
        if (a && b) expect(b.x - a.x).toBeGreaterThanOrEqual(((a.label.length + b.label.length) * 7) / 2);
      }
    },
  );

  it('steps by 1, 2, 5 and prints no needless decimals', () => {
    expect([0.03, 1, 1.2, 4, 7, 120].map(niceStep)).toEqual([0.05, 1, 2, 5, 10, 200]);
    expect([18 * S, 18.35 * S, 18.0804 * S, 0].map((t) => secondsLabel(t, 2))).toEqual([
      '18',
      '18.35',
      '18.08',
      '0',
    ]);
  });
});
