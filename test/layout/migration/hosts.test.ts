import { describe, expect, test } from 'vitest';
import { MOVE, MOVE_WIDTH } from '../../../src/base/columns.ts';
import { hostsPicture } from '../../../src/layout/migration/hosts.ts';
import { rateBefore, rowsUntil } from '../../../src/layout/migration/link-load.ts';
import { moveStory, smallLab, smallSpec } from '../../dom/migration-state.ts';

const at = (story: ReturnType<typeof moveStory>, side: 0 | 1, ms: number) => {
  const moment = story.stateAt(ms).moment?.sides[side];
  const found = story.sides[side];
  if (!moment || !found) throw new Error('no such side');
  return hostsPicture(found, moment.values);
};

describe('where the VM is', () => {
  const story = moveStory();

  test('pre-copy: running at its source, paused there, then running at the destination', () => {
    const { suspendedMs, endMs } = story.sides[0] ?? {};
    expect(at(story, 0, 50)).toMatchObject({ vmAt: 'source', vm: 'running', other: 'receives', dead: null });
    expect(at(story, 0, (suspendedMs ?? 0) + 0.2)).toMatchObject({ vmAt: 'source', vm: 'paused' });
    expect(at(story, 0, endMs ?? 0)).toMatchObject({ vmAt: 'destination', vm: 'running', other: 'freed' });
  });

  test('post-copy: at the destination from the start, and it waits for pages', () => {
    const picture = at(story, 1, 60);
    expect(picture).toMatchObject({ vmAt: 'destination', other: 'sends' });
    expect(at(story, 1, 20).percent).toBeGreaterThan(0);
    expect(at(story, 1, 20).percent).toBeLessThanOrEqual(100);
  });

  test('a side that is over stays as it ended', () => {
    const end = story.sides[1]?.endMs ?? 0;
    expect(at(story, 1, end + 500)).toEqual(at(story, 1, end));
  });

  test('a dead destination before the switch: the VM goes on at its source', () => {
    const faults = { sourceDiesAtMs: null, destinationDiesAtMs: 70 };
    const death = moveStory({ ...smallLab, spec: { ...smallSpec, faults } });
    expect(at(death, 0, 69)).toMatchObject({ dead: null, vmAt: 'source', other: 'receives' });
    expect(at(death, 0, 70)).toMatchObject({
      dead: 'destination',
      diedMs: 70,
      vmAt: 'source',
      vm: 'running',
    });
    expect(at(death, 1, 70)).toMatchObject({ dead: 'destination', vmAt: null, vm: 'lost' });
  });
});

describe('the load of the link', () => {
  const rows = [
    [0, 0],
    [50, 500],
    [100, 1500],
    [150, 1500],
    [1000, 9000],
  ];
  const series = new Float64Array(rows.length * MOVE_WIDTH);
  rows.forEach(([ms = 0, bytes = 0], row) => {
    series[row * MOVE_WIDTH + MOVE.ms] = ms;
    series[row * MOVE_WIDTH + MOVE.bytesSent] = bytes;
  });
  const rate = (ms: number) => rateBefore(series, rows.length, MOVE.bytesSent, ms, 100);

  test('bytes of the last 100 ms', () => {
    expect(rate(100)).toEqual({ perSecond: 15_000, spanMs: 100 });
    expect(rate(150)).toEqual({ perSecond: 10_000, spanMs: 100 });
  });

  test('nothing before the second row; a longer span where samples lie further apart', () => {
    expect(rate(20)).toEqual({ perSecond: 0, spanMs: 0 });
    expect(rate(1000)).toEqual({ perSecond: (7500 * 1000) / 850, spanMs: 850 });
  });

  test('rows after the moment are not looked at', () => {
    expect(rate(999)).toEqual(rate(150));
    expect(rowsUntil(series, rows.length, 999)).toBe(4);
  });
});
