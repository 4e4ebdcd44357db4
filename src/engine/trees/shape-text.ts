/** Shapes as text people can write, mail and read back: bracket text, preorder lists, JSON. Nothing here recurses. */
import { jsonFault } from './json-fault.ts';
import { namedShapeRows } from './named-shapes.ts';
import { isInt32, placeRows, type ShapeRow, shapeFromJson } from './shape-rows.ts';
import { placeIn, quoted } from './text-place.ts';
import type { Tree } from './tree.ts';

/** Nodes of a shape given as text: the text of so many is about 10 MB. */
const MAX_TEXT_NODES = 1_000_000;

/**
 * The rows of a shape written in any of the ways there are; the first character tells which.
 *
 *     ((1 2 3) 4 5)        bracket text
 *     4 2 1 3 5            preorder list
 *     [[4,0],[2,1],…]      JSON, also {"preorder": …}
 *     balanced:7           a name
 *
 * @param seed of the order of `random:n`
 * @throws Error with one sentence that names the place in the text and the reason.
 */
export function parseShapeText(text: string, seed = 1): ShapeRow[] {
  const first = /\S/.exec(text)?.[0] ?? '';
  if (first === '[' || first === '{') return parseShapeJson(text);
  if (first === '(' || text.trim() === '-') return parseBracketText(text);
  if (/[\d+\-−]/.test(first)) return parsePreorder(text);
  return namedShapeRows(text, seed);
}

function parseShapeJson(text: string): ShapeRow[] {
  const fault = jsonFault(text);
  if (fault !== null) {
    throw new Error(
      `The tree shape is no JSON at ${placeIn(text, fault.offset)}: ${fault.expected} should stand there.`,
    );
  }
  const rows = shapeFromJson(JSON.parse(text));
  if (rows.length > MAX_TEXT_NODES) throw tooMany();
  placeRows(rows);
  return rows;
}

/**
 * The rows of a tree in bracket text: a leaf is its key, any other node is (left key right), "-" where there is no child.
 *
 *       4
 *     ╱   ╲
 *    2     5      =   ((1 2 3) 4 5)
 *   ╱ ╲
 *  1   3
 *
 * With counts a key reads `key:self`, as in `((1:1 2:1 -) 4:3 -)`; a missing count is 1.
 * @throws Error with one sentence that names the place in the text and the reason.
 */
export function parseBracketText(text: string): ShapeRow[] {
  const rows: (ShapeRow | null)[] = [];
  // One frame an open bracket: the row of its node, which is known only after its left subtree, and what comes next.
  const frames: { readonly row: number; wants: 'left' | 'key' | 'right' | 'close' }[] = [];
  const isDone = () => frames.length === 0 && rootRead;
  let rootRead = false;
  let last: ShapeRow | null = null; // in order: keys rise as they are read
  const tokens = /[()]|[^\s(),]+/g;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const token = match[0];
    const at = match.index;
    const frame = frames[frames.length - 1];
    if (isDone()) throw fault(text, at, `${quoted(token)} stands behind the end of the tree`);
    if (frame?.wants === 'close') {
      if (token !== ')')
        throw fault(text, at, `")" should stand there, as a node is (left key right), not ${quoted(token)}`);
      frames.pop();
      subtreeRead(frames);
      rootRead = true;
    } else if (token === ')') {
      const missing = frame === undefined ? 'no bracket is open' : `${MISSING[frame.wants]} is missing`;
      throw fault(text, at, `${missing}, as a node is (left key right) with "-" for no child`);
    } else if (frame?.wants === 'key') {
      if (token === '(' || token === '-')
        throw fault(text, at, `a key should stand there, not ${quoted(token)}`);
      last = readRow(text, token, at, frames.length - 1, last);
      rows[frame.row] = last;
      frame.wants = 'right';
    } else if (token === '(') {
      frames.push({ row: rows.length, wants: 'left' });
      rows.push(null);
    } else {
      if (token !== '-') {
        last = readRow(text, token, at, frames.length, last);
        rows.push(last);
      }
      subtreeRead(frames);
      rootRead = true;
    }
    if (rows.length > MAX_TEXT_NODES) throw tooMany();
  }
  if (!isDone()) {
    const open = frames.length;
    const what = open === 0 ? 'a tree should stand there' : `${open} ")" should still come`;
    throw fault(text, text.trimEnd().length, `the text ends, but ${what}`);
  }
  return rows as ShapeRow[];
}

const MISSING = { left: 'the left child', key: 'the key', right: 'the right child' } as const;

function subtreeRead(frames: readonly { wants: 'left' | 'key' | 'right' | 'close' }[]): void {
  const frame = frames[frames.length - 1];
  if (frame !== undefined) frame.wants = frame.wants === 'left' ? 'key' : 'close';
}

function readRow(text: string, token: string, at: number, depth: number, before: ShapeRow | null): ShapeRow {
  const row = { depth, ...readKey(text, token, at) };
  if (before !== null && row.key === before.key) {
    throw fault(text, at, `key ${row.key} stands there a second time`);
  }
  if (before !== null && row.key < before.key) {
    throw fault(
      text,
      at,
      `key ${row.key} stands to the right of ${before.key}; keys must rise from left to right`,
    );
  }
  return row;
}

/**
 * The rows of the search tree whose keys, from the root, left subtrees first, come in this order; only one has it.
 * Keys are divided by spaces, commas, semicolons or lines; `key:self` gives a count.
 * @throws Error with one sentence that names the place in the text and the reason.
 */
export function parsePreorder(text: string): ShapeRow[] {
  const rows: ShapeRow[] = [];
  const path: ShapeRow[] = []; // ancestors of the last row that may still get a right child, and the row itself
  let low: ShapeRow | null = null; // all further keys lie to its right
  const tokens = /[^\s,;]+/g;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const { key, self } = readKey(text, match[0], match.index);
    let parent: ShapeRow | undefined = path[path.length - 1];
    let popped: ShapeRow | null = null;
    while (path.length > 0 && (path[path.length - 1] as ShapeRow).key < key) {
      popped = path.pop() as ShapeRow;
      parent = popped;
    }
    if (popped !== null) low = popped;
    const next = path[path.length - 1];
    if (next?.key === key || (low !== null && key <= low.key)) {
      const twice = rows.some((row) => row.key === key);
      const reason = twice
        ? `key ${key} stands there a second time`
        : `key ${key} cannot come after ${(rows[rows.length - 1] as ShapeRow).key}, as ${(low as ShapeRow).key} was already left behind; list every node before its left subtree and that before the right one`;
      throw fault(text, match.index, reason);
    }
    const row = { key, self, depth: parent === undefined ? 0 : parent.depth + 1 };
    rows.push(row);
    path.push(row);
    if (rows.length > MAX_TEXT_NODES) throw tooMany();
  }
  return rows;
}

function readKey(text: string, token: string, at: number): { key: number; self: number } {
  const match = /^([+\-−]?\d+)(?::(\d+))?$/.exec(token);
  if (match === null) {
    throw fault(
      text,
      at,
      `${quoted(token)} is no key; write a whole number, or one with its count as in "5:3"`,
    );
  }
  const key = Number((match[1] as string).replace('−', '-')) + 0; // + 0: no negative zero
  if (!isInt32(key)) {
    throw fault(text, at, `${quoted(token)} is no key; keys go from -2147483648 to 2147483647`);
  }
  const self = match[2] === undefined ? 1 : Number(match[2]);
  if (!isInt32(self) || self < 1) {
    throw fault(text, at, `${quoted(token)} has no possible count; counts go from 1 to 2147483647`);
  }
  return { key, self };
}

function fault(text: string, at: number, reason: string): Error {
  return new Error(`The tree shape is wrong at ${placeIn(text, at)}: ${reason}.`);
}

function tooMany(): Error {
  return new Error(
    `The tree shape has more than ${MAX_TEXT_NODES} nodes; give a smaller one, or a named one such as balanced:2000000.`,
  );
}

/** The tree as bracket text, as parseBracketText reads it. */
export function bracketText(tree: Tree, withCounts = false): string {
  const parts: string[] = [];
  const stack: (number | string)[] = [tree.root]; // handles still to be written, and texts between them
  while (stack.length > 0) {
    const next = stack.pop() as number | string;
    if (typeof next === 'string') parts.push(next);
    else if (next === 0) parts.push('-');
    else {
      const left = tree.leftAt(next);
      const right = tree.rightAt(next);
      const key = keyText(tree, next, withCounts);
      if (left === 0 && right === 0) parts.push(key);
      else stack.push(')', right, ` ${key} `, left, '(');
    }
  }
  return parts.join('');
}

/** The keys in preorder; with counts where asked for. parsePreorder reads it, and `-`, the empty tree, parseShapeText. */
export function preorderText(tree: Tree, withCounts = false): string {
  if (tree.size === 0) return '-';
  const keys: string[] = [];
  tree.visit((node) => keys.push(keyText(tree, node, withCounts)));
  return keys.join(' ');
}

/** The tree as `{"kind": …, "preorder": [[key, depth, self, left, right], …]}`; counts only where the tree counts. */
export function shapeJson(tree: Tree): string {
  return JSON.stringify({ kind: tree.kind, preorder: tree.preorder() });
}

function keyText(tree: Tree, node: number, withCounts: boolean): string {
  return withCounts ? `${tree.keyAt(node)}:${tree.selfAt(node)}` : `${tree.keyAt(node)}`;
}
