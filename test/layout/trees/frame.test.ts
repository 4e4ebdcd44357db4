import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { fitCamera, type Room, zoomAt } from '../../../src/layout/trees/camera.ts';
import { FrameBuffer, rowAt } from '../../../src/layout/trees/frame.ts';
import { placeKeys } from '../../../src/layout/trees/labels.ts';
import { prepare } from '../../../src/layout/trees/prepare.ts';
import { cell } from '../../../src/layout/trees/rows.ts';
import { nodeScale } from '../../../src/layout/trees/sizes.ts';
import { NODE, NODE_WIDTH } from '../../../src/protocol/trees/moment.ts';
import { balanced, chain, grown, nodesOf } from './nodes.ts';

const ROOM: Room = { width: 920, height: 380, top: 30, bottom: 26, side: 22 };

function shown(nodes: Int32Array, zoom = 1) {
  const tree = prepare(nodes);
  let levels = 4;
  for (let row = 0; row < tree.count; row += 1) levels = Math.max(levels, cell(nodes, row, 'depth') + 1);
  const extent = { size: tree.count, levels };
  const camera = zoomAt(fitCamera(ROOM, extent), zoom, { x: 460, y: 190 }, ROOM, extent);
  return { tree, frame: new FrameBuffer().update(tree, camera, ROOM, nodeScale(false), null, [], []) };
}

const keys = fc.uniqueArray(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 127 });

property.prop([keys], { seed: 8 })('nodes of a small tree never overlap', (keys) => {
  const { tree, frame } = shown(nodesOf(grown(keys)));
  for (let a = 0; a < tree.count; a += 1) {
    for (let b = a + 1; b < tree.count; b += 1) {
      const apart = Math.hypot((frame.x[a] ?? 0) - (frame.x[b] ?? 0), (frame.y[a] ?? 0) - (frame.y[b] ?? 0));
      const reach = (frame.radius[a] ?? 0) + (frame.radius[b] ?? 0);
      // Dots never vanish, so they may touch where hundreds share the panel.
      expect(apart >= reach || Math.max(frame.radius[a] ?? 0, frame.radius[b] ?? 0) < 1.3).toBe(true);
    }
  }
});

describe('31 keys, for the last row', () => {
  test.each([
    ['balanced', 15, nodesOf(balanced(0, 30))],
    ['chain', 13, nodesOf(chain(31))],
  ])('%s: nodes of at least %d px with keys of at least 14 px in them', (_, least, nodes) => {
    const { frame, tree } = shown(nodes);
    const { from, to, x, y, radius } = frame;
    const labels = placeKeys({ nodes, from, to, x, y, radius, ...ROOM }, { wanted: 15, smallest: 12 });
    expect(labels).toHaveLength(tree.count);
    for (const label of labels) {
      expect(label.inside).toBe(true);
      expect(label.size).toBeGreaterThanOrEqual(14);
    }
    for (let row = 0; row < tree.count; row += 1) expect(radius[row]).toBeGreaterThanOrEqual(least);
  });
});

test('more accesses, more area', () => {
  const { frame } = shown(nodesOf([2, [1, null, null, 5], [3, null, null, 20], 80]));
  const area = [0, 1, 2].map((row) => (frame.radius[row] ?? 0) ** 2);
  expect(area[1]).toBeGreaterThan(area[2] ?? 0);
  expect(area[2]).toBeGreaterThan(area[0] ?? 0);
});

test('only the rows on screen are looked at', () => {
  const { frame } = shown(nodesOf(balanced(0, 999)), 20);
  expect(frame.to - frame.from).toBeLessThan(140);
  expect(frame.from).toBeGreaterThan(300);
});

property.prop([keys, fc.nat()], { seed: 9 })('a click on a node finds it', (keys, which) => {
  const { tree, frame } = shown(nodesOf(grown(keys)));
  const row = which % tree.count;
  const found = rowAt(frame, frame.x[row] ?? 0, frame.y[row] ?? 0);
  expect([frame.x[found], frame.y[found]]).toEqual([frame.x[row], frame.y[row]]);
});

test('huge keys are written beside their nodes, where there is room', () => {
  const nodes = nodesOf([0, [-2_147_483_648], [2_147_483_647]]);
  const { frame } = shown(nodes);
  const { from, to, x, y, radius } = frame;
  const labels = placeKeys({ nodes, from, to, x, y, radius, ...ROOM }, { wanted: 15, smallest: 12 });
  expect(labels.map(({ row, inside }) => [row, inside])).toContainEqual([0, false]);
  expect(labels).toHaveLength(3);
});

test('keys beside their nodes keep apart from each other', () => {
  const nodes = nodesOf(balanced(0, 199));
  for (let row = 0; row < 200; row += 1) nodes[row * NODE_WIDTH + NODE.key] = 1_000_000 + row;
  const { frame } = shown(nodes);
  const { from, to, x, y, radius } = frame;
  const size = 12;
  const labels = placeKeys({ nodes, from, to, x, y, radius, ...ROOM }, { wanted: 15, smallest: size });
  const outside = labels.filter(({ inside }) => !inside);
  expect(outside.length).toBeGreaterThan(3);
  for (const a of outside) {
    for (const b of outside) {
      if (a === b) continue;
      const across = Math.abs((x[a.row] ?? 0) + a.dx - (x[b.row] ?? 0) - b.dx);
      const down = Math.abs((y[a.row] ?? 0) + a.dy - (y[b.row] ?? 0) - b.dy);
      expect(down >= size || across >= 7 * 0.62 * size + 0.5 * size).toBe(true);
    }
  }
});
