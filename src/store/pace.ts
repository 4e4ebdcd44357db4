/**
 * Auto-pace: simulated seconds per wall second, so that what is interesting fills the time it needs (60 ms of
 * downtime fill seconds) and steady state shrinks. The strip's human axis uses the same numbers for its widths.
 */
import type { Micros } from '../base/units.ts';
import { MICROS_PER_SECOND } from '../base/units.ts';
import type { PhaseName } from '../protocol/model.ts';

export interface PaceContext {
  /** how long the phase has lasted */
  sinceUs?: Micros;
  /** the phase is that of a VM that moves after the one the story is about */
  follows?: boolean;
  /** is a stop of a node already scripted for later, issued, or neither? */
  stop?: 'none' | 'ahead' | 'issued';
}

export function paceOf(phase: PhaseName, context: PaceContext = {}): number {
  const { sinceUs = 0, follows = false, stop = 'none' } = context;
  if (follows) return 1;
  switch (phase) {
    case 'steady':
      return stop === 'ahead' ? 4 : 1;
    case 'stop-notice':
    case 'reserve':
    case 'predict':
      return 1 / 40;
    case 'round-1':
      return 1 / 2.5;
    case 'round-2':
      return 1 / 20;
    case 'stop-and-copy':
      return 1 / 60;
    case 'activate':
      return 1 / 30;
    case 'recover':
      return sinceUs < MICROS_PER_SECOND ? 1 / 2 : 3;
    case 'waiting':
      return 1;
    case 'shutdown':
    case 'boot':
      return 4;
    default:
      return 1 / 40;
  }
}
