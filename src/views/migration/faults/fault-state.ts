/** What can be hurt at the moment on screen. */
import type { Millis } from '../../../base/units.ts';
import type { SoloSpec } from '../../../protocol/migration/model.ts';
import type { MigrationState } from '../../../store/migration/types.ts';

export interface FaultState {
  /** an outage holds the link up at this moment */
  readonly broken: boolean;
  /** no side is under way any more at this moment */
  readonly over: boolean;
  readonly sourceDead: boolean;
  readonly destinationDead: boolean;
}

export function faultStateOf({ lab, opened, atMs, endMs }: MigrationState): FaultState | null {
  if (lab === null || opened === null) return null;
  const { link, faults } = lab.spec;
  return {
    broken: brokenAt(link.outages, atMs),
    over: atMs >= endMs,
    sourceDead: deadAt(faults.sourceDiesAtMs, atMs),
    destinationDead: deadAt(faults.destinationDiesAtMs, atMs),
  };
}

function brokenAt(outages: SoloSpec['link']['outages'], ms: Millis): boolean {
  return outages.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
}

function deadAt(diesAtMs: Millis | null, ms: Millis): boolean {
  return diesAtMs !== null && diesAtMs <= ms;
}

export function sameFaultState(a: FaultState | null, b: FaultState | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.broken === b.broken &&
    a.over === b.over &&
    a.sourceDead === b.sourceDead &&
    a.destinationDead === b.destinationDead
  );
}
