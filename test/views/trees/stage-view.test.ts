import { describe, expect, test } from 'vitest';
import { isWhole, type Room, screenX, screenY } from '../../../src/layout/trees/camera.ts';
import type { TreeMoment } from '../../../src/protocol/trees/moment.ts';
import { moveMs } from '../../../src/views/trees/stage/tempo.ts';
import { levelsFor } from '../../../src/views/trees/stage/use-levels.ts';
import { nextView } from '../../../src/views/trees/stage/use-view.ts';

const ROOM: Room = { width: 920, height: 380, top: 30, bottom: 26, side: 22 };
const input = (size: number, levels: number, rank: number, level: number) => ({
  room: ROOM,
  extent: { size, levels },
  hot: { rank, level },
});

describe('what is looked at', () => {
  test('a small tree stays whole, whatever the step', () => {
    let view = nextView(null, input(31, 5, 15, 0));
    for (const rank of [0, 30, 7]) view = nextView(view, input(31, 7, rank, 4));
    expect(isWhole(view.camera, ROOM, view.extent)).toBe(true);
  });

  test('in a chain of 200 the picture follows the step, and rests while the step is in view', () => {
    let view = nextView(null, input(200, 200, 199, 0));
    const opened = view.camera;
    view = nextView(view, input(200, 200, 195, 4));
    expect(view.camera).toEqual(opened);
    for (let rank = 199; rank >= 0; rank -= 1) {
      view = nextView(view, input(200, 200, rank, 199 - rank));
      expect(screenX(view.camera, rank)).toBeGreaterThanOrEqual(0);
      expect(screenX(view.camera, rank)).toBeLessThanOrEqual(ROOM.width);
      expect(screenY(view.camera, 199 - rank)).toBeLessThanOrEqual(ROOM.height);
    }
  });

  test('where the user went it stays, unless it shall follow', () => {
    const own = { ...nextView(null, input(1000, 10, 500, 0)), mode: 'own' as const, follow: false };
    const near = { ...own, camera: { x: 100, y: -1, sx: 30, sy: 40 } };
    expect(nextView(near, input(1000, 10, 900, 8)).camera.x).toBe(100);
    const followed = nextView({ ...near, follow: true }, input(1000, 10, 900, 8));
    expect(screenX(followed.camera, 900)).toBeCloseTo(460, 0);
  });

  test('another tree opens anew', () => {
    const near = { ...nextView(null, input(1000, 10, 0, 0)), mode: 'own' as const };
    expect(nextView({ ...near, camera: { x: 100, y: -1, sx: 30, sy: 40 } }, input(31, 5, 3, 2)).mode).toBe(
      'home',
    );
  });
});

test('a tree that shrinks a little keeps its scale; a growing one gets its room at once', () => {
  expect(levelsFor({ levels: 7, size: 31 }, 6, 31)).toBe(7);
  expect(levelsFor({ levels: 7, size: 31 }, 4, 31)).toBe(4);
  expect(levelsFor({ levels: 7, size: 31 }, 9, 31)).toBe(9);
  expect(levelsFor({ levels: 200, size: 200 }, 5, 31)).toBe(5);
  expect(levelsFor({ levels: 0, size: -1 }, 1, 1)).toBe(4);
});

describe('how long nodes move', () => {
  const at = (operation: number, step: number, more: Partial<TreeMoment> = {}): TreeMoment =>
    ({
      labKey: 'a',
      operation,
      step,
      steps: 10,
      size: 31,
      current: { kind: 'rotate' },
      ...more,
    }) as TreeMoment;
  const once = { unit: 'steps', factor: 1 } as const;

  test('a step forward or back: the time its kind has', () => {
    const ms = moveMs(at(3, 4), at(3, 5), true, once);
    expect(ms).toBeGreaterThan(300);
    expect(moveMs(at(3, 5), at(3, 4), true, once)).toBe(ms);
    expect(moveMs(at(3, 4), at(3, 5), true, { unit: 'steps', factor: 4 })).toBeLessThan(ms);
    expect(moveMs(at(3, 10), at(4, 1), true, once)).toBeGreaterThan(0);
  });

  test('a jump, another tree or a rush: no time at all', () => {
    expect(moveMs(null, at(0, 0), false, once)).toBe(0);
    expect(moveMs(at(3, 4), at(60, 4), false, once)).toBe(0);
    expect(moveMs(at(3, 4), at(3, 4, { size: 900 }), false, once)).toBe(0);
    expect(moveMs(at(3, 10), at(4, 10), true, { unit: 'accesses', perSecond: 50 })).toBe(0);
  });

  test('by hand nobody waits for slow motion', () => {
    const slow = { unit: 'steps', factor: 0.1 } as const;
    expect(moveMs(at(3, 4), at(3, 5), false, slow)).toBe(moveMs(at(3, 4), at(3, 5), false, once));
  });
});
