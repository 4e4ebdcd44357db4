/** What the trees' pseudocode has in common. Lines are made by functions, so that each kind names its own operands. */
import type { CodeLine, TreeKind, TreeParameters } from './tree.ts';

export function codeLine(
  level: CodeLine['level'],
  indent: number,
  text: string,
  tag: string | null = null,
): CodeLine {
  return { text, indent, level, tag };
}

/** Lines that belong to the rule only under a setting: `value` it must have, or must not. */
export function when(
  parameter: string,
  relation: 'is' | 'is not',
  value: number,
  ...lines: readonly CodeLine[]
): CodeLine[] {
  return lines.map((line) => ({ ...line, when: { parameter, relation, value } }));
}

/** The rule as it is under these settings; those left out have their defaults. */
export function codeUnder(
  { code, parameters: settings }: Pick<TreeKind, 'code' | 'parameters'>,
  parameters: TreeParameters,
): readonly CodeLine[] {
  return code.filter(({ when: condition }) => {
    if (condition === undefined) return true;
    const { parameter, relation, value } = condition;
    const set = parameters[parameter] ?? settings.find(({ name }) => name === parameter)?.default;
    return (set === value) === (relation === 'is');
  });
}

/** Fading counts; 0 never fades. */
export const decayCode: readonly CodeLine[] = when(
  'decayEvery',
  'is not',
  0,
  codeLine(0, 0, 'at the end of every operation'),
  codeLine(
    1,
    1,
    'if the operation’s number is a multiple of decayEvery: halve every self count, to at least 1',
    'decay',
  ),
);

export const searchCode: readonly CodeLine[] = [
  codeLine(0, 0, 'search(key)', 'start'),
  codeLine(2, 1, 'node = root', 'start'),
  codeLine(1, 1, 'compare key with node.key; stop where they are equal', 'compare'),
  codeLine(1, 1, 'smaller: node = node.left; larger: node = node.right; go on', 'descend'),
];

export const linkLine = codeLine(
  1,
  1,
  'if there is none: node = a new leaf there (a find links none)',
  'link',
);

/** One single rotation with its assignments. `near` is the side of `parent` on which `child` hangs. */
export function rotationCode(
  indent: number,
  child: string,
  parent: string,
  tag: string,
  counts: boolean,
): CodeLine[] {
  const assignments = [
    `${parent}.near = ${child}.far`,
    ...(counts ? [`${parent}.nearCount = ${child}.farCount`] : []),
    `${child}.far = ${parent}`,
    ...(counts ? [`${child}.farCount = ${parent}.self + ${parent}.nearCount + ${parent}.otherCount`] : []),
    `${child} hangs where ${parent} hung`,
  ];
  return [
    codeLine(1, indent, `rotate ${child} over ${parent}`, tag),
    ...assignments.map((text) => codeLine(2, indent + 1, text, tag)),
  ];
}

/** How a node with at most one child, or one whose neighbour in order takes its place, leaves. */
export function unlinkCode(heir: string): CodeLine[] {
  return [
    codeLine(1, 1, 'if node has two children'),
    codeLine(1, 2, heir),
    codeLine(1, 2, 'node.key = heir.key; node = heir', 'replace'),
    codeLine(1, 1, 'unlink node: its only child, if any, takes its place', 'unlink'),
  ];
}

export const mirrorLine = codeLine(1, 1, 'on the other side the same, left and right exchanged');
