import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { type Obstacles, placeTags, type TagRequest } from '../../../src/layout/trees/tags.ts';

const PANEL = { width: 600, height: 300 };
const SIZE = { width: 120, height: 36 };
const NOTHING: Obstacles = { circles: [], edges: [], labels: [] };

const tag = (x: number, y: number, more: Partial<TagRequest> = {}): TagRequest => ({
  x,
  y,
  radius: 15,
  sizes: [SIZE],
  prefers: 'right',
  ...more,
});

test('right beside its node where nothing is in the way', () => {
  const [place] = placeTags(
    [tag(200, 150)],
    { ...NOTHING, circles: [{ x: 200, y: 150, radius: 15 }] },
    PANEL,
  );
  expect(place?.x).toBeGreaterThanOrEqual(215);
  expect(place?.x).toBeLessThanOrEqual(230);
  expect(place).toMatchObject({ covers: false, away: false });
});

test('on the other side at the panel’s edge', () => {
  const [place] = placeTags(
    [tag(570, 150)],
    { ...NOTHING, circles: [{ x: 570, y: 150, radius: 15 }] },
    PANEL,
  );
  expect((place?.x ?? 0) + SIZE.width).toBeLessThanOrEqual(PANEL.width);
  expect(place?.covers).toBe(false);
});

const circle = fc.record({
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 300 }),
  radius: fc.integer({ min: 8, max: 22 }),
});

property.prop([fc.array(circle, { minLength: 3, maxLength: 25 })], { seed: 11 })(
  'no tag is clipped; what says it covers nothing covers no node and no other tag',
  (circles) => {
    const tags = circles.slice(0, 3).map(({ x, y, radius }) => tag(x, y, { radius }));
    const places = placeTags(tags, { ...NOTHING, circles }, PANEL);
    places.forEach(({ x, y, covers }, i) => {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + SIZE.width).toBeLessThanOrEqual(PANEL.width);
      expect(y + SIZE.height).toBeLessThanOrEqual(PANEL.height);
      if (covers) return;
      for (const node of circles) {
        const dx = Math.max(x - node.x, 0, node.x - x - SIZE.width);
        const dy = Math.max(y - node.y, 0, node.y - y - SIZE.height);
        expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(node.radius);
      }
      for (const other of places.slice(0, i)) {
        expect(Math.abs(other.x - x) >= SIZE.width || Math.abs(other.y - y) >= SIZE.height).toBe(true);
      }
    });
  },
);

test('a smaller shape is taken where the larger one finds no place', () => {
  const circles = Array.from({ length: 8 }, (_, i) => ({ x: 40 + i * 75, y: 150, radius: 20 }));
  const walls = [0, 1].flatMap((row) =>
    Array.from({ length: 16 }, (_, i) => ({ x: i * 40, y: row === 0 ? 60 : 240, radius: 20 })),
  );
  const [place] = placeTags(
    [
      tag(265, 150, {
        sizes: [
          { width: 200, height: 90 },
          { width: 90, height: 20 },
        ],
      }),
    ],
    { ...NOTHING, circles: [...circles, ...walls] },
    PANEL,
  );
  expect(place).toMatchObject({ size: 1, covers: false });
});
