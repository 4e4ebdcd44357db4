/** The rule as pseudocode. */
import { codeLine, decayCode, linkLine, rotationCode, searchCode, unlinkCode, when } from './code.ts';
import type { CodeLine } from './tree.ts';

const countLine = codeLine(
  1,
  1,
  'node.self += 1; every node above: the count of the side it was left by += 1',
  'count',
);

export const lazyCountingCode: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  ...when('countFirst', 'is', 1, countLine),
  ...when(
    'strict',
    'is',
    0,
    codeLine(1, 1, 'if node is new, or its depth ≥ threshold · log₂ n: rebalance every pair up to the root'),
  ),
  ...when(
    'strict',
    'is',
    1,
    codeLine(1, 1, 'if node is new, or its depth > threshold · log₂ n: rebalance every pair up to the root'),
  ),
  codeLine(1, 1, 'else: rebalance(node.parent, node) only'),
  ...when('countFirst', 'is', 0, countLine),
  codeLine(0, 0, 'rebalance(parent, node)'),
  ...when('mirror', 'is', 0, codeLine(0, 1, 'if node is a right child: leave the tree alone', 'unweighed')),
  codeLine(1, 1, 'outer = node.self + node.outer', 'weigh'),
  codeLine(1, 1, 'inner = node.inner', 'weigh'),
  codeLine(1, 1, 'sibling = parent.self + parent.sibling', 'weigh'),
  codeLine(0, 1, 'if inner ≥ sibling: zig-zag', 'zig-zag'),
  ...rotationCode(2, 'innerChild', 'node', 'rotate:zig-zag:1', true),
  ...rotationCode(2, 'innerChild', 'parent', 'rotate:zig-zag:2', true),
  codeLine(0, 1, 'else if outer > sibling: zig', 'zig'),
  ...rotationCode(2, 'node', 'parent', 'rotate:zig', true),
  codeLine(0, 1, 'else: leave the tree alone', 'none'),
  ...when('mirror', 'is', 1, codeLine(1, 1, 'for a right child the same, left and right exchanged')),
  ...decayCode,
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
