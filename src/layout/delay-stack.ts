/** The delays of one ping, end to end, as one bar that is as long as the round trip. */
import { roundToTotal } from '../base/format.ts';

interface DelaySegment {
  /** place in the list of delays */
  index: number;
  /** ms as printed: rounded so that all of them add up to the printed total */
  ms: number;
  /** 0–1 along the bar */
  from: number;
  to: number;
  /** takes time away: drawn back over the end of the others */
  negative: boolean;
}

export interface DelayStack {
  totalMs: number;
  segments: DelaySegment[];
}

/**
 *   0          0.10      0.25                       1.26  1.25
 *   |  wire     | hyperv. |  queue                   |xxxxx|      noise −0.01 goes back
 */
export function stackDelays(delays: readonly number[], digits = 3): DelayStack {
  const rounded = roundToTotal(delays, digits);
  const length = delays.reduce((sum, ms) => sum + Math.max(ms, 0), 0);
  const scale = length > 0 ? 1 / length : 0;
  const segments: DelaySegment[] = [];
  let end = 0;
  for (const [index, ms] of delays.entries()) {
    if (ms < 0) continue;
    segments.push({
      index,
      ms: rounded[index] ?? ms,
      from: end * scale,
      to: (end + ms) * scale,
      negative: false,
    });
    end += ms;
  }
  for (const [index, ms] of delays.entries()) {
    if (ms >= 0) continue;
    segments.push({
      index,
      ms: rounded[index] ?? ms,
      from: (end + ms) * scale,
      to: end * scale,
      negative: true,
    });
    end += ms;
  }
  const unit = Number(`1e${digits}`);
  return { totalMs: Math.round(rounded.reduce((sum, ms) => sum + ms, 0) * unit) / unit, segments };
}
