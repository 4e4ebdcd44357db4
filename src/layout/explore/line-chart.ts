/** One axis: a line a variant through the means of its seeds, and the seeds themselves as dots or as a band. */
import type { Cell, Cells } from './cells.ts';
import { legend, legendHeight } from './legend.ts';
import {
  axes,
  type Box,
  COMING_DASH,
  endLabels,
  LABELLED_PX,
  type LineRequest,
  lineLegend,
  toCome,
} from './line-frame.ts';
import { STRIP_PX, stripesOf, stripMarks, stripTop } from './line-strips.ts';
import { settingText } from './quantity.ts';
import { figureScale, placeScale, type Scale, spreadByFactors } from './scale.ts';
import { dashOf, type Mark, type Scene, widthOf } from './scene.ts';

export interface LineChart {
  readonly scene: Scene;
  readonly box: Box;
  xAt(place: number): number;
  /** of a mean; NaN where there is none */
  yAt(cell: Cell): number;
  /** where a place without a mean is marked: in its row above the lines */
  stripAt(cell: Cell): number;
}

const MOST_LABEL_PX = 210;
/** between two numbers of the lower axis */
const TICK_GAP_PX = 14;
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
  const items = lineLegend(request);
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
  const stripAt = (cell: Cell) => {
    const row = stripes.findIndex((stripe) => stripe.cells.includes(cell));
    return row < 0 ? box.top - 12 : stripTop(row) + STRIP_PX / 2 - 2.5;
  };
  const frame: Mark[] = [
    ...axes(request, box, xs, ys, log),
    ...stripMarks(stripes, request, box, xAt),
    ...(labelPx > 0 ? endLabels(request, box, xAt, yAt, labelPx) : []),
    ...key.marks,
  ];
  return { scene: { width, height, frame, data }, box, xAt, yAt, stripAt };
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
