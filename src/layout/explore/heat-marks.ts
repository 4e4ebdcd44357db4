/** What a map is drawn with: its frame with the numbers of both axes, its cells, its legend. */
import type { Cell, Cells } from './cells.ts';
import type { LegendItem } from './legend.ts';
import { numberText, type Quantity, settingText, titleWith } from './quantity.ts';
import { DARKEST, PALEST, type Ramp } from './ramp.ts';
import { apart } from './scale.ts';
import { fitted, type Mark, widthOf } from './scene.ts';

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

interface HeatWords {
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

/** room for a number in a cell */
const NUMBER_PX = { width: 46, height: 20 } as const;
/** by which a title may be wider than its map */
const GAP_PX = 26;
const RAMP_STEPS = 32;
const RAMP_PX = 160;

export function plateFrame(plate: Plate, request: HeatRequest, gutter: number): Mark[] {
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

export function plateCells(plate: Plate, { cells, figure }: HeatRequest, ramp: Ramp): Mark[] {
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

export function legendItems({ cells, figure, words, width }: HeatRequest, ramp: Ramp): LegendItem[] {
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
