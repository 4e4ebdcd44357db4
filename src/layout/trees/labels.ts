/** Where keys are written: in their nodes if they fit there, else beside them, and among too many nodes not at all. */
import { cell } from './rows.ts';

export interface KeyLabel {
  readonly row: number;
  /** middle of the text, px from the node's middle */
  readonly dx: number;
  readonly dy: number;
  /** px */
  readonly size: number;
  readonly inside: boolean;
}

export interface LabelInput {
  readonly nodes: Int32Array;
  readonly from: number;
  readonly to: number;
  /** px by row */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly width: number;
  readonly height: number;
}

export interface LabelSizes {
  /** wanted and smallest size of a key, px */
  readonly wanted: number;
  readonly smallest: number;
}

/** A tabular digit's width in ems. */
const DIGIT_EM = 0.62;
const LINE_EM = 1.15;
const GAP = 2;
/** Two keys side by side must not read as one. */
const APART_EM = 0.5;
/** Where more nodes are on screen, only some of those that are no dots have their keys beside them. */
const FEW = 200;
const MOST_BESIDE = 48;
const WORTH_PX = 4;
/** No node is larger. */
const WIDEST_PX = 30;

/** The size at which a key fits into a node, 0 where it does not. */
function sizeInside(key: number, radius: number, sizes: LabelSizes): number {
  // Most nodes of a large tree are dots: they are not looked at any closer.
  if (radius - 1 < 0.4 * sizes.smallest) return 0;
  const digits = String(key).length;
  // The widest line of height h in a circle is 2·√(r² − (h/2)²); solved with h = 0.75 of the size (digits have no tails).
  const size = (2 * (radius - 1)) / Math.hypot(digits * DIGIT_EM, 0.75);
  return size < sizes.smallest ? 0 : Math.min(sizes.wanted, size);
}

/** Labels of the rows from … to − 1 that fit. */
export function placeKeys(input: LabelInput, sizes: LabelSizes): KeyLabel[] {
  const { nodes, from, to, radius } = input;
  const labels: KeyLabel[] = [];
  const outside: number[] = [];
  const few = to - from <= FEW;
  for (let row = from; row < to; row += 1) {
    const size = sizeInside(cell(nodes, row, 'key'), radius[row] ?? 0, sizes);
    if (size > 0) labels.push({ row, dx: 0, dy: 0, size, inside: true });
    else if (few || (radius[row] ?? 0) >= WORTH_PX) outside.push(row);
  }
  // The most accessed choose first, of equal ones the highest.
  outside.sort(
    (a, b) =>
      cell(nodes, b, 'self') - cell(nodes, a, 'self') ||
      cell(nodes, a, 'depth') - cell(nodes, b, 'depth') ||
      a - b,
  );
  const taken: Box[] = [];
  for (const row of few ? outside : outside.slice(0, MOST_BESIDE)) {
    const label = beside(input, row, sizes.smallest, taken);
    if (label !== null) labels.push(label);
  }
  return labels;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function beside(input: LabelInput, row: number, size: number, taken: Box[]): KeyLabel | null {
  const { nodes, width, height } = input;
  const x = input.x[row] ?? 0;
  const y = input.y[row] ?? 0;
  const apart = (input.radius[row] ?? 0) + GAP;
  const half = (String(cell(nodes, row, 'key')).length * DIGIT_EM * size) / 2;
  const line = (LINE_EM * size) / 2;
  const places = [
    { dx: 0, dy: apart + line },
    { dx: apart + half, dy: 0 },
    { dx: -apart - half, dy: 0 },
    { dx: 0, dy: -apart - line },
  ];
  for (const { dx, dy } of places) {
    const box = { left: x + dx - half, right: x + dx + half, top: y + dy - line, bottom: y + dy + line };
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
    if (taken.some((other) => meet(box, other))) continue;
    let free = true;
    const last = firstBeyond(input, box.right + WIDEST_PX);
    for (let other = firstBeyond(input, box.left - WIDEST_PX); other < last && free; other += 1) {
      free =
        other === row || !touches(box, input.x[other] ?? 0, input.y[other] ?? 0, input.radius[other] ?? 0);
    }
    if (!free) continue;
    taken.push(box);
    return { row, dx, dy, size, inside: false };
  }
  return null;
}

function meet(a: Box, b: Box): boolean {
  const apart = APART_EM * (a.bottom - a.top);
  return a.left < b.right + apart && b.left < a.right + apart && a.top < b.bottom && b.top < a.bottom;
}

function touches(box: Box, x: number, y: number, radius: number): boolean {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return dx * dx + dy * dy < radius * radius;
}

/** The first row on screen that stands right of `x` px: rows stand in the order of their keys. */
function firstBeyond({ from, to, x: places }: LabelInput, x: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
