import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  bringInto,
  cameraOfWindow,
  fitCamera,
  homeCamera,
  isWhole,
  panBy,
  type Room,
  screenX,
  screenY,
  windowOf,
  zoomAt,
} from '../../../src/layout/trees/camera.ts';

const ROOM: Room = { width: 920, height: 400, top: 30, bottom: 26, side: 22 };
const room = fc.record({
  width: fc.integer({ min: 200, max: 1600 }),
  height: fc.integer({ min: 150, max: 900 }),
  top: fc.constant(30),
  bottom: fc.constant(26),
  side: fc.constant(22),
});
const extent = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([size, levels]) => ({ size, levels: Math.min(size, levels) }));

describe('fitted', () => {
  property.prop([room, extent], { seed: 3 })('every node stands within the panel', (room, extent) => {
    const camera = fitCamera(room, extent);
    expect(screenX(camera, 0)).toBeGreaterThanOrEqual(0);
    expect(screenX(camera, extent.size - 1)).toBeLessThanOrEqual(room.width);
    expect(screenY(camera, 0)).toBeGreaterThanOrEqual(room.top - 1e-6);
    expect(screenY(camera, extent.levels - 1)).toBeLessThanOrEqual(room.height - room.bottom + 1e-6);
    expect(isWhole(camera, room, extent)).toBe(true);
  });

  test('31 keys stand so far apart that nodes of 15 px do not meet', () => {
    expect(fitCamera(ROOM, { size: 31, levels: 5 }).sx).toBeGreaterThan(28);
  });
});

describe('zoomed', () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  property.prop([room, extent, fc.double({ min: 0.01, max: 5000, noNaN: true }), point], { seed: 4 })(
    'stays between the whole tree and single nodes, and within the tree',
    (room, extent, factor, part) => {
      const fit = fitCamera(room, extent);
      const at = { x: part.x * room.width, y: part.y * room.height };
      const camera = zoomAt(fit, factor, at, room, extent);
      expect(camera.sx).toBeGreaterThanOrEqual(fit.sx * 0.999);
      expect(camera.sx).toBeLessThanOrEqual(Math.max(64, fit.sx) * 1.001);
      // Whatever is looked at, some of the tree is on screen.
      const { from, to } = windowOf(camera, room, extent.size);
      expect(to).toBeGreaterThan(from);
    },
  );

  test('what lies under the pointer stays there', () => {
    const extent = { size: 1000, levels: 10 };
    const fit = fitCamera(ROOM, extent);
    const at = { x: screenX(fit, 400), y: screenY(fit, 5) };
    const camera = zoomAt(fit, 8, at, ROOM, extent);
    expect(screenX(camera, 400)).toBeCloseTo(at.x, 6);
    expect(camera.sx).toBeCloseTo(8 * fit.sx, 9);
  });

  test('in and out again is where one was', () => {
    const extent = { size: 1000, levels: 10 };
    const fit = fitCamera(ROOM, extent);
    const back = zoomAt(
      zoomAt(fit, 6, { x: 500, y: 200 }, ROOM, extent),
      1 / 6,
      { x: 500, y: 200 },
      ROOM,
      extent,
    );
    expect(back.sx).toBeCloseTo(fit.sx, 9);
    expect(back.x).toBeCloseTo(fit.x, 6);
    expect(back.y).toBeCloseTo(fit.y, 6);
  });
});

test('the picture follows the hand, and stops at the tree’s edges', () => {
  const extent = { size: 1000, levels: 10 };
  const camera = zoomAt(fitCamera(ROOM, extent), 10, { x: 460, y: 200 }, ROOM, extent);
  expect(screenX(panBy(camera, -70, 0, ROOM, extent), 500)).toBeCloseTo(screenX(camera, 500) - 70, 6);
  const far = panBy(camera, 1e6, 1e6, ROOM, extent);
  expect(screenX(far, 0)).toBeLessThanOrEqual(ROOM.side + far.sx);
  expect(screenX(far, 0)).toBeGreaterThanOrEqual(0);
});

test('the window on the strip and the camera say the same', () => {
  const extent = { size: 1000, levels: 10 };
  const camera = cameraOfWindow(fitCamera(ROOM, extent), 400, 431, ROOM, extent);
  expect(windowOf(camera, ROOM, 1000)).toEqual({ from: 400, to: 431 });
});

describe('how a tree opens', () => {
  const hot = { rank: 199, level: 0 };

  test('31 and 1,000 balanced keys: whole', () => {
    for (const extent of [
      { size: 31, levels: 5 },
      { size: 31, levels: 31 },
      { size: 1000, levels: 10 },
    ]) {
      expect(isWhole(homeCamera(ROOM, extent, hot), ROOM, extent)).toBe(true);
    }
  });

  test('a chain of 200: so large that its keys can be read, with its root on screen', () => {
    const camera = homeCamera(ROOM, { size: 200, levels: 200 }, hot);
    expect(Math.hypot(camera.sx, camera.sy)).toBeGreaterThan(30);
    expect(screenX(camera, 199)).toBeLessThanOrEqual(ROOM.width);
    expect(screenY(camera, 0)).toBeGreaterThanOrEqual(0);
  });

  property.prop([fc.integer({ min: 0, max: 199 })], { seed: 6 })('a node is brought into view', (key) => {
    const extent = { size: 200, levels: 200 };
    const at = { rank: key, level: 199 - key };
    const camera = bringInto(homeCamera(ROOM, extent, hot), at, ROOM, extent);
    expect(screenX(camera, at.rank)).toBeGreaterThanOrEqual(0);
    expect(screenX(camera, at.rank)).toBeLessThanOrEqual(ROOM.width);
    expect(screenY(camera, at.level)).toBeGreaterThanOrEqual(0);
    expect(screenY(camera, at.level)).toBeLessThanOrEqual(ROOM.height);
  });
});
