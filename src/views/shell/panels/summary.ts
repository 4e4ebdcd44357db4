/** The figures of a finished run, by the definitions the papers' values are compared with. */
import { MICROS_PER_MILLI } from '../../../base/units.ts';
import { pingMean } from '../../../layout/ping-mean.ts';
import type { History, MigrationRecord, Phase, Run } from '../../../protocol/model.ts';
import { leadVm } from '../../../store/turns.ts';
import type { SeriesColumns } from '../../../store/types.ts';
import { type Outage, outageOf } from '../../shared/outage.ts';
import {
  PAPER_AFTER_MS,
  PAPER_BEFORE_MS,
  PAPER_DURING_MS,
  PAPER_RECOVERED_MS,
} from '../../shared/paper-values.ts';

const JUST_AFTER_US = 100 * MICROS_PER_MILLI;
const RECOVERED_PINGS = 100;

export interface RoundTrip {
  name: 'before' | 'during' | 'after' | 'recovered';
  meanMs: number;
  lost: number;
  paperMs: number | null;
}

export interface Summary {
  vm: string;
  phases: { name: Phase['name']; ms: number }[];
  move: MigrationRecord | null;
  totalMs: number;
  downtimeMs: number;
  lost: number;
  roundTrips: RoundTrip[];
  /** null where nothing but controlled stops was commanded */
  outage: Outage | null;
}

export function summaryOf(run: Run, history: History, pings: SeriesColumns, endUs: number): Summary {
  const lead = leadVm(history, run.scenario.pingedVm);
  const vm = history.vms.find(({ id }) => id === lead)?.name ?? run.scenario.pingedVm;
  const phases = history.phases
    .filter((phase) => phase.vm === lead)
    .map(({ name, startUs, endUs: until }) => ({
      name,
      ms: ((until ?? endUs) - startUs) / MICROS_PER_MILLI,
    }));
  const move =
    history.migrations.findLast((record) => record.vm === lead && record.outcome === 'completed') ?? null;
  const span = (fromUs: number | null | undefined) =>
    move?.endUs == null || fromUs == null ? Number.NaN : (move.endUs - fromUs) / MICROS_PER_MILLI;
  return {
    vm,
    phases,
    move,
    totalMs: span(move?.startUs),
    downtimeMs: span(move?.suspendUs),
    lost: pingMean(pings, 0, endUs).lost,
    outage: outageOf(run, history, pings, endUs),
    roundTrips: vm === run.scenario.pingedVm ? roundTrips(run, move, pings, endUs) : [],
  };
}

/** During: sent from the first page of round 1 to suspend. Just after: in the first 100 ms after activation. */
function roundTrips(
  run: Run,
  move: MigrationRecord | null,
  pings: SeriesColumns,
  endUs: number,
): RoundTrip[] {
  const { durationMs, failover, network } = run.scenario;
  const stopUs = (run.commands[0]?.atMs ?? durationMs) * MICROS_PER_MILLI;
  const spans: [RoundTrip['name'], number, number, number | null][] = [
    ['before', 0, stopUs, PAPER_BEFORE_MS],
  ];
  if (move?.startUs != null && move.suspendUs !== null && move.endUs !== null) {
    spans.push(
      ['during', move.startUs, move.suspendUs, PAPER_DURING_MS[failover]],
      ['after', move.endUs, move.endUs + JUST_AFTER_US, PAPER_AFTER_MS],
    );
  }
  // The last 100 pings of the run as long as the scenario says, or as long as it went on.
  const lastUs = Math.max(durationMs * MICROS_PER_MILLI, move?.endUs ?? 0);
  const untilUs = stopUs < lastUs ? Math.min(lastUs, endUs) : endUs;
  spans.push([
    'recovered',
    untilUs - RECOVERED_PINGS * network.pingIntervalMs * MICROS_PER_MILLI,
    untilUs,
    PAPER_RECOVERED_MS,
  ]);
  return spans.map(([name, fromUs, toUs, paperMs]) => {
    const { meanMs, lost } = pingMean(pings, fromUs, toUs);
    return { name, meanMs, lost, paperMs };
  });
}
