import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  fittingMap,
  largestZoom,
  type PageView,
  panBy,
  panTo,
  place,
  type ViewBox,
  WHOLE,
  zoomAt,
} from '../../../src/layout/migration/page-view.ts';

const box = { width: 490, height: 228, ratio: 1 };
const someBox: fc.Arbitrary<ViewBox> = fc.record({
  width: fc.integer({ min: 280, max: 1600 }),
  height: fc.integer({ min: 160, max: 900 }),
  ratio: fc.constantFrom(1, 1.5, 2, 3),
});
const somePages = fc.constantFrom(256, 386, 4096, 65_536, 65_666, 262_144, 1_048_576, 1_048_706, 16_777_346);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the whole memory in a box', () => {
  test.each([
    // pages, cells of so many device px that stand for 2^level × 2^level pages
    [386, 0],
    [65_666, 1],
    [1_048_706, 3],
    [16_777_346, 5],
  ])('%i pages', (pages, level) => {
    const placed = place(fittingMap(pages, box), box, WHOLE);
    expect(placed.level).toBeGreaterThanOrEqual(level);
    expect(placed.level).toBeLessThanOrEqual(level + 1);
  });

  property.prop([somePages, someBox], { seed: 6, numRuns: 120 })(
    'all of it is in the box, uses most of it, and no cell is under 2 css px',
    (pages, room) => {
      const { map, scale, size, level } = place(fittingMap(pages, room), room, WHOLE);
      expect(map.width * scale).toBeLessThanOrEqual(room.width + 1e-6);
      expect(map.height * scale).toBeLessThanOrEqual(room.height + 1e-6);
      expect(size / room.ratio).toBeGreaterThanOrEqual(2 - 1e-6);
      if (size / room.ratio >= 5) expect(Number.isInteger(size)).toBe(true);
      if (level > 0) expect(scale).toBeLessThan(2);
      expect((pages * scale * scale) / (room.width * room.height)).toBeGreaterThan(0.6);
    },
  );
});

describe('zoom and pan', () => {
  property.prop([somePages, someBox, share, share, fc.double({ min: 1.05, max: 4, noNaN: true })], {
    seed: 7,
    numRuns: 200,
  })(
    'what lies under the pointer stays there, as long as no edge is in the way',
    (pages, room, x, y, factor) => {
      const map = fittingMap(pages, room);
      const view: PageView = { zoom: Math.min(6, largestZoom(map, room)), x: 0.5, y: 0.5 };
      const before = place(map, room, view);
      const [px, py] = [x * room.width, y * room.height];
      const next = zoomAt(before, view, factor, px, py);
      const after = place(map, room, next);
      expect(after.scale).toBeGreaterThanOrEqual(before.scale - 1e-9);
      for (const [at, was, is, length, side] of [
        [px, before.left, after.left, map.width * after.scale, room.width],
        [py, before.top, after.top, map.height * after.scale, room.height],
      ] as const) {
        // Half a device px, as cells stand on whole ones.
        const atEdge = is > -1 || is < side - length + 1;
        if (!atEdge)
          expect(Math.abs((at - was) / before.scale - (at - is) / after.scale) * after.scale).toBeLessThan(1);
      }
    },
  );

  property.prop(
    [
      somePages,
      someBox,
      fc.array(
        fc.tuple(
          fc.double({ min: 0.3, max: 3, noNaN: true }),
          share,
          share,
          fc.integer({ min: -900, max: 900 }),
        ),
        { maxLength: 8 },
      ),
    ],
    { seed: 8, numRuns: 120 },
  )('nothing beyond the edges is shown, and the zoom keeps to its range', (pages, room, steps) => {
    const map = fittingMap(pages, room);
    let view: PageView = WHOLE;
    for (const [factor, x, y, d] of steps) {
      view = zoomAt(place(map, room, view), view, factor, x * room.width, y * room.height);
      view = panBy(place(map, room, view), view, d, -d);
    }
    const placed = place(map, room, view);
    expect(view.zoom).toBeGreaterThanOrEqual(1);
    expect(view.zoom).toBeLessThanOrEqual(largestZoom(map, room));
    for (const [origin, length, side] of [
      [placed.left, map.width * placed.scale, room.width],
      [placed.top, map.height * placed.scale, room.height],
    ] as const) {
      expect(origin).toBeLessThanOrEqual(0);
      expect(origin + length).toBeGreaterThanOrEqual(Math.min(length, side) - 1);
    }
  });

  test('the largest zoom shows single pages', () => {
    const map = fittingMap(1_048_706, box);
    const placed = place(map, box, { zoom: largestZoom(map, box), x: 0.3, y: 0.3 });
    expect(placed.level).toBe(0);
    expect(placed.size).toBeGreaterThanOrEqual(26);
  });

  test('a page out of view is brought in, one in view moves nothing', () => {
    const map = fittingMap(65_666, box);
    const view = { zoom: 10, x: 0.5, y: 0.5 };
    const placed = place(map, box, view);
    const moved = panTo(placed, view, 3, 2, 1);
    const after = place(map, box, moved);
    expect(after.left + 3 * after.scale).toBeGreaterThanOrEqual(0);
    expect(after.top + 2 * after.scale).toBeGreaterThanOrEqual(0);
    expect(panTo(after, moved, 3, 2, 1)).toEqual(moved);
  });
});
