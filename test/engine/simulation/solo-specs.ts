/** Single migrations of every kind, small enough to be tried by the hundred. */
import fc from 'fast-check';
import { stopRules, strategies } from '../../../src/engine/migration/strategy-registry.ts';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { defaultSolo, type SoloSpec } from '../../../src/engine/simulation/solo-spec.ts';
import { mergeOver } from '../../../src/protocol/merge.ts';
import { library } from '../recorded.ts';
import type { Part } from './runs.ts';

export const PAGES = 4096;

/** 16 MiB and no ROM: 4096 pages, 168 ms on this wire. */
const small: Part<SoloSpec> = {
  vm: {
    memoryMiB: 16,
    romKiB: 0,
    workload: { hotStartMiB: 1, hotSetMiB: 4, file: 'the first recorded one' },
  },
  link: { bandwidthBytesPerSecond: 100e6 },
  giveUpAfterMs: 2000,
};

export function specOf(...parts: Part<SoloSpec>[]): SoloSpec {
  const spec = [small, ...parts].reduce<unknown>(mergeOver, defaultSolo) as SoloSpec;
  const problem = soloProblem(spec);
  if (problem !== null) throw new Error(problem);
  return spec;
}

export const migrate = (...parts: Part<SoloSpec>[]): SoloResult => migrateSolo(specOf(...parts), library);

const strategy = fc.record({
  kind: fc.constantFrom(...strategies.map(({ kind }) => kind)),
  maxBandwidthBytesPerSecond: fc.constantFrom(null, 30e6),
  minBandwidthBytesPerSecond: fc.constantFrom(5e6),
  windowMs: fc.constantFrom(5, 100),
  stopRule: fc.record({
    kind: fc.constantFrom(...stopRules.map(({ kind }) => kind)),
    downtimeLimitMs: fc.constantFrom(1, 50),
  }),
  autoConverge: fc.boolean(),
  xbzrleCacheMiB: fc.constantFrom(null, 0.5, 16),
  postcopyBandwidthBytesPerSecond: fc.constantFrom(null, 0, 20e6),
  prePaging: fc.constantFrom('bubble' as const, 'forward' as const),
  selfBallooning: fc.boolean(),
  hold: fc.constantFrom('round-1' as const, 'until-stop' as const),
  predictor: fc.constantFrom('none', 'lru'),
  workingSetPages: fc.constantFrom(0, 300),
  warmUpMs: fc.constantFrom(0, 50),
  compressBytesPerSecond: fc.constantFrom(50e6, 500e6),
});

const link = fc.record({
  lossRate: fc.constantFrom(0, 0.2),
  latencyMs: fc.constantFrom(0, 3),
  jitterMs: fc.constantFrom(0, 2),
  competingShare: fc.constantFrom(0, 0.4),
  outages: fc.constantFrom(
    [],
    [{ fromMs: 40, toMs: 150 }],
    [
      { fromMs: 0, toMs: 10 },
      { fromMs: 90, toMs: 91 },
      { fromMs: 91, toMs: 300 },
    ],
  ),
});

const workload = fc.record({
  pattern: fc.constantFrom(
    'uniform' as const,
    'zipf' as const,
    'hot-cold' as const,
    'sequential' as const,
    'phases' as const,
    'matrix' as const,
    'trace' as const,
  ),
  writesPerSecond: fc.constantFrom(0, 3000, 100_000),
  coldSetMiB: fc.constantFrom(0, 2),
  coldFraction: fc.constantFrom(0, 0.2),
  tickMs: fc.constantFrom(0.5, 1, 7),
  wordsPerWrite: fc.constantFrom(1, 16, 1024),
});

/** parts of a spec: every strategy, workload, link and death */
export const specs = fc.record({
  seed: fc.nat(1000),
  vm: fc.record({
    nonZeroMiB: fc.constantFrom(null, 3),
    contents: fc.constantFrom({ zeroShare: 0, similarShare: 0 }, { zeroShare: 0.2, similarShare: 0.5 }),
    workload,
  }),
  link,
  faults: fc.record({
    destinationDiesAtMs: fc.constantFrom(null, null, 20, 120, 400),
    sourceDiesAtMs: fc.constantFrom(null, null, 30, 130, 420),
  }),
  strategy,
});
