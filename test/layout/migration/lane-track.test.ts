import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MOVE, MOVE_PHASE, MOVE_WIDTH } from '../../../src/base/columns.ts';
import { leftShare, shareY } from '../../../src/layout/migration/lane-scales.ts';
import { moveLanes } from '../../../src/layout/migration/lane-stack.ts';
import {
  counterAt,
  guestSpeed,
  levelAt,
  rateOver,
  rateSpan,
  trackOf,
} from '../../../src/layout/migration/lane-track.ts';
import { smallMove } from './lane-tracks.ts';

const preCopy = smallMove({ strategy: { stopRule: { kind: 'qemu', downtimeLimitMs: 30 } } });
const postCopy = smallMove({ strategy: { kind: 'post-copy' } });

describe("a side's figures over time", () => {
  it.each([
    ['pre-copy', preCopy],
    ['post-copy', postCopy],
  ])('hold the rows of the run and the finer ones of the pause, in order: %s', (_, side) => {
    const track = trackOf(side);
    expect(track.rows).toBeGreaterThan(side.rows);
    for (let row = 1; row < track.rows; row += 1) {
      const before = (row - 1) * MOVE_WIDTH;
      expect(track.table[before + MOVE_WIDTH]).toBeGreaterThanOrEqual(track.table[before] as number);
      for (const counter of [MOVE.bytesSent, MOVE.pagesSent, MOVE.cpuMs, MOVE.faults]) {
        expect(track.table[before + MOVE_WIDTH + counter]).toBeGreaterThanOrEqual(
          track.table[before + counter] as number,
        );
      }
    }
    expect(levelAt(track, MOVE.phase, side.endMs)).toBe(MOVE_PHASE.completed);
    expect(counterAt(track, MOVE.bytesSent, side.endMs)).toBe(side.result.bytesSent);
  });

  test.prop([fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true })], {
    seed: 1,
  })('sum up to what was sent, however the run is cut', (a, b) => {
    const track = trackOf(preCopy);
    const [from, to] = [Math.min(a, b) * preCopy.endMs, Math.max(a, b) * preCopy.endMs];
    const bytes = (x: number, y: number) => rateOver(track, MOVE.bytesSent, x, y) * (y - x);
    const whole = bytes(0, from) + bytes(from, to) + bytes(to, preCopy.endMs);
    expect(whole / preCopy.result.bytesSent).toBeCloseTo(1, 9);
  });

  it("stand still while the guest is paused, and say so of the guest's speed", () => {
    const track = trackOf(preCopy);
    const { suspendedMs, resumedMs, endMs } = preCopy;
    if (suspendedMs === null || resumedMs === null) throw new Error('It was never paused.');
    expect(guestSpeed(track, 0, suspendedMs)).toBe(1);
    expect(guestSpeed(track, suspendedMs, resumedMs)).toBe(0);
    expect(guestSpeed(track, suspendedMs - 10, suspendedMs + 10)).toBeCloseTo(0.5, 9);
    expect(guestSpeed(track, endMs, endMs)).toBe(1);
  });

  it('count as slower what the guest waits for its pages', () => {
    const track = trackOf(postCopy);
    const { resumedMs, endMs, result } = postCopy;
    const span = endMs - (resumedMs ?? 0);
    const waited = (1 - guestSpeed(track, resumedMs ?? 0, endMs)) * span;
    expect(waited / (result.postCopy?.stalledMs ?? 0)).toBeCloseTo(1, 1);
  });

  it('have no guest any more once the VM is lost', () => {
    const side = smallMove({ strategy: { kind: 'post-copy' }, faults: { sourceDiesAtMs: 300 } });
    expect(guestSpeed(trackOf(side), side.endMs + 1, side.endMs + 2)).toBeNaN();
    expect(guestSpeed(trackOf(side), 0, 100)).toBeGreaterThanOrEqual(0);
  });
});

describe('scales', () => {
  it('take rates over whole windows of a pace, unless its bursts can be seen', () => {
    const { spec } = smallMove({});
    const of = (pixelMs: number, windowMs: number) =>
      rateSpan(pixelMs, {
        ...spec,
        link: { ...spec.link, bandwidthBytesPerSecond: 1e9 },
        strategy: { ...spec.strategy, windowMs },
      });
    expect(of(0.5, 100)).toBe(1);
    expect(of(10, 100)).toBe(100);
    expect(of(80, 100)).toBe(200);
    expect(of(3, 0)).toBe(6);
    // At least some pages, for they count as a whole.
    expect(of(0.001, 100)).toBeCloseTo(0.131, 3);
  });

  test.prop([fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })], {
    seed: 2,
  })('rise with the value, from the foot to the top of the lane', (a, b) => {
    const lane = { top: 10, height: 50 };
    for (const kind of ['log', 'linear'] as const) {
      const y = (share: number) => shareY(lane, leftShare(share * 1e8, 1e8, kind));
      if (a < b) expect(y(a)).toBeGreaterThanOrEqual(y(b));
      expect(y(0)).toBe(58);
      expect(y(1)).toBe(12);
    }
  });
});

describe('lanes', () => {
  const lay = (height: number, sides = 2, saves = false) =>
    moveLanes({ sides, saves, height, lineHeight: 14, gap: 3 });

  it('stand in the order of cause, without overlap, and never below their text', () => {
    for (const height of [0, 200, 400]) {
      const lanes = lay(height, 2, true);
      expect(lanes.map(({ name }) => name)).toEqual([
        'rounds-a',
        'rounds-b',
        'left',
        'wire',
        'guest',
        'cpu',
        'saved',
      ]);
      lanes.slice(1).forEach((lane, i) => {
        expect(lane.top).toBe((lanes[i]?.top ?? 0) + (lanes[i]?.height ?? 0) + 3);
        expect(lane.height).toBeGreaterThanOrEqual(28);
      });
    }
  });

  it('leave out what is not there', () => {
    expect(lay(300, 1).map(({ name }) => name)).toEqual(['rounds-a', 'left', 'wire', 'guest', 'cpu']);
  });
});
