/**
 * STONITH: before anybody takes over what a silent node ran, that node is switched off for sure.
 *
 *   aimed ── delay ──► shot ── succeeded ──► off: the takeover may begin
 *     ▲                  └──── failed ──► retry delay ─┐
 *     └────────────────────────────────────────────────┘
 *
 * A node that is itself shot, or stopped, meanwhile does not fire any more. Plain data.
 */

import type { Micros } from '../../base/units.ts';

/** a failed shot is retried after so long */
export const SHOT_RETRY_US: Micros = 5_000_000;

export interface Shot {
  readonly by: number;
  readonly target: number;
  /** 1 for the first */
  attempt: number;
  dueUs: Micros;
}
