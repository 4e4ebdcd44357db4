/**
 * Draws edges, nodes and keys of a frame. It needs only a small part of a canvas, so that the same code draws the
 * exported picture (svg-surface.ts).
 */
import type { Frame } from '../../../layout/trees/frame.ts';
import { type KeyLabel, type LabelSizes, placeKeys } from '../../../layout/trees/labels.ts';
import type { Prepared } from '../../../layout/trees/prepare.ts';
import { cell } from '../../../layout/trees/rows.ts';
import { edgeWidth, passed } from '../../../layout/trees/sizes.ts';
import type { Inks } from './inks.ts';

export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'rect'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'strokeText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
>;

export interface PaintInput {
  readonly tree: Prepared;
  readonly frame: Frame;
  readonly inks: Inks;
  readonly width: number;
  readonly height: number;
  readonly labels: LabelSizes;
  /** 0–1, see `crowding` */
  readonly crowded: number;
  /** 1 for rows on the walk's path */
  readonly onPath: Uint8Array;
  readonly path: readonly number[];
  readonly marked: readonly number[];
  /** row picked by the user, −1 = none */
  readonly picked: number;
}

/** px: smaller nodes are dots */
const DISC_FROM = 2.6;
const WIDTH_STEPS = 6;
const MARGIN_PX = 40;

/** Rows of one look, drawn with one stroke; kept from frame to frame. */
const buckets: number[][] = Array.from({ length: WIDTH_STEPS + 1 }, () => []);
const cells = new Map<number, number>();

export function paint(surface: Surface, input: PaintInput): void {
  surface.lineCap = 'round';
  paintEdges(surface, input);
  paintNodes(surface, input);
  paintKeys(surface, input);
}

function paintEdges(surface: Surface, input: PaintInput): void {
  const { tree, frame, crowded, inks, path, onPath } = input;
  for (const bucket of buckets) bucket.length = 0;
  const add = (row: number) => {
    if (cell(tree.nodes, row, 'parent') < 0) return;
    const share = Math.sqrt(passed(tree.nodes, row) / tree.mostPassed);
    buckets[Math.min(WIDTH_STEPS, Math.round(share * WIDTH_STEPS))]?.push(row);
  };
  cells.clear();
  for (let row = frame.from; row < frame.to; row += 1) {
    if (crowded === 1 && hidden(input, row)) continue;
    add(row);
    // Children outside the panel: their edges begin in it.
    for (const child of [tree.children.left[row] ?? -1, tree.children.right[row] ?? -1]) {
      if (child >= 0 && (child < frame.from || child >= frame.to)) add(child);
    }
  }
  // Edges that cross the whole panel hang above whatever is in it.
  for (let row = Math.min(frame.from, tree.count - 1); row >= 0; row = cell(tree.nodes, row, 'parent')) {
    if (row < frame.from || row >= frame.to) add(row);
  }
  surface.strokeStyle = inks.line;
  buckets.forEach((rows, step) => {
    if (rows.length === 0) return;
    const share = step / WIDTH_STEPS;
    surface.lineWidth = edgeWidth(share * share, 1, crowded);
    surface.beginPath();
    for (const row of rows) edge(surface, input, row);
    surface.stroke();
  });
  surface.strokeStyle = inks.path;
  for (const row of path) {
    if (onPath[cell(tree.nodes, row, 'parent')] !== 1) continue;
    surface.lineWidth = Math.max(2.5, edgeWidth(passed(tree.nodes, row), tree.mostPassed, crowded));
    surface.beginPath();
    edge(surface, input, row);
    surface.stroke();
  }
}

/** Where many nodes share a pixel, the edges of one are enough. */
function hidden({ frame, height }: PaintInput, row: number): boolean {
  const y = frame.y[row] ?? 0;
  if (y < -height || y > 2 * height) return true;
  const place = Math.round((frame.x[row] ?? 0) * 2) * 65_536 + Math.round(y * 2);
  if (cells.has(place)) return true;
  cells.set(place, row);
  return false;
}

function edge(surface: Surface, { tree, frame, height }: PaintInput, row: number): void {
  const parent = cell(tree.nodes, row, 'parent');
  const y = frame.y[row] ?? 0;
  const parentY = frame.y[parent] ?? 0;
  if ((y < 0 && parentY < 0) || (y > height && parentY > height)) return;
  surface.moveTo(frame.x[parent] ?? 0, parentY);
  surface.lineTo(frame.x[row] ?? 0, y);
}

function paintNodes(surface: Surface, input: PaintInput): void {
  const { tree, frame, inks, height, onPath, path, marked, picked } = input;
  const discs: number[] = [];
  cells.clear();
  surface.fillStyle = inks.quiet;
  surface.beginPath();
  for (let row = frame.from; row < frame.to; row += 1) {
    const y = frame.y[row] ?? 0;
    if (y < -MARGIN_PX || y > height + MARGIN_PX || onPath[row] === 1) continue;
    const radius = frame.radius[row] ?? 0;
    if (radius >= DISC_FROM) discs.push(row);
    else if (!hidden(input, row)) {
      surface.rect((frame.x[row] ?? 0) - radius, y - radius, 2 * radius, 2 * radius);
    }
  }
  surface.fill();
  surface.fillStyle = inks.card;
  surface.strokeStyle = inks.quiet;
  surface.lineWidth = 1.25;
  surface.beginPath();
  for (const row of discs) disc(surface, frame, row);
  surface.fill();
  surface.stroke();
  surface.fillStyle = inks.pathSoft;
  surface.strokeStyle = inks.path;
  surface.lineWidth = 2;
  const special = [...path, ...marked];
  for (const row of special) {
    if ((frame.y[row] ?? 0) < -MARGIN_PX || (frame.y[row] ?? 0) > height + MARGIN_PX) continue;
    surface.beginPath();
    disc(surface, frame, row);
    surface.fill();
    surface.stroke();
  }
  if (picked >= 0) {
    surface.strokeStyle = inks.ink;
    surface.lineWidth = 2.5;
    surface.beginPath();
    surface.arc(frame.x[picked] ?? 0, frame.y[picked] ?? 0, (frame.radius[picked] ?? 0) + 4, 0, 2 * Math.PI);
    surface.stroke();
  }
  if (tree.nodes.length > 0) surface.lineWidth = 1;
}

function disc(surface: Surface, frame: Frame, row: number): void {
  const x = frame.x[row] ?? 0;
  const y = frame.y[row] ?? 0;
  const radius = frame.radius[row] ?? 0;
  surface.moveTo(x + radius, y);
  surface.arc(x, y, radius, 0, 2 * Math.PI);
}

function paintKeys(surface: Surface, input: PaintInput): void {
  const { tree, frame, inks, onPath, marked } = input;
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  let font = '';
  for (const label of labelsOf(input)) {
    const wanted = `500 ${Math.floor(label.size)}px ${inks.font}`;
    if (wanted !== font) {
      surface.font = wanted;
      font = wanted;
    }
    const x = (frame.x[label.row] ?? 0) + label.dx;
    const y = (frame.y[label.row] ?? 0) + label.dy + label.size * 0.06;
    const text = String(cell(tree.nodes, label.row, 'key'));
    if (!label.inside) {
      surface.strokeStyle = inks.card;
      surface.lineWidth = 3;
      surface.strokeText(text, x, y);
    }
    surface.fillStyle = onPath[label.row] === 1 || marked.includes(label.row) ? inks.pathInk : inks.ink;
    surface.fillText(text, x, y);
  }
}

function labelsOf(input: PaintInput): KeyLabel[] {
  const { tree, frame, width, height } = input;
  return placeKeys(
    {
      nodes: tree.nodes,
      from: frame.from,
      to: frame.to,
      x: frame.x,
      y: frame.y,
      radius: frame.radius,
      width,
      height,
    },
    input.labels,
  );
}
