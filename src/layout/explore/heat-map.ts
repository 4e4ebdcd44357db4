/** Two axes: one map a variant, a place a cell, the more ink the larger the figure. */
import type { Cell, Cells } from './cells.ts';
import { type LegendItem, legend, legendHeight } from './legend.ts';
import { numberText, type Quantity, settingText, titleWith } from './quantity.ts';
import { apart, spreadByFactors } from './scale.ts';
import { fitted, type Mark, type Scene, widthOf } from './scene.ts';

export interface AxisText {
  readonly label: string;
  readonly values: readonly number[];
  readonly quantity: Quantity;
}

export interface HeatRequest {
  readonly cells: Cells;
  readonly x: AxisText;
  readonly y: AxisText;
  readonly labels: readonly string[];
  readonly figure: { readonly label: string; readonly quantity: Quantity };
  readonly width: number;
  readonly height: number;
  readonly words: HeatWords;
}

export interface HeatWords {
  readonly never: string;
  readonly someNever: string;
  readonly refused: string;
  readonly toCome: string;
  readonly none: string;
  /** "more ink is more": said before the ramp */
  readonly logarithmic: string;
}

/** Where one map's cells stand. */
export interface Plate {
  readonly variant: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface HeatMap {
  readonly scene: Scene;
  readonly plates: readonly Plate[];
}

/** Where the figure lies between its least and its largest mean, 0–1. */
export interface Ramp {
  readonly least: number;
  readonly most: number;
  readonly log: boolean;
  share(value: number): number;
}

const GAP_PX = 26;
const TITLE_PX = 22;
const TICKS_PX = 20;
const AXIS_PX = 20;
const MOST_RATIO = 2.4;
const NUMBER_PX = { width: 46, height: 20 } as const;
const RAMP_STEPS = 32;
const RAMP_PX = 160;
const PALEST = 0.05;
const DARKEST = 0.94;

export function rampOf(cells: Cells): Ramp {
  const means: number[] = [];
  for (const { mean } of cells.cells) if (mean !== null) means.push(mean);
  const least = means.length > 0 ? Math.min(...means) : 0;
  const most = means.length > 0 ? Math.max(...means) : 1;
  const log = spreadByFactors(means);
  const place = (value: number) =>
    log ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
  const share = (value: number) =>
    PALEST + (DARKEST - PALEST) * (most > least ? Math.max(0, Math.min(1, place(value))) : 0.5);
  return { least, most, log, share };
}

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

function plateFrame(plate: Plate, request: HeatRequest, gutter: number): Mark[] {
  const { cells, x, y, labels } = request;
  const { left, top, cellWidth, cellHeight } = plate;
  const right = left + cells.xs * cellWidth;
  const bottom = top + cells.ys * cellHeight;
  const marks: Mark[] = [];
  if (cells.variants > 1)
    marks.push({
      kind: 'text',
      x: left,
      y: top - 7,
      text: fitted(labels[plate.variant] ?? '', right - left + GAP_PX),
      anchor: 'start',
      ink: 'ink',
      bold: true,
      size: 13,
    });
  const xAt = (place: number) => left + (place + 0.5) * cellWidth;
  const yAt = (place: number) => bottom - (place + 0.5) * cellHeight;
  const places = (count: number) => Array.from({ length: count }, (_, i) => i);
  const widest = Math.max(...x.values.map((value) => widthOf(settingText(value, x.quantity))));
  for (const place of apart(places(cells.xs), xAt, widest + 12))
    marks.push(
      {
        kind: 'line',
        points: [xAt(place), bottom + 1, xAt(place), bottom + 4],
        ink: 'line-strong',
        width: 1,
      },
      {
        kind: 'text',
        x: xAt(place),
        y: bottom + 16,
        text: settingText(x.values[place] ?? Number.NaN, x.quantity),
        anchor: 'middle',
        ink: 'ink-3',
      },
    );
  for (const place of apart(places(cells.ys), yAt, 16))
    marks.push({
      kind: 'text',
      x: left - 6,
      y: yAt(place) + 4,
      text: fitted(settingText(y.values[place] ?? Number.NaN, y.quantity), gutter),
      anchor: 'end',
      ink: 'ink-3',
    });
  marks.push({
    kind: 'rect',
    x: left - 0.5,
    y: top - 0.5,
    width: right - left + 1,
    height: bottom - top + 1,
    outline: 'line-strong',
  });
  return marks;
}

function plateCells(plate: Plate, { cells, figure }: HeatRequest, ramp: Ramp): Mark[] {
  const marks: Mark[] = [];
  const perMap = cells.xs * cells.ys;
  const numbers = plate.cellWidth >= NUMBER_PX.width && plate.cellHeight >= NUMBER_PX.height;
  const gap = Math.min(plate.cellWidth, plate.cellHeight) > 6 ? 0.5 : 0;
  for (let i = plate.variant * perMap; i < (plate.variant + 1) * perMap; i += 1) {
    const cell = cells.cells[i];
    if (cell === undefined) continue;
    const x = plate.left + cell.x * plate.cellWidth + gap;
    const y = plate.top + (cells.ys - 1 - cell.y) * plate.cellHeight + gap;
    const box = {
      kind: 'rect' as const,
      x,
      y,
      width: plate.cellWidth - 2 * gap,
      height: plate.cellHeight - 2 * gap,
    };
    if (cell.arrived === 0) {
      marks.push({
        ...box,
        x: x + 1,
        y: y + 1,
        width: box.width - 2,
        height: box.height - 2,
        outline: 'line',
      });
      continue;
    }
    if (cell.mean !== null) marks.push({ ...box, fill: ramp.share(cell.mean) });
    if (cell.never > 0)
      marks.push({ ...box, hatch: true, ...(cell.mean === null ? { fill: 'card' as const } : {}) });
    if (cell.refused > 0) marks.push({ ...box, cross: true });
    if (cell.mean === null && cell.never === 0 && cell.refused === 0) marks.push({ ...box, fill: 'sunken' });
    if (numbers && cell.mean !== null) {
      const text = numberText(cell.mean, figure.quantity);
      if (widthOf(text) < plate.cellWidth - 8)
        marks.push({
          kind: 'text',
          x: x + box.width / 2,
          y: y + box.height / 2 + 4,
          text,
          anchor: 'middle',
          // Ink on pale cells, card on dark ones: both stand out by more than 4.5 : 1 but around the middle of the ramp.
          ink: ramp.share(cell.mean) > 0.56 ? 'card' : 'ink',
        });
    }
  }
  return marks;
}

function legendItems({ cells, figure, words, width }: HeatRequest, ramp: Ramp): LegendItem[] {
  const sample = (mark: Partial<Extract<Mark, { kind: 'rect' }>>) => (x: number, y: number) => [
    { kind: 'rect' as const, x, y, width: 14, height: 12, outline: 'line-strong' as const, ...mark },
  ];
  const any = (test: (cell: Cell) => boolean) => cells.cells.some(test);
  const items: LegendItem[] = [];
  if (any(({ mean }) => mean !== null))
    items.push(rampItem(figure, ramp, words, Math.min(RAMP_PX, width * 0.22)));
  if (any(({ never, arrived }) => never > 0 && never === arrived))
    items.push({ text: words.never, sampleWidth: 14, sample: sample({ hatch: true, fill: 'card' }) });
  if (any(({ never, arrived }) => never > 0 && never < arrived))
    items.push({ text: words.someNever, sampleWidth: 14, sample: sample({ hatch: true, fill: 0.4 }) });
  if (any(({ refused }) => refused > 0))
    items.push({ text: words.refused, sampleWidth: 14, sample: sample({ cross: true }) });
  if (any(({ mean, never, refused, arrived }) => arrived > 0 && mean === null && never + refused === 0))
    items.push({ text: words.none, sampleWidth: 14, sample: sample({ fill: 'sunken' }) });
  if (any(({ arrived }) => arrived === 0))
    items.push({ text: words.toCome, sampleWidth: 14, sample: sample({ outline: 'line' }) });
  return items;
}

function rampItem(figure: HeatRequest['figure'], ramp: Ramp, words: HeatWords, length: number): LegendItem {
  const title = titleWith(figure.label, figure.quantity);
  const text = ramp.log ? `${title}, ${words.logarithmic}` : title;
  const ends = [ramp.least, ramp.most].map((value) => numberText(value, figure.quantity));
  const before = widthOf(ends[0] ?? '') + 6;
  const step = length / RAMP_STEPS;
  return {
    text,
    sampleWidth: before + length + 6 + widthOf(ends[1] ?? '') + 4,
    sample: (x, y) => [
      { kind: 'text', x, y: y + 10, text: ends[0] ?? '', anchor: 'start', ink: 'ink' },
      ...Array.from({ length: RAMP_STEPS }, (_, i) => ({
        kind: 'rect' as const,
        x: x + before + i * step,
        y,
        width: step + 0.3,
        height: 12,
        fill: PALEST + ((DARKEST - PALEST) * i) / (RAMP_STEPS - 1),
      })),
      {
        kind: 'text',
        x: x + before + length + 6,
        y: y + 10,
        text: ends[1] ?? '',
        anchor: 'start',
        ink: 'ink',
      },
    ],
  };
}
