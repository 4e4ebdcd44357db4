/** Whether a single migration can be run; one sentence names the first fault. */
import { predictors } from '../memory/predictor-registry.ts';
import { stopRules, strategies } from '../migration/strategy-registry.ts';
import { valueAt } from './parameters.ts';
import { soloParameters } from './solo-parameters.ts';
import type { SoloSpec } from './solo-spec.ts';

type Range = readonly [path: string, value: number | null, min: number, max: number, whole?: boolean];

export function soloProblem(spec: SoloSpec): string | null {
  const { vm, link, strategy } = spec;
  const { workload } = vm;
  // A trace brings its own pages, so the sets' sizes, which it does not use, need not fit.
  const room = workload.pattern === 'trace' ? 65_536 : vm.memoryMiB;
  // what depends on other settings, and what strategies share
  const ranges: readonly Range[] = [
    ['vm.nonZeroMiB', vm.nonZeroMiB, 0, vm.memoryMiB],
    ['vm.contents.similarShare', vm.contents.similarShare, 0, 1 - vm.contents.zeroShare],
    ['vm.workload.hotSetMiB', workload.hotSetMiB, 0, room],
    ['vm.workload.hotStartMiB', workload.hotStartMiB, 0, room],
    ['vm.workload.coldSetMiB', workload.coldSetMiB, 0, room],
    ['vm.workload.wordsPerWrite', workload.wordsPerWrite, 1, vm.pageBytes / 4],
    ['strategy.maxBandwidthBytesPerSecond', strategy.maxBandwidthBytesPerSecond, 1000, 1e12],
    ['strategy.windowMs', strategy.windowMs, 0.1, 10_000],
    ['strategy.stopRule.downtimeLimitMs', strategy.stopRule.downtimeLimitMs, 1, 60_000],
    ['strategy.workingSetPages', strategy.workingSetPages, 0, 16_777_216, true],
    ['strategy.cachePages', strategy.cachePages, 1, 16_777_216, true],
    ['strategy.lruK', strategy.lruK, 1, 8, true],
    ['strategy.correlatedReferences', strategy.correlatedReferences, 0, 65_535, true],
    ['strategy.fbrNewShare', strategy.fbrNewShare, 0, 1],
    ['strategy.fbrOldShare', strategy.fbrOldShare, 0, 1],
    ['strategy.lrfuLambda', strategy.lrfuLambda, 0, 1],
    ['strategy.throttleTriggerPercent', strategy.throttleTriggerPercent, 1, 100],
    ['strategy.throttleInitialPercent', strategy.throttleInitialPercent, 1, 99],
    ['strategy.throttleIncrementPercent', strategy.throttleIncrementPercent, 1, 99],
    ['strategy.throttleMaxPercent', strategy.throttleMaxPercent, 1, 99],
    ['strategy.xbzrleCacheMiB', strategy.xbzrleCacheMiB, 0.0625, 65_536],
    ['strategy.switchMs', strategy.switchMs, 0, 60_000],
    ['strategy.minBandwidthBytesPerSecond', strategy.minBandwidthBytesPerSecond, 1000, 1e12],
    ['strategy.bandwidthStepBytesPerSecond', strategy.bandwidthStepBytesPerSecond, 1000, 1e12],
    ['strategy.similarRatio', strategy.similarRatio, 0.01, 1],
    ['strategy.compressBytesPerSecond', strategy.compressBytesPerSecond, 1_000_000, 1e12],
    ['strategy.compressThreads', strategy.compressThreads, 1, 64, true],
    ['strategy.warmUpMs', strategy.warmUpMs, 0, 600_000],
  ];
  for (const range of [...fixedRanges(spec), ...ranges]) {
    const problem = rangeProblem(range);
    if (problem !== null) return problem;
  }
  return (
    outageProblem(link.outages) ??
    paceProblem(strategy.postcopyBandwidthBytesPerSecond) ??
    kindProblem('strategy.kind', strategy.kind, strategies) ??
    kindProblem('strategy.stopRule.kind', strategy.stopRule.kind, stopRules) ??
    kindProblem('strategy.predictor', strategy.predictor, predictors) ??
    (workload.pattern === 'trace' && workload.file === null
      ? 'vm.workload.pattern is "trace", but vm.workload.file names no trace; give the path of one.'
      : null)
  );
}

function fixedRanges(spec: SoloSpec): Range[] {
  return soloParameters.flatMap(({ path, kind, min = 0, max = Number.POSITIVE_INFINITY, step }) => {
    const value = valueAt(spec, path);
    return kind === 'number' && typeof value === 'number' ? [[path, value, min, max, step === 1]] : [];
  });
}

/** Spans must have a length and come one after the other, or nobody knows when the link is back. */
function outageProblem(outages: SoloSpec['link']['outages']): string | null {
  let end = 0;
  for (const [i, { fromMs, toMs }] of outages.entries()) {
    const place = `link.outages[${i}]`;
    if (!(fromMs >= 0 && toMs > fromMs && toMs <= 86_400_000)) {
      return `${place} lasts from ${fromMs} to ${toMs} ms; give a beginning from 0 and a later end up to 86400000.`;
    }
    if (fromMs < end)
      return `${place} begins at ${fromMs} ms, before the one ahead of it ends; put them in order.`;
    end = toMs;
  }
  return null;
}

/** 0 stands for "as fast as the wire". */
function paceProblem(pace: number | null): string | null {
  if (pace === null || pace === 0 || (pace >= 1000 && pace <= 1e12)) return null;
  return `strategy.postcopyBandwidthBytesPerSecond is ${pace}; give 0 for no limit, or 1000 to 1000000000000.`;
}

function rangeProblem([path, value, min, max, whole]: Range): string | null {
  if (value === null) return null;
  if (!(value >= min && value <= max)) return `${path} is ${value}; it must lie between ${min} and ${max}.`;
  if (whole === true && !Number.isInteger(value)) return `${path} is ${value}; give a whole number.`;
  return null;
}

function kindProblem(path: string, kind: string, known: readonly { kind: string }[]): string | null {
  if (known.some((entry) => entry.kind === kind)) return null;
  return `${path} is "${kind}"; use one of ${known.map((entry) => entry.kind).join(', ')}.`;
}
