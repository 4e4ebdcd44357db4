/** Which tags a moment's picture bears and what they say. */
import { formatNumber } from '../../../base/format.ts';
import type { KeyLabel } from '../../../layout/trees/labels.ts';
import type { Marks, Role } from '../../../layout/trees/marks.ts';
import type { Prepared } from '../../../layout/trees/prepare.ts';
import { cell, rowOfKey } from '../../../layout/trees/rows.ts';
import type { TagRequest } from '../../../layout/trees/tags.ts';
import { format } from '../../../protocol/texts.ts';
import type { TreeMoment, Weighing } from '../../../protocol/trees/moment.ts';
import { type Bar, barsOf, verdictsOf } from './tag-bars.ts';
import { TAG_WORDS } from './words.ts';

/** What a tag says, before it has a place. */
export interface Draft {
  readonly id: string;
  readonly look: 'role' | 'compare' | 'count' | 'note' | 'bars';
  readonly row: number;
  readonly title: string;
  readonly detail: string;
  /** left, self, right of its node; empty where they do not matter */
  readonly counts: readonly string[];
  readonly bars: readonly Bar[];
  readonly verdicts: readonly string[];
  readonly prefers: TagRequest['prefers'];
  /** drafts whose counts have no place beside their nodes */
  readonly table: readonly Draft[];
}

export interface DraftInput {
  readonly moment: TreeMoment;
  readonly tree: Prepared;
  readonly marks: Marks;
  readonly labels: readonly KeyLabel[];
  readonly hidden: boolean;
}

export function draftsOf(input: DraftInput): Draft[] {
  const { moment, marks, tree, hidden } = input;
  const { current, command } = moment;
  if (current === null) return [];
  const one = (draft: Partial<Draft> & Pick<Draft, 'row' | 'title'>): Draft => ({
    id: 'step',
    look: 'note',
    detail: '',
    counts: [],
    table: [],
    bars: [],
    verdicts: [],
    prefers: 'right',
    ...draft,
  });
  switch (current.kind) {
    case 'start':
      return command === null
        ? []
        : [
            one({
              row: tree.root,
              title: format(TAG_WORDS[command.operation], { key: command.key }),
              prefers: 'right',
            }),
          ];
    case 'compare': {
      const slots = { asked: command?.key ?? 0, key: current.key ?? 0 };
      return [
        one({ look: 'compare', row: marks.at, title: format(TAG_WORDS[current.outcome ?? 'equal'], slots) }),
      ];
    }
    case 'descend':
      return marks.missing === null
        ? []
        : [one({ row: marks.missing.row, title: TAG_WORDS.missing, prefers: marks.missing.side })];
    case 'count': {
      const counter = TAG_WORDS[current.counter ?? 'self'];
      const amount = formatAmount(current.amount);
      return [
        one({
          look: 'count',
          row: marks.at,
          title: format(TAG_WORDS.count, { counter, amount }),
          prefers: current.counter === 'left' ? 'left' : 'right',
        }),
      ];
    }
    case 'decide':
      return hidden || current.weighing === null ? [] : decisionDrafts(input, current.weighing);
    case 'rotate':
      return marks.hands.map((row, i) =>
        one({ id: `hands-${i}`, row, title: TAG_WORDS.changed, prefers: 'below' }),
      );
    case 'link':
      return [one({ row: marks.at, title: format(TAG_WORDS.linked, { key: current.key ?? 0 }) })];
    case 'unlink': {
      const row = rowOfKey(tree.nodes, current.from);
      return [
        one({ row: row < 0 ? tree.root : row, title: format(TAG_WORDS.out, { key: current.key ?? 0 }) }),
      ];
    }
    case 'replace':
      return [
        one({
          row: marks.at,
          title: format(TAG_WORDS.heir, { heir: current.heirKey ?? 0, key: current.key ?? 0 }),
        }),
      ];
    case 'decay':
      return [one({ row: tree.root, title: TAG_WORDS.decay })];
    default:
      return [];
  }
}

function decisionDrafts(input: DraftInput, weighing: Weighing): Draft[] {
  const { marks, tree } = input;
  const counted = weighing.counts !== null || weighing.potential !== null;
  const named = new Set(input.labels.map(({ row }) => row));
  const drafts: Draft[] = marks.pair.map(({ role, row }) => ({
    id: role,
    look: 'role',
    row,
    title: roleTitle(role, row, tree, named.has(row)),
    detail: counted ? countsOf(tree, row) : '',
    counts: counted ? cellsOf(tree, row) : [],
    table: [],
    bars: [],
    verdicts: [],
    prefers: 'right',
  }));
  const bars = barsOf(weighing);
  const child = marks.pair.find(({ role }) => role === 'node')?.row ?? marks.at;
  if (bars.length > 0) {
    drafts.push({
      id: 'bars',
      look: 'bars',
      row: child,
      title: '',
      detail: '',
      counts: [],
      table: [],
      bars,
      verdicts: verdictsOf(weighing),
      prefers: 'left',
    });
  }
  marks.hands.forEach((row, i) => {
    if (marks.pair.some((member) => member.row === row)) return;
    drafts.push({
      id: `hands-${i}`,
      look: 'note',
      row,
      title: TAG_WORDS.willChange,
      detail: '',
      counts: [],
      table: [],
      bars: [],
      verdicts: [],
      prefers: 'below',
    });
  });
  return drafts;
}

function roleTitle(role: Role, row: number, tree: Prepared, keyIsWritten: boolean): string {
  return keyIsWritten
    ? TAG_WORDS[role]
    : format(TAG_WORDS.keyed, { role: TAG_WORDS[role], key: cell(tree.nodes, row, 'key') });
}

function countsOf({ nodes }: Prepared, row: number): string {
  return format(TAG_WORDS.counts, {
    left: cell(nodes, row, 'left'),
    self: cell(nodes, row, 'self'),
    right: cell(nodes, row, 'right'),
  });
}

function cellsOf({ nodes }: Prepared, row: number): string[] {
  return (['left', 'self', 'right'] as const).map((column) => formatNumber(cell(nodes, row, column)));
}

function formatAmount(amount: number): string {
  return amount < 0 ? formatNumber(amount) : `+${formatNumber(amount)}`;
}
