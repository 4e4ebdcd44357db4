/** What stands around the lines: axes, names at their ends, the legend. */
import type { Cell, Cells } from './cells.ts';
import type { AxisText } from './heat-marks.ts';
import type { LegendItem } from './legend.ts';
import { type Quantity, settingText, titleWith } from './quantity.ts';
import type { Scale } from './scale.ts';
import { dashOf, fitted, type Mark } from './scene.ts';

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

interface LineWords {
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

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LABEL_GAP_PX = 16;
export const COMING_DASH = [3, 3];
/** narrower pictures have room for the lines or for their names: the legend names them, too */
export const LABELLED_PX = 460;

/** Places of which some variant has no seed yet. */
export function toCome({ cells, xs }: Cells): number[] {
  return Array.from({ length: xs }, (_, x) => x).filter((x) =>
    cells.some((cell) => cell.x === x && cell.arrived === 0),
  );
}

export function axes(
  { x, figure, words }: LineRequest,
  box: Box,
  xs: Scale,
  ys: Scale,
  log: boolean,
): Mark[] {
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

/** Each line's name at its end, moved apart where two would meet. */
export function endLabels(
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

export function lineLegend({ cells, spread, words, labels }: LineRequest): LegendItem[] {
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
