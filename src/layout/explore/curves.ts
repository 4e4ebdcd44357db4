/** Two runs over each other: the same curve of both on one axis of time. */
import type { RunCurve } from '../../protocol/explore/requests.ts';
import { type LegendItem, legend, legendHeight } from './legend.ts';
import { quantityOf, settingText, titleWith } from './quantity.ts';
import { figureScale, spanScale } from './scale.ts';
import type { Mark, Scene } from './scene.ts';

export interface CurveRequest {
  readonly label: string;
  readonly unit: string;
  /** the first is drawn solid, the second dashed; null where a run has no such curve */
  readonly runs: readonly (RunCurve | null)[];
  readonly names: readonly string[];
  /** of the lower axis: milliseconds, or a count of something */
  readonly time: { readonly label: string; readonly unit: string };
  readonly width: number;
  readonly height: number;
}

const DASHES: readonly (readonly number[])[] = [[], [6, 4]];
const INKS = ['ink', 'ink-2'] as const;
/** filled circles, hollow squares */
const DOTS = [
  { size: 1.5, shape: 0 },
  { size: 2, shape: 6 },
] as const;
/** more rows a px than this would be a line that blackens the picture, if they jump up and down */
const LINE_ROWS_PER_PX = 1.6;
/** of so large a share of its rows the value turns back: single measurements, no course */
const TURNING_SHARE = 0.2;
const MOST_DOTS = 8000;

export function curveScene(request: CurveRequest): Scene {
  const { runs, width, height } = request;
  let most = 0;
  const all: number[] = [];
  for (const run of runs) {
    if (run === null) continue;
    most = Math.max(most, run.at.at(-1) ?? 0);
    for (const value of run.value) if (Number.isFinite(value)) all.push(value);
  }
  const low = all.reduce((least, value) => Math.min(least, value), 0);
  const high = all.reduce((largest, value) => Math.max(largest, value), 0);
  const y = quantityOf(request.unit, [low, high]);
  const t = quantityOf(request.time.unit, [most]);
  const scattered = runs.some(
    (run) => run !== null && run.at.length > LINE_ROWS_PER_PX * width && jumps(run.value),
  );
  const items: LegendItem[] = request.names.map((text, i) => ({
    text,
    sampleWidth: 30,
    sample: (x, top) =>
      scattered
        ? [5, 15, 25].map((along) => ({
            kind: 'dot' as const,
            x: x + along,
            y: top + 6,
            ...DOTS[i === 0 ? 0 : 1],
            ink: INKS[i] ?? 'ink',
          }))
        : [
            {
              kind: 'line',
              points: [x, top + 6, x + 30, top + 6],
              ink: INKS[i] ?? 'ink',
              width: 1.6,
              dash: DASHES[i] ?? [],
            },
          ],
  }));
  const keyPx = legendHeight(items, 4, width - 4);
  const box = { left: 58, right: width - 24, top: 28, bottom: height - keyPx - 46 };
  const ys = figureScale([low, high], box.bottom, box.top, 56, false);
  const xs = spanScale(most, box.left, box.right, 90);
  const frame: Mark[] = [
    {
      kind: 'text',
      x: 4,
      y: 13,
      text: titleWith(request.label, y),
      anchor: 'start',
      ink: 'ink-2',
      bold: true,
    },
    {
      kind: 'text',
      x: box.right,
      y: box.bottom + 36,
      text: titleWith(request.time.label, t),
      anchor: 'end',
      ink: 'ink-2',
      bold: true,
    },
  ];
  for (const tick of ys.ticks)
    frame.push(
      { kind: 'line', points: [box.left, ys.at(tick), box.right, ys.at(tick)], ink: 'line', width: 1 },
      {
        kind: 'text',
        x: box.left - 6,
        y: ys.at(tick) + 4,
        text: settingText(tick, y),
        anchor: 'end',
        ink: 'ink-3',
      },
    );
  for (const tick of xs.ticks)
    frame.push({
      kind: 'text',
      x: xs.at(tick),
      y: box.bottom + 18,
      text: settingText(tick, t),
      anchor: 'middle',
      ink: 'ink-3',
    });
  const key = legend(items, 4, height - keyPx, width - 4);
  frame.push(...key.marks);
  const data: Mark[] = [];
  // The first run's marks lie above the second's, whose hollow ones take more room.
  for (const i of [1, 0]) {
    const run = runs[i] ?? null;
    if (run === null) continue;
    const ink = INKS[i] ?? 'ink';
    if (!scattered) {
      data.unshift({
        kind: 'line',
        points: thinned(run, xs.at, ys.at),
        ink,
        width: 1.4,
        dash: DASHES[i] ?? [],
      });
      continue;
    }
    const points = run.at.length <= MOST_DOTS ? everyPoint(run, xs.at, ys.at) : thinned(run, xs.at, ys.at);
    for (let at = 0; at < points.length; at += 2) {
      const y = points[at + 1] ?? Number.NaN;
      if (!Number.isNaN(y)) data.push({ kind: 'dot', x: points[at] ?? 0, y, ...DOTS[i === 0 ? 0 : 1], ink });
    }
  }
  return { width, height, frame, data };
}

/** Whether the values go up and down from row to row, as single measurements do. */
function jumps(values: Float64Array): boolean {
  let turns = 0;
  let before = 0;
  for (let row = 1; row < values.length; row += 1) {
    const change = Math.sign((values[row] ?? 0) - (values[row - 1] ?? 0));
    // Beside a gap there is no change, and a pause on the way is no turn.
    if (!change) continue;
    if (change === -before) turns += 1;
    before = change;
  }
  return turns > TURNING_SHARE * values.length;
}

function everyPoint(
  { at, value }: RunCurve,
  xAt: (ms: number) => number,
  yAt: (value: number) => number,
): number[] {
  const points: number[] = [];
  at.forEach((ms, row) => {
    const one = value[row] ?? Number.NaN;
    points.push(xAt(ms), Number.isNaN(one) ? one : yAt(one));
  });
  return points;
}

/**
 * As many points as the picture has room for: of all that fall on one column of pixels the first, the least, the largest
 * and the last, in their order. A gap stays a gap.
 */
export function thinned(
  { at, value }: RunCurve,
  xAt: (ms: number) => number,
  yAt: (value: number) => number,
): number[] {
  const points: number[] = [];
  let row = 0;
  while (row < at.length) {
    const column = Math.floor(xAt(at[row] ?? 0));
    let end = row;
    let low = row;
    let high = row;
    while (end < at.length && Math.floor(xAt(at[end] ?? 0)) === column) {
      if (Number.isNaN(value[low]) || (value[end] ?? 0) < (value[low] ?? 0)) low = end;
      if (Number.isNaN(value[high]) || (value[end] ?? 0) > (value[high] ?? 0)) high = end;
      end += 1;
    }
    const gap = value.subarray(row, end).findIndex(Number.isNaN);
    const kept = new Set([row, low, high, end - 1, ...(gap >= 0 ? [row + gap] : [])]);
    for (const i of [...kept].sort((a, b) => a - b))
      points.push(xAt(at[i] ?? 0), Number.isNaN(value[i]) ? Number.NaN : yAt(value[i] ?? 0));
    row = end;
  }
  return points;
}
