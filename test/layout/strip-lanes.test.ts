import { describe, expect, it } from 'vitest';
import { ALL_LANES, layoutLanes, PRESENT_LANES } from '../../src/layout/lanes.ts';

const lay = (height: number, names = ALL_LANES) =>
  layoutLanes({ names, height, lineHeight: 14, gap: 4, phaseRows: 2 });

describe('lanes of the strip', () => {
  it('stand in the order of cause, without overlap', () => {
    const lanes = lay(300);
    expect(lanes.map((lane) => lane.name)).toEqual([
      'phases',
      'writes',
      'left',
      'stream',
      'queue',
      'means',
      'trip',
      'cpu',
    ]);
    lanes.slice(1).forEach((lane, i) => {
      expect(lane.top).toBe((lanes[i]?.top ?? 0) + (lanes[i]?.height ?? 0) + 4);
    });
  });

  it('give what is over to the lanes people read, most to the round trips', () => {
    const [small, large] = [lay(280), lay(480)];
    const grown = (name: string) =>
      (large.find((l) => l.name === name)?.height ?? 0) - (small.find((l) => l.name === name)?.height ?? 0);
    expect(grown('trip')).toBeGreaterThan(grown('left'));
    expect(grown('phases')).toBe(0);
    const last = large.at(-1);
    expect(Math.abs((last?.top ?? 0) + (last?.height ?? 0) - 480)).toBeLessThanOrEqual(4);
  });

  it('never shrink below their text', () => {
    expect(lay(10).find((lane) => lane.name === 'cpu')?.height).toBeGreaterThanOrEqual(4 * 14);
    expect(lay(10, PRESENT_LANES)).toHaveLength(4);
  });
});
