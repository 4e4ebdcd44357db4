/** The rule as pseudocode. */
import { codeLine, decayCode, linkLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import type { CodeLine } from './tree.ts';

export const cbtreeCode: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(1, 1, 'node.self += 1; every node above: the count of the side it was left by += 1', 'count'),
  codeLine(1, 1, 'weigh(node)'),
  codeLine(0, 0, 'weigh(node)'),
  codeLine(1, 1, 'W(v) = v.self + v.leftCount + v.rightCount; Φ = sum of log₂ W(v)'),
  codeLine(1, 1, 'until node is the root'),
  codeLine(1, 2, 'parent = node.parent; grandparent = parent.parent; drop = what Φ would fall by', 'weigh'),
  codeLine(0, 2, 'if drop ≤ ε: leave them; go on from the grandparent', 'none'),
  codeLine(0, 2, 'else if parent is the root: zig', 'zig'),
  codeLine(2, 3, 'drop = log₂ W(node) − log₂ (W(parent) − W(node) + node.innerCount)'),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig', true),
  codeLine(0, 2, 'else if node and parent are children on the same side: zig-zig', 'zig-zig'),
  codeLine(2, 3, 'drop = log₂ W(parent) − log₂ (W(grandparent) − W(parent) + parent.innerCount)'),
  ...rotationCode(3, 'parent', 'grandparent', 'rotate:zig-zig:1', true),
  codeLine(1, 3, 'node = parent: go on from the parent'),
  codeLine(0, 2, 'else: zig-zag', 'zig-zag'),
  codeLine(2, 3, 'drop = log₂ W(parent) + log₂ W(node) − log₂ of what is left to parent and grandparent'),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig-zag:1', true),
  ...rotationCode(3, 'node', 'grandparent', 'rotate:zig-zag:2', true),
  codeLine(1, 2, 'on the other side the same, left and right exchanged'),
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
