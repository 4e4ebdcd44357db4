/** U(t) and the rounds stand side by side on one axis of pages, logarithmic or linear. */
import { type CurveAxis, linearAxis, logAxis } from '../../../layout/migration/curve-axis.ts';
import type { DirtyFrame } from '../../../layout/migration/curve-frame.ts';
import { type ChartBox, ticksThatFit } from './chart-box.ts';

export type Scale = 'log' | 'linear';

const ROW_PX = 28;
const COLUMN_PX = 68;

export function pagesAxis(frame: DirtyFrame, scale: Scale, box: ChartBox): CurveAxis {
  const most = ticksThatFit(box.bottom - box.top, ROW_PX);
  if (scale === 'linear') return linearAxis(frame.toPages, box.bottom, box.top, most);
  const range = { low: frame.fromPages, high: frame.toPages, base: 10 } as const;
  return logAxis(range, box.bottom, box.top, most);
}

export function timeAxis(frame: DirtyFrame, scale: Scale, box: ChartBox): CurveAxis {
  const most = ticksThatFit(box.right - box.left, COLUMN_PX);
  if (scale === 'linear') return linearAxis(frame.toMs, box.left, box.right, most);
  return logAxis({ low: frame.fromMs, high: frame.toMs, base: 10 }, box.left, box.right, most);
}
