import type { ShapeRow } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';

/**
 * Small trees as text. A leaf is its key, any other node is (left key right), "-" where there is no child:
 *
 *       4
 *     ╱   ╲
 *    2     5      =   ((1 2 3) 4 5)
 *   ╱ ╲
 *  1   3
 *
 * With counts a key reads `key:self`, as in `((1:1 2:1 -) 4:3 -)`; a missing count is 1.
 */
export function bracketText(tree: Tree, counts = false): string {
  const write = (node: number): string => {
    if (node === 0) return '-';
    const key = counts ? `${tree.keyAt(node)}:${tree.selfAt(node)}` : `${tree.keyAt(node)}`;
    const left = tree.leftAt(node);
    const right = tree.rightAt(node);
    return left === 0 && right === 0 ? key : `(${write(left)} ${key} ${write(right)})`;
  };
  return write(tree.root);
}

/** The rows of a tree written as bracket text. */
export function parseBracketText(text: string): ShapeRow[] {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const read = (depth: number): ShapeRow[] => {
    const token = tokens[at++] ?? '-';
    if (token === '-') return [];
    if (token !== '(') return [row(token, depth)];
    const left = read(depth + 1);
    const node = row(tokens[at++] ?? '', depth);
    const right = read(depth + 1);
    at++; // the closing bracket
    return [node, ...left, ...right];
  };
  return read(0);
}

function row(token: string, depth: number): ShapeRow {
  const [key, self] = token.split(':');
  return { key: Number(key), depth, self: self === undefined ? 1 : Number(self) };
}
