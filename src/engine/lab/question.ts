/** One question about what a tree will do next: its options, its answer and the reason, from the tree before the operation. */
import { RandomStream } from '../../base/random.ts';
import { record, type TreeCommand } from '../trees/recorder.ts';
import { treeKinds } from '../trees/registry.ts';
import type { RotationCase } from '../trees/step.ts';
import type { Tree, TreeKind } from '../trees/tree.ts';
import { caseReason, type Reason, rootReason, rotationsReason } from './question-reasons.ts';

/** Which case comes next; which key is the root afterwards; how many single rotations the operation makes. */
export type QuestionKind = 'case' | 'root' | 'rotations';

export interface Question {
  /** the same position, kind and seed give the same id; says nothing of the answer */
  readonly id: string;
  readonly kind: QuestionKind;
  /** place of the operation in the commands */
  readonly operation: number;
  /** steps of it that are done while it is asked: up to just before a decision, or none */
  readonly step: number;
  /** the key the operation is about */
  readonly key: number;
  /** cases in their usual order, rotations rising, keys shuffled */
  readonly options: readonly (string | number)[];
  readonly answer: string | number;
  readonly reason: Reason;
}

const CASES: readonly RotationCase[] = ['zig', 'zig-zig', 'zig-zag', 'none'];

/** The cases a kind's rule can give: those its pseudocode has a line for. */
export function casesOf(kind: TreeKind): readonly RotationCase[] {
  return CASES.filter((verdict) => kind.code.some(({ tag }) => tag === verdict));
}

/** @throws Error if there is no such kind */
export function kindOf(tree: Tree): TreeKind {
  const kind = treeKinds.find((candidate) => candidate.kind === tree.kind);
  if (kind === undefined) throw new Error(`There is no tree kind "${tree.kind}".`);
  return kind;
}

/** Options of root and rotation questions. */
const OPTIONS = 4;

export interface Position {
  readonly operation: number;
  readonly step: number;
  readonly kind: QuestionKind;
}

/**
 * A question of a kind at a position; null where it cannot be asked: no decision comes next, or there are no two options.
 * @param before the tree before the operation; it is left as it is
 */
export function questionFor(
  before: Tree,
  command: TreeCommand,
  position: Position,
  seed: number,
): Question | null {
  const { kind, operation, step } = position;
  const id = `${kind}:${operation}:${step}:${seed}`;
  const random = new RandomStream(seed, id);
  const after = before.clone();
  const steps = record(after, command);
  const about = { id, kind, operation, step, key: command.key };
  if (kind === 'case') {
    const decision = steps[step];
    const options = casesOf(kindOf(before));
    if (decision?.kind !== 'decide' || options.length < 2) return null;
    return { ...about, options, answer: decision.case, reason: caseReason(before, steps, step) };
  }
  if (kind === 'rotations') {
    const answer = after.totals.rotations - before.totals.rotations;
    const levels = Math.max(0, after.totals.nodesVisited - before.totals.nodesVisited - 1);
    return {
      ...about,
      options: rotationOptions(answer, levels, random),
      answer,
      reason: rotationsReason(before.totals, after.totals),
    };
  }
  if (before.root === 0 || after.root === 0) return null;
  const answer = after.keyAt(after.root);
  const options = rootOptions(before, command, answer, random);
  return options.length < 2
    ? null
    : { ...about, options, answer, reason: rootReason(before, command, answer) };
}

/**
 * What one may take for the number of rotations: the levels, half of them, numbers nearby. How many of the wrong ones
 * are smaller is drawn first, so that the place among the options tells nothing.
 */
function rotationOptions(answer: number, levels: number, random: RandomStream): number[] {
  const smaller = random.below(Math.min(OPTIONS - 1, answer) + 1);
  const tempting = [levels, Math.ceil(levels / 2), levels + 1];
  const below = new Set(tempting.filter((value) => value < answer));
  const above = new Set(tempting.filter((value) => value > answer));
  for (let by = 1; by < OPTIONS; by += 1) {
    if (answer - by >= 0) below.add(answer - by);
    above.add(answer + by);
  }
  const wrong = [...[...below].slice(0, smaller), ...[...above].slice(0, OPTIONS - 1 - smaller)];
  return [...wrong, answer].sort((a, b) => a - b);
}

/**
 * Keys one may take for the next root. The list of candidates does not depend on the answer, only which of its last
 * ones are left out.
 */
function rootOptions(before: Tree, command: TreeCommand, answer: number, random: RandomStream): number[] {
  const { key, operation } = command;
  const onWay = wayTo(before, key);
  const isThere = onWay[onWay.length - 1] === key;
  const parent = onWay[onWay.length - (isThere ? 2 : 1)];
  const candidates = [
    operation === 'delete' || (operation === 'find' && !isThere) ? undefined : key,
    before.keyAt(before.root),
    parent,
    ...neighbours(before, key),
    onWay[1],
    ...neighbours(before, before.keyAt(before.root)),
  ];
  const wrong = new Set<number>();
  for (const candidate of candidates) {
    const isGone = operation === 'delete' && candidate === key;
    if (candidate !== undefined && candidate !== answer && !isGone && wrong.size < OPTIONS - 1)
      wrong.add(candidate);
  }
  const options = Int32Array.from([...wrong, answer].sort((a, b) => a - b));
  random.shuffle(options);
  return [...options];
}

/** Keys from the root to where a key is or would be. */
function wayTo(tree: Tree, key: number): number[] {
  const keys: number[] = [];
  for (let node = tree.root; node !== 0; ) {
    const at = tree.keyAt(node);
    keys.push(at);
    if (at === key) break;
    node = key < at ? tree.leftAt(node) : tree.rightAt(node);
  }
  return keys;
}

/** The next smaller and the next larger key, where there are any. */
function neighbours(tree: Tree, key: number): number[] {
  let smaller: number | undefined;
  let larger: number | undefined;
  for (let node = tree.root; node !== 0; ) {
    const at = tree.keyAt(node);
    if (at < key) smaller = at;
    node = at < key ? tree.rightAt(node) : tree.leftAt(node);
  }
  for (let node = tree.root; node !== 0; ) {
    const at = tree.keyAt(node);
    if (at > key) larger = at;
    node = at > key ? tree.leftAt(node) : tree.rightAt(node);
  }
  return [smaller, larger].filter((at) => at !== undefined);
}
