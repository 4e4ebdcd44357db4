/** One migration, simulated in slices, and how far it is. */
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import { migrateSoloSteps } from '../../engine/simulation/solo.ts';
import type { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import type { SoloResult } from '../../engine/simulation/solo-result.ts';
import type { SoloSpec } from '../../engine/simulation/solo-spec.ts';

/** Nobody knows how long it takes before it is over: most take about so many passes over the memory. */
const PASSES = 1.6;
/** that share of the way is told evenly; then, ever more slowly, the rest */
const EVENLY = 0.8;

/**
 * Yields how far it is, 0–1.
 * @throws Error with one sentence where the memory cannot hold the workload or a kind is unknown
 */
export function* simulate(
  spec: SoloSpec,
  library: TraceLibrary,
  journal: SoloJournal | null,
): Generator<number, SoloResult, void> {
  const steps = migrateSoloSteps(spec, library, journal);
  const expectedMs = PASSES * passMs(spec);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield shareOf(value / expectedMs);
  }
}

/** @param part of the time expected, which may be exceeded @returns 0–1, growing */
export function shareOf(part: number): number {
  return part < EVENLY ? part : 1 - (EVENLY * (1 - EVENLY)) / part;
}

function passMs({ vm, link, strategy }: SoloSpec): number {
  const wire = link.bandwidthBytesPerSecond * (1 - link.competingShare) * (1 - link.lossRate);
  const pace = Math.min(wire, strategy.maxBandwidthBytesPerSecond ?? wire);
  return Math.max(1, (vm.memoryMiB * 1_048_576 * 1000) / pace);
}
