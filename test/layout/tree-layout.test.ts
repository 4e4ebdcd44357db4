import { describe, expect, test } from 'vitest';
import { placeLabels } from '../../src/layout/tree-labels.ts';
import {
  childOf,
  placeTree,
  readTree,
  rotateUp,
  sameShape,
  total,
  zigZagMiddle,
} from '../../src/layout/tree-layout.ts';
import { type PictureRow, treeRows } from './tree-picture.ts';

const box = { width: 320, height: 200, top: 20, bottom: 20, side: 10 };

/**        50
 *    20        70
 *  10  40
 *     30  45
 */
const picture: PictureRow[] = [
  [50, 0, 9],
  [20, 1, 4],
  [10, 2, 1],
  [40, 2, 16],
  [30, 3, 2],
  [45, 3, 3],
  [70, 1, 1],
];
const nodes = readTree(treeRows(picture));

/** "key<parent" of every node, by key. */
const shape = (tree: typeof nodes) =>
  [...tree]
    .sort((a, b) => a.key - b.key)
    .map((node) => `${node.key}<${tree[node.parent]?.key ?? '-'}@${node.depth}`)
    .join(' ');

describe('places', () => {
  const places = placeTree(nodes, box);

  test('x is the rank of the key, evenly spaced and inside the box', () => {
    const x = new Map(nodes.map((node, i) => [node.key, places.x[i] ?? 0]));
    const inOrder = [10, 20, 30, 40, 45, 50, 70].map((key) => x.get(key) ?? 0);
    const steps = inOrder.slice(1).map((value, i) => value - (inOrder[i] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(300 / 7, 6);
    expect(inOrder[0]).toBeCloseTo(10 + 150 / 7, 6);
  });

  test('y is the depth', () => {
    expect(places.y).toEqual(nodes.map((node) => 20 + (node.depth * 160) / 3));
  });

  test('area is the count of the node, width of an edge the root of what passed it', () => {
    const radius = new Map(nodes.map((node, i) => [node.key, places.radius[i] ?? 0]));
    expect((radius.get(40) ?? 0) / (radius.get(20) ?? 1)).toBeCloseTo(2, 6);
    const edge = new Map(nodes.map((node, i) => [node.key, places.edge[i] ?? 0]));
    expect(edge.get(50)).toBe(0);
    expect((edge.get(20) ?? 0) / (edge.get(40) ?? 1)).toBeCloseTo(Math.sqrt(26 / 21), 6);
  });

  test('nothing is drawn for nothing', () => {
    expect(placeTree([], box)).toEqual({ x: [], y: [], radius: [], edge: [] });
  });
});

test('a node is read with the counts of both its sides', () => {
  expect(nodes.map(total)).toEqual([36, 26, 1, 21, 2, 3, 1]);
  expect(childOf(nodes, 1, 'left')).toBe(2);
  expect(childOf(nodes, 1, 'right')).toBe(3);
  expect(childOf(nodes, 2, 'left')).toBe(-1);
});

describe('rotations', () => {
  test('one changes depths and parents, never x', () => {
    const after = rotateUp(nodes, 20);
    expect(shape(after ?? [])).toBe('10<20@1 20<-@0 30<40@3 40<50@2 45<40@3 50<20@1 70<50@2');
    expect(placeTree(after ?? [], box).x).toEqual(placeTree(nodes, box).x);
    expect(rotateUp(nodes, 50)).toBeNull();
  });

  test('half a zig-zag is the first of its two', () => {
    const middle = zigZagMiddle(nodes, 50, 20, 40);
    expect(shape(middle ?? [])).toBe('10<20@3 20<40@2 30<20@3 40<50@1 45<40@2 50<-@0 70<50@1');
    const after = rotateUp(middle ?? [], 40);
    expect(shape(after ?? [])).toBe('10<20@2 20<40@1 30<20@2 40<-@0 45<50@2 50<40@1 70<50@2');
  });

  test('a zig-zag that does not fit the picture has no middle', () => {
    expect(zigZagMiddle(nodes, 50, 70, 40)).toBeNull();
    expect(zigZagMiddle(nodes, 50, 20, 99)).toBeNull();
  });

  test('counting does not change the shape, rotating does', () => {
    const counted = nodes.map((node) => ({ ...node, self: node.self + 1 }));
    expect(sameShape(nodes, counted)).toBe(true);
    expect(sameShape(nodes, rotateUp(nodes, 40) ?? [])).toBe(false);
  });
});

describe('labels', () => {
  test('cover neither each other nor another node', () => {
    const places = placeTree(nodes, box);
    const labels = placeLabels(nodes, places, box, 7, 14);
    expect(labels.filter(Boolean).length).toBeGreaterThan(4);
    for (const [i, label] of labels.entries()) {
      if (label === null || label.inside) continue;
      for (const [j, other] of labels.entries()) {
        if (other === null || other.inside || i === j) continue;
        const apart = Math.abs(label.x - other.x) >= 14 || Math.abs(label.y - other.y) >= 14;
        expect(apart, `${nodes[i]?.key} and ${nodes[j]?.key}`).toBe(true);
      }
    }
  });

  test('are left out where there is no room', () => {
    const places = placeTree(nodes, { ...box, width: 60, height: 60 });
    const labels = placeLabels(nodes, places, { width: 60, height: 60 }, 20, 20);
    expect(labels).toContain(null);
  });
});
