import { describe, expect, it } from 'vitest';
import { barOf, largestChange, ranked } from '../../../src/layout/explore/ranking.ts';
import type { RankRow } from '../../../src/protocol/explore/requests.ts';

function row(label: string, atLow: number | null, atNow: number | null, atHigh: number | null): RankRow {
  const figures = (value: number | null) => ({ downtimeMs: value });
  return {
    parameter: label,
    label,
    unit: '',
    low: 1,
    now: 2,
    high: 4,
    atLow: figures(atLow),
    atNow: figures(atNow),
    atHigh: figures(atHigh),
    problem: null,
  };
}

describe('what matters', () => {
  it('stands in the order of the larger change of both sides, equal ones by name', () => {
    const rows = [row('b', 9, 10, 12), row('a', 12, 10, 10), row('c', 40, 10, 10), row('d', 10, 10, 10)];
    const moved = ranked(rows, 'downtimeMs');
    expect(moved.map(({ row: { label } }) => label)).toEqual(['c', 'a', 'b', 'd']);
    expect(moved.map(({ down, up }) => [down, up])).toEqual([
      [30, 0],
      [2, 0],
      [-1, 2],
      [0, 0],
    ]);
    expect(largestChange(moved)).toBe(30);
  });

  it('puts first what takes the figure away, and knows a side that is the run as it is', () => {
    const still = { ...row('still', null, 10, 11), low: 2 };
    const moved = ranked([row('much', 5, 10, 900), row('gone', 9, 10, null), still], 'downtimeMs');
    expect(moved.map(({ row: { label }, gone }) => [label, gone])).toEqual([
      ['gone', true],
      ['much', false],
      ['still', false],
    ]);
    expect(moved[2]).toMatchObject({ down: 0, up: 1 });
    expect(largestChange(moved)).toBe(890);
  });

  it('moves nothing where the run itself has no such figure, or the parameter was refused', () => {
    const refused = { ...row('refused', null, 10, null), problem: 'It is not set here.' };
    expect(ranked([row('none', 1, null, 2), refused], 'downtimeMs').map(({ size }) => size)).toEqual([0, 0]);
  });

  it('draws bars from the middle', () => {
    expect(barOf(5, 10)).toEqual({ from: 0, length: 0.5 });
    expect(barOf(-10, 10)).toEqual({ from: -1, length: 1 });
    expect(barOf(null, 10)).toEqual({ from: 0, length: 0 });
  });
});
