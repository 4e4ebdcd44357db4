/** One moment of one or two migrations: small numbers, and the state of every page as what changed since the last one. */
import type { Millis } from '../../base/units.ts';

export { MOVE, MOVE_WIDTH } from '../../base/columns.ts';

export interface MoveMomentRequest {
  readonly generation: number;
  readonly moveKey: string;
  readonly atMs: Millis;
  /** the moment whose page states the page holds; null = none, so whole states are wanted */
  readonly have: Millis | null;
}

/** Of one side. A migration that is over stays as it ended. */
export interface SideMomentReply {
  /** one MOVE_STATE a page; null = `changedPages` tell the difference to the moment the page holds */
  readonly states: Uint8Array | null;
  readonly changedPages: Uint32Array;
  /** their states now, in the same order */
  readonly changedStates: Uint8Array;
  /** pages in each MOVE_STATE, exact */
  readonly counts: Int32Array;
  /** one row of MOVE_WIDTH: the last sample at or before the moment, with `ms` the moment itself */
  readonly values: Float64Array;
}

export interface MoveMomentReply {
  readonly generation: number;
  readonly moveKey: string;
  readonly atMs: Millis;
  /** A, then B if there is one */
  readonly sides: readonly SideMomentReply[];
}
