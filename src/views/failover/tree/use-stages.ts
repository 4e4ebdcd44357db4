import { useState } from 'react';
import {
  placeTree,
  sameShape,
  type TreeBox,
  type TreeNode,
  type TreePlaces,
  zigZagMiddle,
} from '../../../layout/tree-layout.ts';
import type { Rotation } from './rotation.ts';
import { type Picture, pictureOf } from './use-tween.ts';

/** Which tree of which run at which moment; between two of another kind nothing is tweened. */
export interface Moment {
  tree: string;
  us: number;
  playing: boolean;
  /** played so slowly that a rotation can be watched */
  slow: boolean;
}

interface Stages {
  moment: Moment;
  nodes: readonly TreeNode[];
  box: TreeBox;
  stages: Picture[];
  animate: boolean;
}

/** One step of the transport is a ping interval. */
const STEP_US = 10_000;
/** A jump forward while it plays is a seek. */
const SEEK_US = 3_000_000;

/**
 * Where the nodes go, and whether over a visible way. A zig-zag goes in two rotations where the picture before allows to
 * show them. The result keeps its identity while only counts change, so that a tween is not begun anew.
 */
export function useStages(
  nodes: readonly TreeNode[],
  places: TreePlaces,
  box: TreeBox,
  moment: Moment,
  rotation: Rotation | null,
): Pick<Stages, 'stages' | 'animate'> {
  const [memo, setMemo] = useState<Stages>(() => ({
    moment,
    nodes,
    box,
    stages: [pictureOf(nodes, places)],
    animate: false,
  }));
  if (memo.moment === moment && memo.nodes === nodes && memo.box === box) return memo;
  const still = memo.box === box && sameShape(memo.nodes, nodes);
  const next: Stages = still
    ? { ...memo, moment, nodes }
    : {
        moment,
        nodes,
        box,
        animate: memo.box === box && near(memo.moment, moment),
        stages: [...middle(memo.nodes, nodes, box, rotation), pictureOf(nodes, places)],
      };
  setMemo(next);
  return next;
}

function near(before: Moment, now: Moment): boolean {
  const us = now.us - before.us;
  if (before.tree !== now.tree) return false;
  return now.playing ? now.slow && us > 0 && us < SEEK_US : Math.abs(us) <= STEP_US;
}

function middle(
  before: readonly TreeNode[],
  now: readonly TreeNode[],
  box: TreeBox,
  rotation: Rotation | null,
): Picture[] {
  if (!rotation?.zigZag) return [];
  const risen = now.find((node) => node.key === rotation.risen);
  const child = now.find((node) => node.key === rotation.child);
  if (!risen || now[child?.parent ?? -1] !== risen) return [];
  const half = zigZagMiddle(before, rotation.parent, rotation.child, rotation.risen);
  return half === null ? [] : [pictureOf(half, placeTree(half, box))];
}
