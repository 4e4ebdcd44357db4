/** Two axes: one map a variant, a place a cell, the more ink the larger the figure. */
import type { Cell, Cells } from './cells.ts';
import { type HeatRequest, legendItems, type Plate, plateCells, plateFrame } from './heat-marks.ts';
import { legend, legendHeight } from './legend.ts';
import { settingText, titleWith } from './quantity.ts';
import { rampOf } from './ramp.ts';
import { type Mark, type Scene, widthOf } from './scene.ts';

export interface HeatMap {
  readonly scene: Scene;
  readonly plates: readonly Plate[];
}

const GAP_PX = 26;
const TITLE_PX = 22;
const TICKS_PX = 20;
const AXIS_PX = 20;
const MOST_RATIO = 2.4;

export function heatMap(request: HeatRequest): HeatMap {
  const { cells, width, x, y } = request;
  const ramp = rampOf(cells);
  const items = legendItems(request, ramp);
  const below = 8 + legendHeight(items, 4, width - 4) + AXIS_PX;
  const left = 14 + Math.max(...y.values.map((value) => widthOf(settingText(value, y.quantity))));
  const room = { width: width - 4, height: request.height - below - AXIS_PX };
  const plates = arrange(cells, room, left);
  const frame: Mark[] = [
    {
      kind: 'text',
      x: 4,
      y: 13,
      text: `↑ ${titleWith(y.label, y.quantity)}`,
      anchor: 'start',
      ink: 'ink-2',
      bold: true,
    },
  ];
  const data: Mark[] = [];
  let bottom = 0;
  for (const plate of plates) {
    frame.push(...plateFrame(plate, request, left));
    data.push(...plateCells(plate, request, ramp));
    bottom = Math.max(bottom, plate.top + cells.ys * plate.cellHeight + TICKS_PX);
  }
  const right = Math.max(...plates.map((plate) => plate.left + cells.xs * plate.cellWidth));
  frame.push({
    kind: 'text',
    x: right,
    y: bottom + 13,
    text: `${titleWith(x.label, x.quantity)} →`,
    anchor: 'end',
    ink: 'ink-2',
    bold: true,
  });
  const key = legend(items, 4, bottom + AXIS_PX + 8, width - 4);
  frame.push(...key.marks);
  return {
    scene: { width, height: Math.max(request.height, bottom + AXIS_PX + 8 + key.height), frame, data },
    plates,
  };
}

/** The cell under a place of the picture, or null. */
export function heatCellAt(
  { plates }: HeatMap,
  { cells, xs, ys }: Cells,
  px: number,
  py: number,
): Cell | null {
  for (const { variant, left, top, cellWidth, cellHeight } of plates) {
    const x = Math.floor((px - left) / cellWidth);
    const row = Math.floor((py - top) / cellHeight);
    if (x < 0 || row < 0 || x >= xs || row >= ys) continue;
    return cells[(variant * ys + ys - 1 - row) * xs + x] ?? null;
  }
  return null;
}

/** The outline of a cell: where the focus stands. */
export function heatBox({ plates }: HeatMap, ys: number, { variant, x, y }: Cell) {
  const plate = plates.find((one) => one.variant === variant);
  if (plate === undefined) return null;
  const { left, top, cellWidth, cellHeight } = plate;
  return {
    x: left + x * cellWidth,
    y: top + (ys - 1 - y) * cellHeight,
    width: cellWidth,
    height: cellHeight,
  };
}

/** As many columns of maps as give the largest cells. */
function arrange(
  { variants, xs, ys }: Cells,
  room: { readonly width: number; readonly height: number },
  left: number,
): Plate[] {
  const title = variants > 1 ? TITLE_PX : 8;
  let best = { area: -1, columns: 1, cellWidth: 1, cellHeight: 1 };
  for (let columns = 1; columns <= variants; columns += 1) {
    const rows = Math.ceil(variants / columns);
    const wide = (room.width - columns * left - (columns - 1) * GAP_PX) / columns / xs;
    const high = (room.height - rows * (title + TICKS_PX)) / rows / ys;
    const cellWidth = Math.max(2, Math.min(wide, high * MOST_RATIO));
    const cellHeight = Math.max(2, Math.min(high, wide * MOST_RATIO));
    // Of two arrangements the one with the larger cells that are still nearly square.
    const area = Math.min(cellWidth, cellHeight) ** 2 * Math.sqrt(Math.max(cellWidth, cellHeight));
    if (area > best.area) best = { area, columns, cellWidth, cellHeight };
  }
  const { columns, cellWidth, cellHeight } = best;
  return Array.from({ length: variants }, (_, variant) => {
    const column = variant % columns;
    const row = Math.floor(variant / columns);
    return {
      variant,
      left: left + column * (xs * cellWidth + left + GAP_PX),
      top: AXIS_PX + title + row * (ys * cellHeight + title + TICKS_PX),
      cellWidth,
      cellHeight,
    };
  });
}
