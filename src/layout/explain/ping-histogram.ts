/** How often which round trip came, in bins of one width; pings behind a batch are counted apart. */
import type { Micros, Millis } from '../../base/units.ts';
import { firstRowAt, type Table } from '../decimate.ts';
import { niceStep } from '../time-ticks.ts';

const RTT = 1;
const QUEUE = 2;
/** More bins than this cannot be told apart. */
const MOST_BINS = 48;
/** No finer: half of the noise's standard deviation would show nothing but noise. */
const FINEST_MS = 0.02;

interface Bin {
  readonly fromMs: Millis;
  /** no batch was leaving the port before the reply */
  readonly free: number;
  /** the reply stood behind a batch */
  readonly behind: number;
}

/** Where most pings of one kind lie: the middle of their fullest bin. */
interface Mode {
  readonly atMs: Millis;
  readonly pings: number;
}

export interface PingHistogram {
  readonly binMs: Millis;
  readonly bins: readonly Bin[];
  readonly answered: number;
  readonly lost: number;
  /** of the answered ones; NaN if none was */
  readonly meanMs: Millis;
  /** answered pings no farther than half a bin from the mean */
  readonly nearMean: number;
  readonly free: Mode | null;
  readonly behind: Mode | null;
}

/** Pings sent in [fromUs, toUs). */
export function pingHistogram(pings: Table, fromUs: Micros, toUs: Micros): PingHistogram {
  const from = firstRowAt(pings, fromUs);
  const to = firstRowAt(pings, toUs);
  const at = (row: number, column: number) => pings.data[row * pings.width + column] ?? Number.NaN;
  let [sum, answered, lost, top] = [0, 0, 0, 0];
  for (let row = from; row < to; row += 1) {
    const rtt = at(row, RTT);
    if (Number.isNaN(rtt)) {
      lost += 1;
      continue;
    }
    answered += 1;
    sum += rtt;
    top = Math.max(top, rtt);
  }
  const binMs = Math.max(FINEST_MS, niceStep(top / MOST_BINS));
  const bins = Array.from({ length: answered > 0 ? Math.floor(top / binMs) + 1 : 0 }, (_, i) => ({
    fromMs: i * binMs,
    free: 0,
    behind: 0,
  }));
  const meanMs = answered > 0 ? sum / answered : Number.NaN;
  let nearMean = 0;
  for (let row = from; row < to; row += 1) {
    const rtt = at(row, RTT);
    const bin = bins[Math.floor(rtt / binMs)];
    if (bin === undefined) continue;
    if (at(row, QUEUE) > 0) bin.behind += 1;
    else bin.free += 1;
    if (Math.abs(rtt - meanMs) <= binMs / 2) nearMean += 1;
  }
  return {
    binMs,
    bins,
    answered,
    lost,
    meanMs,
    nearMean,
    free: modeOf(bins, binMs, 'free'),
    behind: modeOf(bins, binMs, 'behind'),
  };
}

function modeOf(bins: readonly Bin[], binMs: Millis, kind: 'free' | 'behind'): Mode | null {
  let best: Bin | null = null;
  for (const bin of bins) if (bin[kind] > (best?.[kind] ?? 0)) best = bin;
  return best === null ? null : { atMs: best.fromMs + binMs / 2, pings: best[kind] };
}
