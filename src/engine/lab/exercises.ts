/** "Build this shape": a start and a target that a few operations of the very tree lead to. */
import { RandomStream } from '../../base/random.ts';
import type { TreeCommand } from '../trees/recorder.ts';
import { treeKinds } from '../trees/registry.ts';
import { placeRows, type ShapeRow, shapeRows } from '../trees/shape-rows.ts';
import { preorderText } from '../trees/shape-text.ts';
import { createTreeFrom, parseStart } from '../trees/shapes.ts';
import type { Tree } from '../trees/tree.ts';

export interface ExerciseOrder {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly seed: number;
  /** keys, 5 … 15 */
  readonly size: number;
  /** changes of shape on the way, 1 … 10; a counting tree may take several accesses for one */
  readonly moves: number;
}

export interface Exercise {
  readonly start: ShapeRow[];
  readonly target: ShapeRow[];
  /** one way from start to target; not for the eyes of who solves it */
  readonly solution: TreeCommand[];
}

export const EXERCISE_LIMITS = { size: [5, 15], moves: [1, 10] } as const;

/** Accesses to one key after which a counting tree that has not rotated is given up. */
const PATIENCE = 12;
const TRIES = 40;

/**
 * Target and start always differ, and no shape on the way comes twice, so that no part of it is in vain.
 * @throws Error with one sentence for an unknown kind or a number out of its range
 */
export function makeExercise({ kind, parameters, seed, size, moves }: ExerciseOrder): Exercise {
  check('keys', size, EXERCISE_LIMITS.size);
  check('changes of shape', moves, EXERCISE_LIMITS.moves);
  const start = startTree(kind, parameters, seed, size);
  const random = new RandomStream(seed, 'exercise');
  const nextMove = treeKinds.find((entry) => entry.kind === kind)?.decides === 'none' ? edit : raise;
  const seen = new Set([preorderText(start)]);
  const solution: TreeCommand[] = [];
  let tree = start;
  for (let move = 0; move < moves; move += 1) {
    const next = nextMove(tree, random, seen) ?? edit(tree, random, seen);
    if (next === null) break;
    solution.push(...next.commands);
    tree = next.tree;
    seen.add(preorderText(tree));
  }
  return { start: shapeRows(start), target: shapeRows(tree), solution };
}

/** Keys are even, so that there is room for others between them. A yardstick starts as it would arrange them. */
function startTree(kind: string, parameters: ExerciseOrder['parameters'], seed: number, size: number): Tree {
  const rows = parseStart(`random:${size}`, seed).map((row) => ({ ...row, key: 2 * (row.key + 1) }));
  const tree = createTreeFrom(kind, rows, parameters);
  const prepare = treeKinds.find((entry) => entry.kind === kind)?.prepare;
  return prepare === undefined ? tree : prepare(tree, []);
}

interface Move {
  readonly commands: TreeCommand[];
  readonly tree: Tree;
}

/** Accesses to a key that is there, until the tree has another shape; null where none was found. */
function raise(from: Tree, random: RandomStream, seen: ReadonlySet<string>): Move | null {
  const keys = from.preorder().map(([key]) => key);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const key = keys[random.below(keys.length)] as number;
    const tree = from.clone();
    const before = preorderText(tree);
    const commands: TreeCommand[] = [];
    while (commands.length < PATIENCE && preorderText(tree) === before) {
      tree.access(key);
      commands.push({ operation: 'access', key });
    }
    if (!seen.has(preorderText(tree))) return { commands, tree };
  }
  return null;
}

/** A key inserted or deleted; for trees that do nothing else, and where nothing else helps. */
function edit(from: Tree, random: RandomStream, seen: ReadonlySet<string>): Move | null {
  const keys = from.preorder().map(([key]) => key);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const isInsert = keys.length < 4 || random.below(2) === 0;
    const key = isInsert
      ? 2 * random.below(keys.length + 1) + 1
      : (keys[random.below(keys.length)] as number);
    const command: TreeCommand = { operation: isInsert ? 'insert' : 'delete', key };
    const tree = from.clone();
    tree[command.operation](key);
    if (!seen.has(preorderText(tree))) return { commands: [command], tree };
  }
  return null;
}

function check(what: string, value: number, [low, high]: readonly [number, number]): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new Error(`An exercise has ${low} to ${high} ${what}, not ${value}.`);
}

/** What hangs elsewhere; slots are keys. */
export interface ShapeDifference {
  readonly template: (typeof DIFFERENCES)[number];
  readonly slots: Readonly<Record<string, number>>;
}

const DIFFERENCES = [
  /** key: wanted, but not in the tree */
  'exercise.missing',
  /** key: in the tree, but not wanted */
  'exercise.extra',
  /** key: should be the root; rootKey: is the root */
  'exercise.root',
  /** key: hangs below parentKey, should hang below targetParentKey */
  'exercise.parent',
  /** key: is the root, should hang below targetParentKey */
  'exercise.not-root',
] as const;

/** Whether a tree has the target's shape, whatever its counts, and if not the first key that hangs elsewhere, from the root. */
export function checkExercise(
  tree: Tree,
  target: readonly ShapeRow[],
): { done: boolean; difference: ShapeDifference | null } {
  const difference = firstDifference(tree, target);
  return { done: difference === null, difference };
}

function firstDifference(tree: Tree, target: readonly ShapeRow[]): ShapeDifference | null {
  const parentOf = new Map<number, number | null>();
  tree.visit((node, _depth, parent) => {
    parentOf.set(tree.keyAt(node), parent === 0 ? null : tree.keyAt(parent));
  });
  const wanted = new Set(target.map(({ key }) => key));
  for (const key of wanted) if (!parentOf.has(key)) return { template: 'exercise.missing', slots: { key } };
  for (const key of parentOf.keys())
    if (!wanted.has(key)) return { template: 'exercise.extra', slots: { key } };
  const { parents } = placeRows(target);
  for (const [i, { key }] of target.entries()) {
    const parentKey = parentOf.get(key) ?? null;
    const targetParentKey = target[parents[i] ?? -1]?.key ?? null;
    if (parentKey === targetParentKey) continue;
    if (targetParentKey === null)
      return { template: 'exercise.root', slots: { key, rootKey: tree.keyAt(tree.root) } };
    if (parentKey === null) return { template: 'exercise.not-root', slots: { key, targetParentKey } };
    return { template: 'exercise.parent', slots: { key, parentKey, targetParentKey } };
  }
  return null;
}
