/** Tags with their places beside the nodes. */
import type { Room } from '../../../layout/trees/camera.ts';
import type { Frame } from '../../../layout/trees/frame.ts';
import { cell } from '../../../layout/trees/rows.ts';
import { DOT_PX, type Obstacles, placeTags, type TagRequest } from '../../../layout/trees/tags.ts';
import { type Draft, type DraftInput, draftsOf } from './tag-drafts.ts';
import { type CardLayout, NO_CARD, sizesOf, type TextSizes } from './tag-sizes.ts';

export interface Tag extends Omit<Draft, 'prefers'> {
  /** left upper corner, px from the node's middle */
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  readonly card: CardLayout;
  /** of its node, px */
  readonly radius: number;
  /** a line leads to the node */
  readonly away: boolean;
}

export interface TagInput extends DraftInput, TextSizes {
  readonly frame: Frame;
  readonly room: Room;
  readonly path: readonly number[];
  /** where the way of who rises ends, px */
  readonly riseTo: number;
}

/** In a narrower room the bars would cover nodes; the code beside it says the same. */
const CARD_ROOM_PX = 480;
/** Of more dots than that only some are looked at. */
const MOST_OBSTACLES = 3000;
const CROWD = 200;
const PATH_WEIGHT = 4;

/**
 * The counts stand beside their nodes where all of them find a place there; in a crowd the nodes get their roles only,
 * and the counts stand in one table with the bars.
 */
export function tagsOf(input: TagInput): Tag[] {
  const drafts = draftsOf(input).filter(
    ({ row, look }) => onScreen(input, row) && (look !== 'bars' || input.room.width >= CARD_ROOM_PX),
  );
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
    const size = sizes[i]?.[place.size] ?? { width: 0, height: 0, card: NO_CARD };
    const { prefers: _prefers, ...rest } = draft;
    const tag: Tag = {
      ...rest,
      ...size,
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
