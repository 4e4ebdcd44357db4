/** Page contents and the newer workloads and predictors in single migrations. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictors } from '../../../src/engine/memory/predictor-registry.ts';
import { workloads } from '../../../src/engine/memory/workload-registry.ts';
import { migrateSolo } from '../../../src/engine/simulation/solo.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { defaultSolo, type SoloSpec, type SoloWorkload } from '../../../src/engine/simulation/solo-spec.ts';
import { mergeOver } from '../../../src/protocol/merge.ts';
import { library } from '../recorded.ts';
import type { Part } from './runs.ts';

const PAGE_ON_WIRE = 4096 + 8;
const ZERO_ON_WIRE = 9;
const PAGES = 4096;

/** 16 MiB and no ROM: 4096 pages. */
function specOf(part: Part<SoloSpec>): SoloSpec {
  const small: Part<SoloSpec> = {
    vm: { memoryMiB: 16, romKiB: 0, workload: { hotStartMiB: 2, hotSetMiB: 4 } },
    link: { bandwidthBytesPerSecond: 100e6 },
  };
  return mergeOver(mergeOver(defaultSolo, small), part) as SoloSpec;
}

test('zero pages go as a mark until they are written', () => {
  const bytes = (zeroShare: number, writesPerSecond: number): number =>
    migrateSolo(
      specOf({
        strategy: { kind: 'stop-and-copy' },
        vm: { contents: { zeroShare }, workload: { writesPerSecond } },
      }),
      library,
    ).bytesSent;
  expect(bytes(1, 0)).toBe(PAGES * ZERO_ON_WIRE);
  expect(bytes(0, 0)).toBe(PAGES * PAGE_ON_WIRE);
  const half = bytes(0.5, 0) / (PAGES * PAGE_ON_WIRE);
  expect(Math.abs(half - 0.5)).toBeLessThan(0.03);
  expect(bytes(1, 50_000)).toBeGreaterThan(bytes(1, 0));
});

test('shares above 1 together are refused', () => {
  expect(soloProblem(specOf({ vm: { contents: { zeroShare: 0.75, similarShare: 0.5 } } }))).toBe(
    'vm.contents.similarShare is 0.5; it must lie between 0 and 0.25.',
  );
});

test('every workload under every predictor arrives whole and alike each time', () => {
  const patterns = workloads.map(
    ({ kind }) => (kind === 'traces' ? 'trace' : kind) as SoloWorkload['pattern'],
  );
  const kinds = predictors.map(({ kind }) => kind);
  const draws = [
    fc.constantFrom(...patterns),
    fc.constantFrom(...kinds),
    fc.constantFrom('round-1' as const, 'until-stop' as const),
    fc.nat(1000),
  ] as const;
  fc.assert(
    fc.property(...draws, (pattern, predictor, hold, seed) => {
      const spec = specOf({
        seed,
        vm: { workload: { pattern, file: 'x', writesPerSecond: 8000, phaseReferences: 700 } },
        strategy: { kind: 'working-set-pre-copy', predictor, hold, workingSetPages: 200, warmUpMs: 300 },
      });
      expect(soloProblem(spec)).toBeNull();
      // a lost write would be thrown
      const result = migrateSolo(spec, library);
      expect(result.outcome).toBe('completed');
      expect(result.heldPages).toBeLessThanOrEqual(200);
      expect(result.heldPages > 0).toBe(predictor !== 'none');
      expect(migrateSolo(spec, library)).toEqual(result);
    }),
    { seed: 20_100_501, numRuns: 60 },
  );
});
