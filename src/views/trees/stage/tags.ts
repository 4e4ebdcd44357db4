/** Which tags a moment's picture bears, what they say and where they stand. */
import { formatNumber } from '../../../base/format.ts';
import type { Room } from '../../../layout/trees/camera.ts';
import type { Frame } from '../../../layout/trees/frame.ts';
import type { KeyLabel } from '../../../layout/trees/labels.ts';
import { comparisonsOf, type Marks, type Role } from '../../../layout/trees/marks.ts';
import type { Prepared } from '../../../layout/trees/prepare.ts';
import { cell, rowOfKey } from '../../../layout/trees/rows.ts';
import { DOT_PX, type Obstacles, placeTags, type TagRequest } from '../../../layout/trees/tags.ts';
import { format } from '../../../protocol/texts.ts';
import type { TreeMoment, Weighing } from '../../../protocol/trees/moment.ts';
import { BAR_WORDS, TAG_WORDS } from './words.ts';

interface Bar {
  readonly label: string;
  readonly text: string;
  /** 0–1 of the longest */
  readonly share: number;
}

export interface Tag {
  readonly id: string;
  readonly look: 'role' | 'compare' | 'count' | 'note' | 'bars';
  readonly row: number;
  readonly title: string;
  readonly detail: string;
  /** left, self, right of its node; empty where they do not matter */
  readonly counts: readonly string[];
  /** counts that have no place beside their nodes */
  readonly table: readonly { readonly title: string; readonly counts: readonly string[] }[];
  readonly bars: readonly Bar[];
  readonly verdicts: readonly string[];
  /** left upper corner, px from the node's middle */
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  /** table and bars side by side, not one below the other */
  readonly wide: boolean;
  /** of its node, px */
  readonly radius: number;
  /** a line leads to the node */
  readonly away: boolean;
}

type Draft = Pick<Tag, 'id' | 'look' | 'row' | 'title' | 'detail' | 'counts' | 'bars' | 'verdicts'> & {
  readonly prefers: TagRequest['prefers'];
  readonly table: readonly Draft[];
};

export interface TagInput {
  readonly moment: TreeMoment;
  readonly tree: Prepared;
  readonly marks: Marks;
  readonly frame: Frame;
  readonly labels: readonly KeyLabel[];
  readonly room: Room;
  readonly path: readonly number[];
  readonly hidden: boolean;
  /** width of a text in px at the tag's size */
  readonly measure: (text: string) => number;
  /** where the way of who rises ends, px */
  readonly riseTo: number;
  /** px */
  readonly textSize: number;
}

const PAD = 7;
/** Of more dots than that only some are looked at. */
const MOST_OBSTACLES = 3000;
const CROWD = 200;
const PATH_WEIGHT = 4;

export const BAR_LABEL_PX = 54;
export const BAR_PX = 60;
/** of a table: the role and each of the three counts */
export const TABLE_ROLE_PX = 80;
export const TABLE_COUNT_PX = 36;

export const COLUMN_GAP = 18;

export function tableWidth(scale: number): number {
  return (TABLE_ROLE_PX + 3 * TABLE_COUNT_PX) * scale;
}

/**
 * The counts stand beside their nodes where all of them find a place there; in a crowd the nodes get their roles only,
 * and the counts stand in one table with the bars.
 */
export function tagsOf(input: TagInput): Tag[] {
  const drafts = draftsOf(input).filter(({ row }) => onScreen(input, row));
  if (drafts.length === 0) return [];
  const obstacles = obstaclesOf(input);
  const full = placed(drafts, input, obstacles);
  const crowded = full.some(({ tag, covers }) => covers || (tag.detail !== '' && tag.away));
  if (!crowded) return full.map(({ tag }) => tag);
  const brief = drafts.map((draft) => (draft.look === 'role' ? { ...draft, detail: '' } : draft));
  const tabled = placed(
    brief.map((draft) => (draft.look === 'bars' ? { ...draft, table: tableOf(drafts) } : draft)),
    input,
    obstacles,
  );
  // The rule's own numbers matter most; where there is no room for more, the counts are told by the nodes' names only.
  const best = tabled.some(({ covers }) => covers) ? placed(brief, input, obstacles) : tabled;
  return best.map(({ tag }) => tag);
}

function tableOf(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter(({ look, detail }) => look === 'role' && detail !== '');
}

function placed(
  drafts: readonly Draft[],
  input: TagInput,
  obstacles: Obstacles,
): { tag: Tag; covers: boolean }[] {
  const { frame } = input;
  const sizes = drafts.map((draft) => sizesOf(draft, input));
  const requests = drafts.map((draft, i): TagRequest => {
    return {
      x: frame.x[draft.row] ?? 0,
      y: frame.y[draft.row] ?? 0,
      radius: frame.radius[draft.row] ?? 0,
      sizes: sizes[i] ?? [],
      prefers: draft.prefers,
    };
  });
  const places = placeTags(requests, obstacles, input.room);
  return drafts.map((draft, i) => {
    const place = places[i] ?? { x: 0, y: 0, size: 0, away: false, covers: false };
    const size = sizes[i]?.[place.size] ?? { width: 0, height: 0 };
    const { prefers: _prefers, table, ...rest } = draft;
    const tag: Tag = {
      ...rest,
      ...size,
      wide: place.size === 1,
      table: table.map(({ title, counts }) => ({ title, counts })),
      dx: place.x - (frame.x[draft.row] ?? 0),
      dy: place.y - (frame.y[draft.row] ?? 0),
      radius: frame.radius[draft.row] ?? 0,
      away: place.away && draft.look !== 'bars',
    };
    return { tag, covers: place.covers };
  });
}

function onScreen({ frame, room }: TagInput, row: number): boolean {
  const x = frame.x[row] ?? -1;
  const y = frame.y[row] ?? -1;
  return row >= 0 && x >= 0 && x <= room.width && y >= 0 && y <= room.height;
}

function draftsOf(input: TagInput): Draft[] {
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

function decisionDrafts(input: TagInput, weighing: Weighing): Draft[] {
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

/** Both sides of what the rule compared, on one scale. */
function barsOf(weighing: Weighing): Bar[] {
  const { counts, potential } = weighing;
  if (counts !== null) {
    const { inner, outer, sibling, parentSelf, parentOther, childSelf, childFar } = counts;
    const both = comparisonsOf(weighing).length > 1;
    const most = Math.max(1, inner, both ? outer : 0, sibling);
    const sum = (a: number, b: number, total: number) => format(BAR_WORDS.sum, { a, b, total });
    const bars: Bar[] = [
      { label: BAR_WORDS.inner, text: formatNumber(inner), share: inner / most },
      { label: BAR_WORDS.sibling, text: sum(parentSelf, parentOther, sibling), share: sibling / most },
    ];
    if (both) {
      bars.push({ label: BAR_WORDS.outer, text: sum(childSelf, childFar, outer), share: outer / most });
    }
    return bars;
  }
  if (potential === null) return [];
  const { drop, epsilon } = potential;
  const most = Math.max(Math.abs(drop), epsilon, 1e-9);
  return [
    {
      label: drop < 0 ? BAR_WORDS.rise : BAR_WORDS.drop,
      text: formatNumber(Math.abs(drop), 2),
      share: Math.max(0, drop) / most,
    },
    { label: BAR_WORDS.epsilon, text: formatNumber(epsilon, 2), share: epsilon / most },
  ];
}

function verdictsOf(weighing: Weighing): string[] {
  return comparisonsOf(weighing).map(({ name, holds }) => {
    if (name === 'inner') return holds ? BAR_WORDS.atLeast : BAR_WORDS.below;
    if (name === 'outer') return holds ? BAR_WORDS.more : BAR_WORDS.notMore;
    return holds ? BAR_WORDS.over : BAR_WORDS.notOver;
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizesOf(draft: Draft, { measure, textSize }: TagInput): readonly Size[] {
  const line = Math.round(textSize * 1.35);
  if (draft.look === 'bars') return barSizes(draft, measure, textSize / 12, line);
  const lines = draft.detail === '' ? 1 : 2;
  return [
    {
      width: Math.ceil(Math.max(measure(draft.title) * 1.05, measure(draft.detail)) + 2 * PAD),
      height: lines * line + (lines === 1 ? 4 : 7),
    },
  ];
}

function barSizes(
  { bars, verdicts, table }: Draft,
  measure: TagInput['measure'],
  scale: number,
  line: number,
): readonly Size[] {
  const texts = bars.map(({ text }) => BAR_LABEL_PX * scale + BAR_PX + 8 + measure(text));
  const width = Math.max(...texts, ...verdicts.map(measure)) + 2 * PAD;
  const rows = bars.length + verdicts.length;
  if (table.length === 0) return [{ width: Math.ceil(width), height: rows * line + 2 * PAD }];
  const beside = tableWidth(scale);
  return [
    {
      width: Math.ceil(Math.max(width, beside + 2 * PAD)),
      height: (table.length + 1 + rows) * line + 2 * PAD,
    },
    {
      width: Math.ceil(width + beside + COLUMN_GAP),
      height: Math.max(table.length + 1, rows) * line + 2 * PAD,
    },
  ];
}

function obstaclesOf(input: TagInput): Obstacles {
  const { tree, frame, labels, path, room, marks } = input;
  const circles = [];
  const edges = [];
  const step = Math.max(1, Math.ceil((frame.to - frame.from) / MOST_OBSTACLES));
  const onPath = new Set(path);
  const crowd = frame.to - frame.from > CROWD;
  for (let row = frame.from; row < frame.to; row += 1) {
    if (row % step !== 0 && (frame.radius[row] ?? 0) < DOT_PX && !onPath.has(row)) continue;
    const x = frame.x[row] ?? 0;
    const y = frame.y[row] ?? 0;
    circles.push({ x, y, radius: frame.radius[row] ?? 0 });
    const parent = cell(tree.nodes, row, 'parent');
    if (parent >= 0 && (onPath.has(row) || step === 1)) {
      const weight = onPath.has(row) ? PATH_WEIGHT : crowd ? 0.2 : 1;
      edges.push({ x1: x, y1: y, x2: frame.x[parent] ?? 0, y2: frame.y[parent] ?? 0, weight });
    }
  }
  const { rise } = marks;
  if (rise !== null) {
    const x = frame.x[rise.row] ?? 0;
    const y = frame.y[rise.row] ?? 0;
    // Several times, so that it counts more than an edge: the way of who rises is to be seen.
    for (const aside of [-4, 0, 4]) {
      edges.push({ x1: x + aside, y1: y, x2: x + aside, y2: input.riseTo, weight: PATH_WEIGHT });
    }
  }
  return {
    circles: circles.filter(({ x, y }) => x > -40 && y > -40 && x < room.width + 40 && y < room.height + 40),
    edges,
    labels: labels
      .filter(({ inside }) => !inside)
      .map(({ row, dx, dy, size }) => ({
        x: (frame.x[row] ?? 0) + dx,
        y: (frame.y[row] ?? 0) + dy,
        width: String(cell(tree.nodes, row, 'key')).length * size * 0.62,
        height: size,
      })),
  };
}
