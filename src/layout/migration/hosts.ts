/** Where the VM is at a moment, how it fares, and what has become of the hosts and the link. */
import { MOVE, MOVE_PHASE } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';
import { rateBefore } from './link-load.ts';

export type HostSide = 'source' | 'destination';

export interface HostsPicture {
  /** null: it is lost */
  readonly vmAt: HostSide | null;
  readonly vm: 'running' | 'throttled' | 'paused' | 'waiting' | 'lost';
  /** throttled: how much of its CPU is taken; waiting: share of the last 100 ms in which it waited for pages */
  readonly percent: number;
  /** what stands on the other host */
  readonly other: 'receives' | 'sends' | 'freed' | 'gave-up' | 'none';
  readonly dead: HostSide | null;
  readonly diedMs: Millis;
  /** since when an outage holds the link; null = it is up */
  readonly downSinceMs: Millis | null;
}

const LAST_PHASE = {
  completed: MOVE_PHASE.completed,
  'not-converged': MOVE_PHASE.aborted,
  aborted: MOVE_PHASE.aborted,
  'vm-lost': MOVE_PHASE.lost,
} as const;

export const LOAD_SPAN_MS: Millis = 100;
/** below it a wait is the odd page, not how the guest fares */
const WAITS_FROM_PERCENT = 0.5;

export function hostsPicture(side: MoveSide, values: Float64Array): HostsPicture {
  const ms = Math.min(values[MOVE.ms] ?? 0, side.endMs);
  const phase = ms >= side.endMs ? LAST_PHASE[side.result.outcome] : (values[MOVE.phase] ?? 0);
  const over = phase === MOVE_PHASE.aborted || phase === MOVE_PHASE.lost || phase === MOVE_PHASE.completed;
  const loss = over ? side.result.lost : null;
  const diedMs =
    loss === null
      ? 0
      : ((loss.side === 'source' ? side.spec.faults.sourceDiesAtMs : side.spec.faults.destinationDiesAtMs) ??
        side.endMs);
  const outage = side.spec.link.outages.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
  return {
    ...whereabouts(side, values, ms, phase),
    dead: loss?.side ?? null,
    diedMs,
    downSinceMs: outage !== undefined && !over ? outage.fromMs : null,
  };
}

function whereabouts(
  side: MoveSide,
  values: Float64Array,
  ms: Millis,
  phase: number,
): Pick<HostsPicture, 'vmAt' | 'vm' | 'percent' | 'other'> {
  const still = { percent: 0 };
  switch (phase) {
    case MOVE_PHASE.suspended:
      return { ...still, vmAt: 'source', vm: 'paused', other: 'receives' };
    case MOVE_PHASE.postCopy: {
      const { perSecond } = rateBefore(side.series, side.rows, MOVE.stalledMs, ms, LOAD_SPAN_MS);
      const percent = Math.min(100, perSecond / 10);
      const vm = percent >= WAITS_FROM_PERCENT ? 'waiting' : 'running';
      return { vmAt: 'destination', vm, percent, other: 'sends' };
    }
    case MOVE_PHASE.completed:
      return { ...still, vmAt: 'destination', vm: 'running', other: 'freed' };
    case MOVE_PHASE.aborted:
      return { ...still, vmAt: 'source', vm: 'running', other: 'gave-up' };
    case MOVE_PHASE.lost:
      return { ...still, vmAt: null, vm: 'lost', other: 'none' };
    default: {
      const percent = values[MOVE.throttlePercent] ?? 0;
      const vm = percent > 0 ? 'throttled' : 'running';
      return { vmAt: 'source', vm, percent, other: 'receives' };
    }
  }
}
