/**
 * One node's CPU as bands that lie on one another, over time. Table `shares` (base/columns), one row each 100 ms and
 * guest: its programs, the hypervisor's work for its requests, Dom0's work for its move.
 */
import type { Micros, Percent } from '../../base/units.ts';
import { firstRowAt, type Table } from '../decimate.ts';

const SAMPLE_US = 100_000;
/** More bins than this cannot be told apart on a screen. */
const MOST_BINS = 300;

/** A guest by its number; the hypervisor's work for requests; Dom0's work for moves. */
export type BandKey = number | 'requests' | 'moving';

interface Band {
  readonly key: BandKey;
  /** mean percent of the host in each bin */
  readonly values: Float64Array;
}

export interface CpuStack {
  readonly binUs: Micros;
  readonly bins: number;
  /** from below */
  readonly bands: readonly Band[];
}

/** @param charged each guest's band holds the work others do for it as well */
export function cpuStack(shares: Table, node: number, untilUs: Micros, charged: boolean): CpuStack {
  const samples = Math.floor(untilUs / SAMPLE_US);
  const perBin = Math.max(1, Math.ceil(samples / MOST_BINS));
  const bins = Math.ceil(samples / perBin);
  const bands = new Map<BandKey, Float64Array>();
  const add = (key: BandKey, bin: number, percent: Percent) => {
    if (percent <= 0) return;
    let values = bands.get(key);
    if (values === undefined) {
      values = new Float64Array(bins);
      bands.set(key, values);
    }
    // The last bin may hold fewer samples than the others.
    const inBin = Math.min(perBin, samples - bin * perBin);
    values[bin] = (values[bin] ?? 0) + percent / inBin;
  };
  const to = firstRowAt(shares, samples * SAMPLE_US + 1);
  for (let row = 0; row < to; row += 1) {
    const at = (column: number) => shares.data[row * shares.width + column] ?? 0;
    if (at(1) !== node) continue;
    // A row tells of the 100 ms before it.
    const bin = Math.floor((Math.round(at(0) / SAMPLE_US) - 1) / perBin);
    if (charged) add(at(2), bin, at(3) + at(4) + at(5));
    else {
      add(at(2), bin, at(3));
      add('requests', bin, at(4));
      add('moving', bin, at(5));
    }
  }
  const ordered = [...bands].sort(([a], [b]) => rank(a) - rank(b));
  return { binUs: perBin * SAMPLE_US, bins, bands: ordered.map(([key, values]) => ({ key, values })) };
}

function rank(key: BandKey): number {
  if (key === 'requests') return Number.MAX_SAFE_INTEGER - 1;
  return key === 'moving' ? Number.MAX_SAFE_INTEGER : key;
}

/** Value of every band in the bin a moment lies in; 0 before the first. */
export function bandsAt(stack: CpuStack, timeUs: Micros): { key: BandKey; percent: Percent }[] {
  // A sample is known when its 100 ms are over.
  const bin = Math.min(stack.bins - 1, Math.max(0, Math.ceil(timeUs / stack.binUs) - 1));
  return stack.bands.map(({ key, values }) => ({ key, percent: values[bin] ?? 0 }));
}
