/** What is to be said of the curve of what is left, on the spot. */
import { leftShare, shareY } from '../../../layout/migration/lane-scales.ts';
import { msToX } from '../../../layout/migration/time-axis.ts';
import type { Label } from '../../shared/label-pool.ts';
import { type LabelInput, laneOf, textPx } from './label-input.ts';

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Under or over the curve, where they do not cover each other. */
export function riseLabels(input: LabelInput): Label[] {
  const { axis, charPx, linePx, notes, scale, styles } = input;
  const lane = laneOf(input, 'left');
  if (lane === null) return [];
  const placed: Placed[] = [];
  const out: Label[] = [];
  for (const { key, fromMs, toMs, left, texts } of notes) {
    const from = Math.max(0, msToX(axis, fromMs));
    if (msToX(axis, toMs) < 0 || from > axis.width) continue;
    const y = shareY(lane, leftShare(left, 1, scale));
    // Where the curve is high the words stand at the lane's foot, else at its top.
    const rows = y - lane.top > lane.height / 2 ? [0, 1] : [-1, -2];
    for (const text of texts) {
      const width = textPx(text, charPx) + 4;
      if (width > axis.width) continue;
      const x = Math.min(from, axis.width - width);
      const row = rows.find((r) => !placed.some((p) => p.row === r && x < p.to && x + width > p.from));
      if (row === undefined) continue;
      placed.push({ from: x - 8, to: x + width + 8, row });
      const top = row >= 0 ? lane.top + row * linePx : lane.top + lane.height + row * linePx - 1;
      out.push({ key, className: styles.rise ?? '', x: Math.round(x), y: Math.round(top), text });
      break;
    }
  }
  return out;
}
