/** One axis: a line a variant through the means of its seeds, and the seeds themselves as dots or as a band. */
import type { Cell, Cells } from './cells.ts';
import type { AxisText } from './heat-map.ts';
import { type LegendItem, legend, legendHeight } from './legend.ts';
import { type Quantity, settingText, titleWith } from './quantity.ts';
import { figureScale, placeScale, type Scale, spreadByFactors } from './scale.ts';
import { dashOf, fitted, type Mark, type Scene, widthOf } from './scene.ts';

export type Spread = 'dots' | 'band';

export interface LineRequest {
  readonly cells: Cells;
  readonly x: AxisText;
  readonly labels: readonly string[];
  readonly figure: { readonly label: string; readonly quantity: Quantity };
  readonly spread: Spread;
  readonly width: number;
  readonly height: number;
  readonly words: LineWords;
}

export interface LineWords {
  readonly seed: string;
  readonly mean: string;
  readonly band: string;
  readonly never: string;
  readonly refused: string;
  readonly logarithmic: string;
  /** the axis does not begin at 0 */
  readonly cut: string;
  readonly toCome: string;
}

export interface LineChart {
  readonly scene: Scene;
  readonly box: Box;
  xAt(place: number): number;
  /** of a mean; NaN where there is none */
  yAt(cell: Cell): number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const MOST_LABEL_PX = 210;
const LABEL_GAP_PX = 16;
const STRIP_PX = 16;
const COMING_DASH = [3, 3];
const MOST_STRIPS = 5;
/** between two numbers of the lower axis */
const TICK_GAP_PX = 14;
/** narrower pictures have room for the lines or for their names: the legend names them, too */
const LABELLED_PX = 460;
const ROW_GAP_PX = 56;

export function lineChart(request: LineRequest): LineChart {
  const { cells, x, width, height, figure } = request;
  const values = cells.cells.flatMap((cell) => cell.values);
  const log = spreadByFactors(values);
  const stripes = stripesOf(cells, request);
  const labelPx =
    width < LABELLED_PX
      ? 0
      : Math.min(
          MOST_LABEL_PX,
          width * 0.28,
          12 + Math.max(0, ...[...request.labels, ...stripes.map(({ label }) => label)].map(widthOf)),
        );
  const items = legendItems(request);
  const keyPx = legendHeight(items, 4, width - 4);
  const draft = figureScale(values, 0, height, ROW_GAP_PX, log);
  const left = 14 + Math.max(24, ...draft.ticks.map((tick) => widthOf(settingText(tick, figure.quantity))));
  const box: Box = {
    left,
    right: width - labelPx - 8,
    top: 30 + stripes.length * STRIP_PX + (stripes.length > 0 ? 8 : 0),
    bottom: height - keyPx - 48,
  };
  const widest = Math.max(...x.values.map((value) => widthOf(settingText(value, x.quantity))));
  const xs = placeScale(x.values, box.left + 10, box.right - 10, TICK_GAP_PX + widest);
  const ys = figureScale(values, box.bottom, box.top, ROW_GAP_PX, log);
  const xAt = (place: number) => xs.at(x.values[place] ?? Number.NaN);
  const yAt = ({ mean }: Cell) => (mean === null ? Number.NaN : ys.at(mean));
  const data: Mark[] = [];
  for (const place of toCome(cells))
    data.push({
      kind: 'line',
      points: [xAt(place), box.top, xAt(place), box.bottom],
      ink: 'line-strong',
      width: 1,
      dash: COMING_DASH,
    });
  for (let variant = 0; variant < cells.variants; variant += 1)
    data.push(...variantMarks(variant, request, xAt, ys, yAt));
  const key = legend(items, 4, height - keyPx, width - 4);
  const frame: Mark[] = [
    ...axes(request, box, xs, ys, log),
    ...stripMarks(stripes, request, box, xAt),
    ...(labelPx > 0 ? endLabels(request, box, xAt, yAt, labelPx) : []),
    ...key.marks,
  ];
  return { scene: { width, height, frame, data }, box, xAt, yAt };
}

/** The cell nearest to a place of the picture: the nearest value of the axis, then the nearest mean there. */
export function lineCellAt(
  chart: LineChart,
  { cells, xs, variants }: Cells,
  px: number,
  py: number,
): Cell | null {
  const { box } = chart;
  if (px < box.left - 10 || px > box.right + 10 || py > box.bottom + 20 || py < 0) return null;
  let place = 0;
  for (let i = 1; i < xs; i += 1)
    if (Math.abs(chart.xAt(i) - px) < Math.abs(chart.xAt(place) - px)) place = i;
  let best: Cell | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let variant = 0; variant < variants; variant += 1) {
    const cell = cells[variant * xs + place];
    if (cell === undefined) continue;
    const y = chart.yAt(cell);
    const distance = Number.isNaN(y) ? Math.abs(box.top - py) + 1000 : Math.abs(y - py);
    if (distance < least) {
      least = distance;
      best = cell;
    }
  }
  return best;
}

/** Places of which some variant has no seed yet. */
function toCome({ cells, xs }: Cells): number[] {
  return Array.from({ length: xs }, (_, x) => x).filter((x) =>
    cells.some((cell) => cell.x === x && cell.arrived === 0),
  );
}

function variantMarks(
  variant: number,
  { cells, spread }: LineRequest,
  xAt: (place: number) => number,
  ys: Scale,
  yAt: (cell: Cell) => number,
): Mark[] {
  const own = cells.cells.slice(variant * cells.xs, (variant + 1) * cells.xs);
  const marks: Mark[] = [];
  if (spread === 'band' && cells.seeds > 1)
    for (const part of unbroken(own)) {
      const upper = part.flatMap(({ x, most }) => [xAt(x), ys.at(most ?? 0)]);
      const lower = part.toReversed().flatMap(({ x, least }) => [xAt(x), ys.at(least ?? 0)]);
      marks.push({ kind: 'area', points: [...upper, ...lower], ink: 'ink', opacity: 0.1 });
    }
  marks.push({
    kind: 'line',
    points: own.flatMap((cell) => [xAt(cell.x), yAt(cell)]),
    ink: 'ink',
    width: 1.6,
    dash: dashOf(variant),
  });
  for (const cell of own) {
    if (spread === 'dots')
      for (const value of cell.values)
        marks.push({ kind: 'dot', x: xAt(cell.x), y: ys.at(value), size: 2.6, shape: variant, ink: 'ink-3' });
    if (cell.mean !== null)
      marks.push({ kind: 'dot', x: xAt(cell.x), y: yAt(cell), size: 3.6, shape: variant, ink: 'ink' });
  }
  return marks;
}

/** Runs of neighbours that have the figure. */
function unbroken(cells: readonly Cell[]): Cell[][] {
  const parts: Cell[][] = [[]];
  for (const cell of cells) {
    if (cell.mean === null) parts.push([]);
    else parts.at(-1)?.push(cell);
  }
  return parts.filter((part) => part.length > 1);
}

function axes({ x, figure, words }: LineRequest, box: Box, xs: Scale, ys: Scale, log: boolean): Mark[] {
  const title = titleWith(figure.label, figure.quantity);
  const marks: Mark[] = [
    {
      kind: 'text',
      x: 4,
      y: 13,
      text: log ? `${title}, ${words.logarithmic}` : ys.cut ? `${title}, ${words.cut}` : title,
      anchor: 'start',
      ink: 'ink-2',
      bold: true,
    },
    {
      kind: 'text',
      x: box.right,
      y: box.bottom + 36,
      text: `${titleWith(x.label, x.quantity)}${xs.log ? `, ${words.logarithmic}` : ''} →`,
      anchor: 'end',
      ink: 'ink-2',
      bold: true,
    },
  ];
  for (const tick of ys.ticks)
    marks.push(
      { kind: 'line', points: [box.left, ys.at(tick), box.right, ys.at(tick)], ink: 'line', width: 1 },
      {
        kind: 'text',
        x: box.left - 6,
        y: ys.at(tick) + 4,
        text: settingText(tick, figure.quantity),
        anchor: 'end',
        ink: 'ink-3',
      },
    );
  for (const tick of xs.ticks)
    marks.push(
      {
        kind: 'line',
        points: [xs.at(tick), box.bottom + 1, xs.at(tick), box.bottom + 5],
        ink: 'line-strong',
        width: 1,
      },
      {
        kind: 'text',
        x: xs.at(tick),
        y: box.bottom + 19,
        text: settingText(tick, x.quantity),
        anchor: 'middle',
        ink: 'ink-3',
      },
    );
  marks.push({
    kind: 'line',
    points: [box.left, box.bottom + 0.5, box.right, box.bottom + 0.5],
    ink: 'line-strong',
    width: 1,
  });
  return marks;
}

interface Stripe {
  readonly variant: number;
  readonly label: string;
  readonly cross: boolean;
  readonly cells: readonly Cell[];
}

/** One row a variant that has places without convergence, and one a variant that was refused somewhere. */
function stripesOf({ cells, xs, variants }: Cells, { words, labels }: LineRequest): Stripe[] {
  const stripes: Stripe[] = [];
  for (const [what, word] of [
    ['never', words.never],
    ['refused', words.refused],
  ] as const)
    for (let variant = 0; variant < variants; variant += 1) {
      const own = cells.slice(variant * xs, (variant + 1) * xs).filter((cell) => cell[what] > 0);
      const label = variants > 1 ? `${word}: ${labels[variant] ?? ''}` : word;
      if (own.length > 0) stripes.push({ variant, label, cross: what === 'refused', cells: own });
    }
  return stripes.slice(0, MOST_STRIPS);
}

function stripMarks(
  stripes: readonly Stripe[],
  { cells, width }: LineRequest,
  box: Box,
  xAt: (place: number) => number,
): Mark[] {
  return stripes.flatMap(({ cells: own, cross, label }, row) => {
    const y = 24 + row * STRIP_PX;
    const marks: Mark[] = own.map(({ x }) => {
      const from = x === 0 ? box.left : (xAt(x - 1) + xAt(x)) / 2;
      const to = x === cells.xs - 1 ? box.right : (xAt(x) + xAt(x + 1)) / 2;
      const place = { x: from, y, width: to - from, height: STRIP_PX - 5, outline: 'ink-3' as const };
      return cross ? { kind: 'rect', ...place, cross } : { kind: 'rect', ...place, hatch: true };
    });
    if (width < LABELLED_PX) return marks;
    marks.push({
      kind: 'text',
      x: box.right + 8,
      y: y + 10,
      text: fitted(label, width - box.right - 8),
      anchor: 'start',
      ink: 'ink-2',
    });
    return marks;
  });
}

/** Each line's name at its end, moved apart where two would meet. */
function endLabels(
  { cells, labels, width }: LineRequest,
  box: Box,
  xAt: (place: number) => number,
  yAt: (cell: Cell) => number,
  labelPx: number,
): Mark[] {
  const ends = labels.flatMap((label, variant) => {
    const last = cells.cells
      .slice(variant * cells.xs, (variant + 1) * cells.xs)
      .findLast(({ mean }) => mean !== null);
    return last === undefined ? [] : [{ label, variant, x: xAt(last.x), from: yAt(last), y: yAt(last) }];
  });
  // Ends that nearly meet stand in the order of the variants.
  ends.sort((a, b) => Math.round(a.y / 8) - Math.round(b.y / 8) || a.variant - b.variant);
  let free = Number.NEGATIVE_INFINITY;
  for (const end of ends) {
    end.y = Math.max(end.y, free);
    free = end.y + LABEL_GAP_PX;
  }
  let floor = box.bottom;
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, floor);
    floor = end.y - LABEL_GAP_PX;
  }
  return ends.flatMap(({ label, x, from, y }): Mark[] => [
    { kind: 'line', points: [x + 5, from, box.right + 5, y], ink: 'line-strong', width: 1 },
    {
      kind: 'text',
      x: box.right + 8,
      y: y + 4,
      text: fitted(label, Math.min(labelPx, width - box.right - 8)),
      anchor: 'start',
      ink: 'ink',
    },
  ]);
}

function legendItems({ cells, spread, words, labels }: LineRequest): LegendItem[] {
  const items: LegendItem[] = labels.map((label, variant) => ({
    text: label,
    sampleWidth: 34,
    sample: (x, y) => [
      { kind: 'line', points: [x, y + 6, x + 34, y + 6], ink: 'ink', width: 1.6, dash: dashOf(variant) },
      { kind: 'dot', x: x + 17, y: y + 6, size: 3.6, shape: variant, ink: 'ink' },
    ],
  }));
  items.push({
    text: words.mean,
    sampleWidth: 10,
    sample: (x, y) => [{ kind: 'dot', x: x + 5, y: y + 6, size: 3.6, shape: 0, ink: 'ink' }],
  });
  if (cells.seeds > 1)
    items.push(
      spread === 'dots'
        ? {
            text: words.seed,
            sampleWidth: 10,
            sample: (x, y) => [{ kind: 'dot', x: x + 5, y: y + 6, size: 2.6, shape: 0, ink: 'ink-3' }],
          }
        : {
            text: words.band,
            sampleWidth: 20,
            sample: (x, y) => [
              {
                kind: 'area',
                points: [x, y, x + 20, y, x + 20, y + 12, x, y + 12],
                ink: 'ink',
                opacity: 0.1,
              },
            ],
          },
    );
  for (const [what, text] of [
    ['never', words.never],
    ['refused', words.refused],
  ] as const)
    if (cells.cells.some((cell) => cell[what] > 0))
      items.push({
        text,
        sampleWidth: 14,
        sample: (x, y) => [
          {
            kind: 'rect',
            x,
            y,
            width: 14,
            height: 12,
            outline: 'ink-3',
            ...(what === 'never' ? { hatch: true } : { cross: true }),
          },
        ],
      });
  if (toCome(cells).length > 0)
    items.push({
      text: words.toCome,
      sampleWidth: 8,
      sample: (x, y) => [
        { kind: 'line', points: [x + 4, y, x + 4, y + 12], ink: 'line-strong', width: 1, dash: COMING_DASH },
      ],
    });
  return items;
}
