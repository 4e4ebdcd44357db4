/** What a step lets the picture point out: the node it is about, the pair it weighs, who rises and what changes hands. */
import type { StepView, TreeMoment, Weighing } from '../../protocol/trees/moment.ts';
import type { Prepared } from './prepare.ts';
import { cell, rowOfKey } from './rows.ts';

export type Role = 'grandparent' | 'parent' | 'node' | 'inner';

/** Rows of the nodes meant; −1 = not shown. */
export interface Marks {
  readonly kind: StepView['kind'] | null;
  /** the node the step is about */
  readonly at: number;
  /** the pair under decision with the roles its rule gives them */
  readonly pair: readonly { readonly role: Role; readonly row: number }[];
  /** who will rise, and to which level */
  readonly rise: { readonly row: number; readonly level: number } | null;
  /** roots of the subtrees that change hands: will, at a decision; did, at a rotation */
  readonly hands: readonly number[];
  /** a rotation's other node */
  readonly sank: number;
  /** the walk went where there is no node */
  readonly missing: { readonly row: number; readonly side: 'left' | 'right' } | null;
}

const NO_MARKS: Marks = {
  kind: null,
  at: -1,
  pair: [],
  rise: null,
  hands: [],
  sank: -1,
  missing: null,
};

/** `hidden`: a question is open, so that nothing a decision rests on or leads to is shown. */
export function marksOf(moment: TreeMoment, tree: Prepared, hidden: boolean): Marks {
  const { current } = moment;
  if (current === null) return NO_MARKS;
  const { nodes } = tree;
  const at = rowOfKey(nodes, current.kind === 'replace' ? current.heirKey : current.key);
  // What was taken out is not there any more; its heir may bear the same key.
  const basis = { ...NO_MARKS, kind: current.kind, at: current.kind === 'unlink' ? -1 : at };
  if (current.kind === 'decide') {
    if (hidden || current.weighing === null) return NO_MARKS;
    return { ...basis, ...decision(current.weighing, tree) };
  }
  if (current.kind === 'rotate') {
    if (hidden) return NO_MARKS;
    const moved = rowOfKey(nodes, current.movedKey);
    return { ...basis, sank: rowOfKey(nodes, current.sankKey), hands: moved < 0 ? [] : [moved] };
  }
  if (current.kind === 'descend' && current.key === null) {
    const row = rowOfKey(nodes, current.from);
    return { ...basis, missing: row < 0 || current.side === null ? null : { row, side: current.side } };
  }
  return basis;
}

function decision(weighing: Weighing, tree: Prepared): Partial<Marks> {
  const { nodes } = tree;
  const parent = rowOfKey(nodes, weighing.parentKey);
  const child = rowOfKey(nodes, weighing.childKey);
  const inner = rowOfKey(nodes, weighing.innerKey);
  const rising = rowOfKey(nodes, weighing.risingKey);
  const ofThree = weighing.counts === null && (weighing.case === 'zig-zig' || weighing.case === 'zig-zag');
  const third = ofThree ? (rising === child ? lowerOf(weighing, tree, child) : rising) : inner;
  const roles: readonly { role: Role; row: number }[] = ofThree
    ? [
        { role: 'grandparent', row: parent },
        { role: 'parent', row: child },
        { role: 'node', row: third },
      ]
    : [
        { role: 'parent', row: parent },
        { role: 'node', row: child },
        { role: 'inner', row: third },
      ];
  // Where only the shape decides, the inner child of a single rotation is not looked at.
  const looked = weighing.counts !== null || weighing.potential !== null || ofThree;
  return {
    pair: roles.filter(({ role, row }) => row >= 0 && (role !== 'inner' || looked)),
    rise:
      rising < 0 || parent < 0 || weighing.case === 'none'
        ? null
        : { row: rising, level: cell(nodes, parent, 'depth') },
    hands: weighing.case === 'none' ? [] : handedOver(weighing, tree, child, inner, rising),
  };
}

/** The third of three in a row, where only the upper two turn (semi-splay's zig-zig). */
function lowerOf({ parentKey, childKey }: Weighing, { children }: Prepared, child: number): number {
  return child < 0 ? -1 : ((childKey < parentKey ? children.left : children.right)[child] ?? -1);
}

/** Roots of the subtrees that get another parent. */
function handedOver(
  weighing: Weighing,
  { children }: Prepared,
  child: number,
  inner: number,
  rising: number,
): number[] {
  const onLeft = weighing.childKey < weighing.parentKey;
  const innerOf = (row: number) => (row < 0 ? -1 : ((onLeft ? children.right : children.left)[row] ?? -1));
  switch (weighing.case) {
    case 'zig':
      return [inner >= 0 ? inner : innerOf(child)].filter((row) => row >= 0);
    case 'zig-zag':
      return [children.left[rising] ?? -1, children.right[rising] ?? -1].filter((row) => row >= 0);
    default:
      return [innerOf(child), rising === child ? -1 : innerOf(rising)].filter((row) => row >= 0);
  }
}

/** Which inequalities a counting rule looked at, in its order, with their operands (paper B, Table 2). */
export interface Comparison {
  readonly name: 'inner' | 'outer' | 'drop';
  readonly value: number;
  readonly against: 'sibling' | 'epsilon';
  readonly limit: number;
  readonly holds: boolean;
}

export function comparisonsOf(weighing: Weighing): readonly Comparison[] {
  const { counts, potential } = weighing;
  if (counts !== null) {
    const { inner, outer, sibling } = counts;
    const first: Comparison = {
      name: 'inner',
      value: inner,
      against: 'sibling',
      limit: sibling,
      holds: inner >= sibling,
    };
    if (weighing.case === 'zig-zag') return [first];
    return [
      first,
      { name: 'outer', value: outer, against: 'sibling', limit: sibling, holds: outer > sibling },
    ];
  }
  if (potential === null) return [];
  const { drop, epsilon } = potential;
  return [{ name: 'drop', value: drop, against: 'epsilon', limit: epsilon, holds: drop > epsilon }];
}

/** Rows on the way to where the walk is, and who turned in among them, from the root down as the tree hangs together now. */
export function pathRows(tree: Prepared, path: Int32Array, marks: Marks): number[] {
  const rows = new Set<number>();
  for (const key of path) {
    const row = rowOfKey(tree.nodes, key);
    if (row >= 0) rows.add(row);
  }
  if (marks.kind === 'rotate' && marks.at >= 0 && rows.has(marks.sank)) rows.add(marks.at);
  return [...rows].sort((a, b) => cell(tree.nodes, a, 'depth') - cell(tree.nodes, b, 'depth'));
}
