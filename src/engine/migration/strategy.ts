/**
 * What one migration strategy decides. A strategy has no state and no clock: it is asked at the few moments that
 * matter, and the transfer (transfer.ts) and its driver do the rest.
 */
import type { RegistryEntry } from '../../base/parameter.ts';
import type { Bytes, Pages } from '../../base/units.ts';

/** The round that has just ended, as a stop rule sees it. */
export interface RoundView {
  readonly round: number;
  readonly sent: Pages;
  readonly skipped: Pages;
  /** pages sent in the round before, 0 before round 2 */
  readonly previousSent: Pages;
  readonly totalSent: Pages;
  readonly memoryPages: Pages;
  /** pages the round began with, and pages the next one would begin with */
  readonly listed: Pages;
  readonly left: Pages;
  readonly pageBytes: Bytes;
  /** the pace was as high as it gets */
  readonly atTopRate: boolean;
}

/** Why a live phase ends: the clause of the rule and its operands, for the explanation. */
export interface StopReason {
  readonly rule: string;
  readonly operands: Readonly<Record<string, number>>;
}

export interface StopRule extends RegistryEntry {
  /** full: asked when a round's list is empty; by-threshold: the dirty log is read when little enough is pending */
  readonly rounds: 'full' | 'by-threshold';
  /** pages below which it stops, for the picture; null where it has no such bound */
  readonly stopBelowPages: Pages | null;
  /** the same in bytes, where the rule counts those */
  readonly stopBelowBytes?: Bytes;
  /** its rule, a line an entry, indented by two spaces a level */
  readonly pseudocode: readonly string[];
  /** @returns null to go on with another round */
  check(view: RoundView): StopReason | null;
}

export interface Strategy extends RegistryEntry {
  /** a working set is predicted before round 1 and held back from it */
  readonly predicts: boolean;
  /** the VM is paused before the first page leaves */
  readonly suspendsFirst: boolean;
  /** the VM goes on at the destination before all of its pages are there */
  readonly resumesEarly: boolean;
  /** each round has a pace of its own */
  readonly adaptsRate: boolean;
  /** pages go through a codec where that pays */
  readonly compresses: boolean;
  /** the failover simulation can drive it as well, not only a single migration */
  readonly inCluster: boolean;
  /** its rule, a line an entry, indented by two spaces a level */
  readonly pseudocode: readonly string[];
}
