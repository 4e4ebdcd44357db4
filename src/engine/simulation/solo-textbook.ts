/**
 * The textbook's answer to a migration's question: rounds as V / B, the pages dirtied in each from a formula, no
 * windows, no bursts, no zero pages. It stands beside the simulation to show what it misses.
 * The formulas are in memory/analysis.
 */
import { exp } from '../../base/exact-math.ts';
import { BYTES_PER_MIB, type Bytes, type Millis, type Pages } from '../../base/units.ts';
import { type DirtyCurve, uniformDirtying } from '../memory/analysis/dirty-curve.ts';
import { forecastRounds } from '../memory/analysis/round-forecast.ts';
import { zipfCumulative } from '../memory/zipf-ranks.ts';
import type { SoloSpec } from './solo-spec.ts';

/** beyond this it goes round in circles */
const MOST_ROUNDS = 1000;

export interface Textbook {
  completed: boolean;
  totalTimeMs: Millis;
  downtimeMs: Millis;
  bytesSent: Bytes;
  liveRounds: number;
}

/** @returns null for workloads without a formula (traces, phases, matrix) */
export function textbookOf(spec: SoloSpec): Textbook | null {
  const dirtied = dirtyCurveOf(spec);
  if (dirtied === null) return null;
  const { vm, link, strategy } = spec;
  const wire = link.bandwidthBytesPerSecond * (1 - link.competingShare) * (1 - link.lossRate);
  const bytesPerSecond = Math.min(wire, strategy.maxBandwidthBytesPerSecond ?? wire);
  const forecast = forecastRounds(dirtied, {
    memoryPages: Math.floor((vm.memoryMiB * BYTES_PER_MIB) / vm.pageBytes),
    pagesPerSecond: bytesPerSecond / vm.pageBytes,
    stopBelowPages: (bytesPerSecond * strategy.stopRule.downtimeLimitMs) / 1000 / vm.pageBytes,
    maxRounds: MOST_ROUNDS,
  });
  const totalTimeMs = forecast.totalSeconds * 1000;
  const completed = forecast.stops && totalTimeMs <= spec.giveUpAfterMs;
  return {
    completed,
    totalTimeMs: completed ? totalTimeMs : spec.giveUpAfterMs,
    downtimeMs: completed ? forecast.lastCopy.seconds * 1000 : 0,
    bytesSent: completed ? forecast.totalPages * vm.pageBytes : (bytesPerSecond * spec.giveUpAfterMs) / 1000,
    liveRounds: forecast.rounds.length,
  };
}

/** U(t) of a workload that has one; hot and cold set add up. */
function dirtyCurveOf(spec: SoloSpec): DirtyCurve | null {
  const { workload, pageBytes } = spec.vm;
  const pagesOf = (mib: number): Pages => Math.floor((mib * BYTES_PER_MIB) / pageBytes);
  const hotPages = Math.max(1, pagesOf(workload.hotSetMiB));
  const coldPages = pagesOf(workload.coldSetMiB);
  const coldShare = coldPages > 0 ? workload.coldFraction : 0;
  const hot = hotCurveOf(spec, hotPages, workload.writesPerSecond * (1 - coldShare));
  if (hot === null) return null;
  const cold = uniformDirtying(coldPages, workload.writesPerSecond * coldShare);
  return (seconds) => hot(seconds) + cold(seconds);
}

function hotCurveOf(spec: SoloSpec, pages: Pages, rate: number): DirtyCurve | null {
  const { pattern, exponent, hotShare, hotFraction } = spec.vm.workload;
  switch (pattern) {
    case 'uniform':
      return uniformDirtying(pages, rate);
    case 'sequential':
      return (seconds) => Math.min(pages, rate * seconds);
    case 'hot-cold': {
      const hottest = Math.min(pages, Math.max(1, Math.floor(pages * hotShare)));
      const inner = uniformDirtying(hottest, rate * hotFraction);
      const outer = uniformDirtying(pages - hottest, rate * (1 - hotFraction));
      return (seconds) => inner(seconds) + outer(seconds);
    }
    case 'zipf': {
      const cumulative = zipfCumulative(pages, exponent);
      return (seconds) => {
        let sum = 0;
        let below = 0;
        for (const share of cumulative) {
          sum += 1 - exp(-(share - below) * rate * seconds);
          below = share;
        }
        return sum;
      };
    }
    default:
      return null;
  }
}
