/** The rule as pseudocode. */
import { codeLine, linkLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import type { CodeLine } from './tree.ts';

export const lazyCountingCode: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(1, 1, 'node.self += 1; every node above: the count of the side it was left by += 1', 'count'),
  codeLine(1, 1, 'if node is new, or its depth ≥ threshold · log₂ n: rebalance every pair up to the root'),
  codeLine(1, 1, 'else: rebalance(node.parent, node) only'),
  codeLine(0, 0, 'rebalance(parent, node)'),
  codeLine(1, 1, 'outer = node.self + node.outer', 'weigh'),
  codeLine(1, 1, 'inner = node.inner', 'weigh'),
  codeLine(1, 1, 'sibling = parent.self + parent.sibling', 'weigh'),
  codeLine(0, 1, 'if inner ≥ sibling: zig-zag', 'zig-zag'),
  ...rotationCode(2, 'innerChild', 'node', 'rotate:zig-zag:1', true),
  ...rotationCode(2, 'innerChild', 'parent', 'rotate:zig-zag:2', true),
  codeLine(0, 1, 'else if outer > sibling: zig', 'zig'),
  ...rotationCode(2, 'node', 'parent', 'rotate:zig', true),
  codeLine(0, 1, 'else: leave the tree alone', 'none'),
  codeLine(1, 1, 'for a right child the same, left and right exchanged'),
  codeLine(0, 0, 'at the end of every operation'),
  codeLine(
    1,
    1,
    'if the operation’s number is a multiple of decayEvery: halve every self count, to at least 1',
    'decay',
  ),
  codeLine(0, 0, 'delete(key)'),
  codeLine(1, 1, 'node = search(key)'),
  codeLine(
    1,
    1,
    'take node.self off its count and off every count above (later the same for heir.self)',
    'uncount',
  ),
  ...unlinkCode('heir = the smallest key below node.right'),
];
