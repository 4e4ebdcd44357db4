/** Everything the strip says in words on its axis; pure, so that it can be tested without a canvas. */

import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import { formatNumber } from '../../../base/format.ts';
import { leftShare, shareY } from '../../../layout/migration/lane-scales.ts';
import { levelAt } from '../../../layout/migration/lane-track.ts';
import { axisTicks, msToX, xToMs } from '../../../layout/migration/time-axis.ts';
import type { SoloResult } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';
import type { Label } from '../../shared/label-pool.ts';
import { barTexts, dirtiedTexts } from './bar-words.ts';
import { fitting, type LabelInput, laneOf, textPx } from './label-input.ts';
import { isOver, pauseUntil, phaseAt, totalBytes } from './move-data.ts';
import type { DrawnSide } from './paint/scope.ts';
import { riseLabels } from './rise-labels.ts';
import { lengthText } from './times.ts';
import { SIDES, WORDS } from './words.ts';

export function stripLabels(input: LabelInput): Label[] {
  return [
    ...tickLabels(input),
    ...input.sides.flatMap((side, i) => [
      ...roundLabels(input, side, i),
      ...pauseLabels(input, side, i),
      ...endLabels(input, side, i),
    ]),
    ...thresholdLabels(input),
    ...wireLabels(input),
    ...riseLabels(input),
  ];
}

/** Digits are wider than the mean of letters. */
const DIGIT = 1.16;

function tickLabels({ axis, axisTop, charPx, styles }: LabelInput): Label[] {
  return axisTicks(axis).flatMap(({ ms, x, label }) => {
    const width = textPx(label, charPx * DIGIT);
    return [
      { key: `m${ms}`, className: styles.mark ?? '', x: Math.round(x), y: axisTop, text: '' },
      {
        key: `t${ms}`,
        className: styles.tick ?? '',
        x: Math.round(Math.max(0, Math.min(x - width / 2, axis.width - width))),
        y: axisTop + 4,
        text: label,
      },
    ];
  });
}

const LEAST_BAR_PX = 9;

/** Only what is wide enough says its numbers. */
function roundLabels(input: LabelInput, { bars }: DrawnSide, i: number): Label[] {
  const { axis, charPx, linePx, styles } = input;
  const lane = laneOf(input, i === 0 ? 'rounds-a' : 'rounds-b');
  if (lane === null) return [];
  const out: Label[] = [];
  const half = lane.height / 2;
  for (const bar of bars) {
    const from = Math.max(0, msToX(axis, bar.startMs));
    const to = Math.min(axis.width, msToX(axis, bar.endMs));
    if (to - from < LEAST_BAR_PX) continue;
    const upper = fitting(barTexts(bar), to - from, charPx);
    const lower = fitting(dirtiedTexts(bar), to - from, charPx);
    const row = (key: string, text: string, y: number) => {
      if (text === '') return;
      out.push({
        key: `${key}${i}-${bar.number}`,
        className: styles.chip ?? '',
        x: Math.round(from + 1),
        y: Math.round(y),
        text,
      });
    };
    row('r', upper, lane.top + half - linePx - Math.max(0, (half - linePx) / 2 - 1));
    row('d', lower, lane.top + half + Math.max(1, (half - linePx) / 2));
  }
  return out;
}

function pauseLabels(input: LabelInput, { side }: DrawnSide, i: number): Label[] {
  const { axis, reachedMs, charPx, linePx, styles } = input;
  const lane = laneOf(input, i === 0 ? 'rounds-a' : 'rounds-b');
  const pause = pauseUntil(side, reachedMs);
  if (lane === null || pause === null) return [];
  const from = msToX(axis, pause.fromMs);
  const to = msToX(axis, pause.toMs);
  if (to < 0 || from > axis.width) return [];
  const length = lengthText(pause.toMs - pause.fromMs);
  const text = format(pause.over ? WORDS.paused : WORDS.pausedSoFar, { pause: length });
  const width = textPx(text, charPx) + 6;
  // Beside the pause where it is narrow: to its right, or to its left at the strip's end.
  const wide = to - from > width + 4;
  const right = to + 3 + width <= axis.width;
  const x = wide ? Math.max(from, 0) + 3 : right ? to + 3 : from - 3 - width;
  return [
    {
      key: `p${i}`,
      className: styles.pause ?? '',
      x: Math.round(Math.max(0, x)),
      y: Math.round(lane.top + lane.height - linePx - 3),
      text,
    },
  ];
}

const END_WORDS: Readonly<Record<SoloResult['outcome'], readonly [string, string]>> = {
  completed: [WORDS.completed, WORDS.completedShort],
  'not-converged': [WORDS.aborted, WORDS.abortedShort],
  aborted: [WORDS.cutOff, WORDS.cutOffShort],
  'vm-lost': [WORDS.lost, WORDS.lostShort],
};

/** How it ended, once it was seen. */
function endLabels(input: LabelInput, { side, track }: DrawnSide, i: number): Label[] {
  const { axis, reachedMs, charPx, linePx, styles } = input;
  const lane = laneOf(input, i === 0 ? 'rounds-a' : 'rounds-b');
  const phase = phaseAt(track, reachedMs);
  if (lane === null || reachedMs < side.endMs || !isOver(phase)) return [];
  const time = lengthText(side.endMs);
  const lost = phase === MOVE_PHASE.lost;
  const words = END_WORDS[side.result.outcome];
  const texts = words.map((template) => format(template, { time }));
  const end = msToX(axis, side.endMs);
  if (end < 0 || end > axis.width + 1) return [];
  const text = fitting(texts, axis.width - end - 4, charPx) || (texts[1] ?? '');
  const width = textPx(text, charPx) + 6;
  const x = end + 4 + width <= axis.width ? end + 4 : end - width - 2;
  return [
    {
      key: `e${i}`,
      className: `${styles.end} ${lost ? styles.lost : ''}`,
      x: Math.round(x),
      y: Math.round(lane.top + Math.max(0, lane.height / 2 - linePx - 1)),
      text,
    },
  ];
}

const NONE = { bytes: 0, total: 1 };

/** The bound as it is now, where the curve is still far above it. */
function thresholdLabels(input: LabelInput): Label[] {
  const { axis, reachedMs, charPx, linePx, sides, styles, scale } = input;
  const lane = laneOf(input, 'left');
  if (lane === null) return [];
  const known = sides.flatMap(({ side, track }, i) => {
    const until = Math.min(reachedMs, side.suspendedMs ?? side.endMs);
    const bytes = levelAt(track, MOVE.thresholdBytes, until);
    const seen = Number.isFinite(bytes) && bytes > 0 && msToX(axis, until) > 0;
    return seen ? [{ bytes, i, total: totalBytes(side) }] : [];
  });
  const same = known.length === 2 && known[0]?.bytes === known[1]?.bytes;
  const yOf = ({ bytes, total }: { bytes: number; total: number }) =>
    shareY(lane, leftShare(bytes, total, scale));
  const close = known.length === 2 && Math.abs(yOf(known[0] ?? NONE) - yOf(known[1] ?? NONE)) < linePx + 2;
  return (same ? known.slice(0, 1) : known).map(({ bytes, i, total }, place) => {
    const text =
      sides.length === 1 || same
        ? format(WORDS.stopBelow, { bytes })
        : format(WORDS.stopBelowSide, { side: SIDES[i] ?? '', bytes });
    const width = textPx(text, charPx);
    const x = 2 + place * width * 1.2;
    const line = shareY(lane, leftShare(bytes, total, scale));
    const above = line - linePx - 1;
    // Above its line, unless a curve runs there.
    const isFree = (top: number) =>
      sides.every(({ side, track }) =>
        [0, 0.5, 1].every((share) => {
          const ms = Math.min(reachedMs, xToMs(axis, x + share * width));
          const left = leftShare(levelAt(track, MOVE.remainingBytes, ms), totalBytes(side), scale);
          const y = shareY(lane, left);
          return y < top - 1 || y > top + linePx;
        }),
      );
    const hasRoom = line + linePx + 2 <= lane.top + lane.height;
    // Two lines close together: one says its bound above, the other below.
    const under = hasRoom && ((close && place === 1) || (!isFree(above) && isFree(line + 2)));
    return {
      key: `h${i}`,
      className: styles.note ?? '',
      x: Math.round(x),
      y: Math.round(under ? line + 2 : Math.max(lane.top, above)),
      text,
    };
  });
}

function wireLabels(input: LabelInput): Label[] {
  const { axis, charPx, linePx, sides, styles } = input;
  const lane = laneOf(input, 'wire');
  if (lane === null) return [];
  const out: Label[] = [];
  const paces = sides.map(({ side }) => side.spec.strategy.maxBandwidthBytesPerSecond);
  const same = paces.length === 2 && paces[0] === paces[1];
  paces.slice(0, same ? 1 : 2).forEach((pace, i) => {
    const bandwidth = sides[i]?.side.spec.link.bandwidthBytesPerSecond ?? 0;
    if (pace === null || pace >= bandwidth) return;
    const rate = formatNumber(pace / 1e6, pace < 1e7 ? 1 : 0);
    const text = format(sides.length === 1 || same ? WORDS.pace : WORDS.paceSide, {
      side: SIDES[i] ?? '',
      rate,
    });
    const width = textPx(text, charPx);
    const y = shareY(lane, pace / bandwidth);
    const above = y - linePx - 1 >= lane.top;
    out.push({
      key: `w${i}`,
      className: styles.note ?? '',
      x: Math.round(axis.width - width - 4 - i * (width + 12)),
      y: Math.round(above ? y - linePx - 1 : y + 1),
      width: Math.round(width + 4),
      text,
    });
  });
  const link = sides[0]?.side.spec.link;
  if (link === undefined) return out;
  if (link.competingShare > 0) {
    const text = format(WORDS.competing, { share: link.competingShare });
    out.push({
      key: 'wc',
      className: styles.note ?? '',
      x: 2,
      y: lane.top,
      text,
    });
  }
  for (const [n, { fromMs, toMs }] of link.outages.entries()) {
    if (fromMs >= input.reachedMs) continue;
    const from = msToX(axis, fromMs);
    const to = msToX(axis, Math.min(toMs, input.reachedMs));
    if (to - from < textPx(WORDS.linkDown, charPx) + 8 || to < 0 || from > axis.width) continue;
    out.push({
      key: `wo${n}`,
      className: styles.down ?? '',
      x: Math.round(Math.max(0, from) + 4),
      y: Math.round(lane.top + (lane.height - linePx) / 2),
      text: WORDS.linkDown,
    });
  }
  return out;
}
