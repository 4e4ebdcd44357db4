import type { BinaryTree } from './binary-tree.ts';
import { halved, setSelfCounts } from './decay.ts';
import {
  KEY,
  LEFT,
  NODES_VISITED,
  OPERATIONS,
  RIGHT,
  ROTATIONS,
  STRIDE,
  TOTAL,
  ZIG,
  ZIG_ZAG,
  ZIG_ZIG,
} from './layout.ts';
import type { RotationCase, Side, TreeStep } from './step.ts';

/** Replays one recorded step on the tree it was recorded from, or a clone, in the state before the step. */
export function applyStep(tree: BinaryTree, step: TreeStep): void {
  switch (step.kind) {
    case 'start':
      tally(tree, OPERATIONS, 1);
      return;
    case 'compare':
      tally(tree, NODES_VISITED, 1);
      return;
    case 'descend':
      return;
    case 'count':
      addTotal(tree, step.node, step.amount);
      return;
    case 'decide':
      tree.lastRotation = step.after;
      tallyCase(tree, step.case, 1);
      return;
    case 'rotate':
      tree.rotate(step.grandparent, step.parent, step.child);
      tally(tree, ROTATIONS, 1);
      return;
    case 'link':
      tree.allocate(step.key);
      setChild(tree, step.parent, step.side, step.node);
      return;
    case 'unlink':
      setChild(tree, step.parent, step.side, step.subtree);
      tree.release(step.node);
      return;
    case 'replace':
      tree.nodes[step.node + KEY] = step.heirKey;
      return;
    case 'decay':
      setSelfCounts(tree, step.selves.map(halved));
      return;
  }
}

/** Takes the step back: afterwards the tree is as it was before applyStep, free slots and totals included. */
export function unapplyStep(tree: BinaryTree, step: TreeStep): void {
  switch (step.kind) {
    case 'start':
      tally(tree, OPERATIONS, -1);
      return;
    case 'compare':
      tally(tree, NODES_VISITED, -1);
      return;
    case 'descend':
      return;
    case 'count':
      addTotal(tree, step.node, -step.amount);
      return;
    case 'decide':
      tree.lastRotation = step.before;
      tallyCase(tree, step.case, -1);
      return;
    case 'rotate':
      tree.rotate(step.grandparent, step.child, step.parent);
      tally(tree, ROTATIONS, -1);
      return;
    case 'link':
      setChild(tree, step.parent, step.side, 0);
      if (!step.fresh) {
        tree.release(step.node);
        return;
      }
      tree.write(step.node, 0, 0, 0, 0);
      tree.end -= STRIDE;
      tree.size--;
      return;
    case 'unlink': {
      tree.allocate(step.key); // the slot given back last is the first one reused
      setChild(tree, step.node, step.subtreeSide, step.subtree);
      tree.nodes[step.node + TOTAL] = tree.totalAt(step.subtree);
      setChild(tree, step.parent, step.side, step.node);
      return;
    }
    case 'replace':
      tree.nodes[step.node + KEY] = step.key;
      return;
    case 'decay':
      setSelfCounts(tree, step.selves);
      return;
  }
}

function setChild(tree: BinaryTree, parent: number, side: Side, child: number): void {
  if (parent === 0) tree.root = child;
  else tree.nodes[parent + (side === 'left' ? LEFT : RIGHT)] = child;
}

function addTotal(tree: BinaryTree, node: number, amount: number): void {
  tree.nodes[node + TOTAL] = tree.totalAt(node) + amount;
}

function tally(tree: BinaryTree, slot: number, amount: number): void {
  tree.tallies[slot] = (tree.tallies[slot] as number) + amount;
}

function tallyCase(tree: BinaryTree, verdict: RotationCase, amount: number): void {
  if (verdict === 'zig') tally(tree, ZIG, amount);
  else if (verdict === 'zig-zig') tally(tree, ZIG_ZIG, amount);
  else if (verdict === 'zig-zag') tally(tree, ZIG_ZAG, amount);
}
