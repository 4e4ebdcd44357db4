/**
 * Why? The chain of causes of a thing, nearest first: ping ← queue ← batch ← round ← written page ← stop.
 * Only what has happened up to the moment looked at is told.
 */
import type { Series } from './series.ts';
import { pingedVm, type SimState } from './state.ts';
import type { Cause } from './why/cause.ts';
import { whyPhase, whyRound, whyStop } from './why/migration.ts';
import { whyPing } from './why/ping.ts';
import { whyRotation } from './why/rotation.ts';

export type { Cause } from './why/cause.ts';

export type WhyTarget =
  | { kind: 'ping'; index: number }
  | { kind: 'round'; migration: number; round: number }
  | { kind: 'stop'; migration: number }
  | { kind: 'rotation'; index: number }
  | { kind: 'phase'; index: number }
  | { kind: 'now' };

/** @param sim the state at the moment looked at @param series may reach further; later rows are not used */
export function explain(sim: SimState, series: Series, target: WhyTarget): Cause[] {
  switch (target.kind) {
    case 'ping':
      return whyPing(sim, series, target.index);
    case 'round':
      return whyRound(sim, series, target.migration, target.round);
    case 'stop':
      return whyStop(sim, target.migration);
    case 'rotation':
      return whyRotation(series, target.index);
    case 'phase':
      return whyPhase(sim, series, target.index);
    case 'now':
      return whyNow(sim, series);
  }
}

function whyNow(sim: SimState, series: Series): Cause[] {
  const last = series.pings.rowsUntil(sim.nowUs) - 1;
  if (last >= 0 && (sim.jobs.length > 0 || Number.isNaN(series.pings.at(last, 1)))) {
    return whyPing(sim, series, last);
  }
  const phase = pingedVm(sim).phase;
  return phase >= 0 && sim.migrations.length > 0 ? whyPhase(sim, series, phase) : whyPing(sim, series, last);
}
