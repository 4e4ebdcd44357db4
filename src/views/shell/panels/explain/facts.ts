/** What the panel reads from the store: the run on screen, as far as it was reached. */
import { pingSpans } from '../../../../layout/explain/ping-spans.ts';
import { type QueueSums, queueSums } from '../../../../layout/explain/queue-sums.ts';
import { lastPingAt } from '../../../../layout/ping-mean.ts';
import { SCALAR } from '../../../../protocol/frame.ts';
import type { History, MigrationRecord, Run } from '../../../../protocol/model.ts';
import { activeBranch } from '../../../../store/select.ts';
import type { AppState, BranchRecord } from '../../../../store/types.ts';

export interface Facts {
  readonly run: Run;
  readonly history: History;
  readonly series: BranchRecord['series'];
  readonly atUs: number;
  readonly reachedUs: number;
  /** the pinged VM's last move that sent a page, or null */
  readonly move: MigrationRecord | null;
  readonly sums: QueueSums;
  /** a batch is leaving at the moment on screen */
  readonly streamOn: boolean;
  /** in the source's port at the moment on screen, whoever's they are */
  readonly standingBytes: number;
  /** row of the ping explained; −1 before the first */
  readonly ping: number;
}

/** Changes whenever the panel must be drawn anew. */
export function lookOf(state: AppState): string {
  const branch = activeBranch(state);
  return [
    state.activeKey,
    state.ghostKey,
    Math.round(state.playback.reachedUs / 1e5),
    Math.round(state.atUs / 1e4),
    state.selection.ping,
    branch?.farHistory?.revision,
    state.frame?.runKey,
  ].join('|');
}

export function factsOf(state: AppState): Facts | null {
  const branch = activeBranch(state);
  const history = branch?.farHistory ?? branch?.history;
  if (!branch || !history || state.frame?.runKey !== branch.key) return null;
  const { run, series } = branch;
  const { reachedUs } = branch;
  const { scalars } = state.frame;
  const paceMbps = ((scalars[SCALAR.paceBytesPerSecond] ?? Number.NaN) * 8) / 1e6;
  const { network, migration } = run.scenario;
  const move = moveOf(run, history);
  const last = lastPingAt(series.pings, Math.min(state.atUs, reachedUs));
  const picked = state.selection.ping;
  return {
    run,
    history,
    series,
    atUs: state.atUs,
    reachedUs,
    move,
    sums: queueSums(network, Number.isFinite(paceMbps) ? paceMbps : migration.rateMbps),
    streamOn: scalars[SCALAR.streamOn] === 1,
    standingBytes: scalars[SCALAR.queueBytes] ?? 0,
    ping: picked !== null && picked >= 0 && picked < series.pings.rows ? picked : last,
  };
}

export function moveOf(run: Run, history: History): MigrationRecord | null {
  const vm = run.scenario.guests.findIndex(({ name }) => name === run.scenario.pingedVm);
  return history.migrations.findLast((record) => record.vm === vm && record.startUs !== null) ?? null;
}

/** Spans of one run by their names, as far as reached. */
export function spansOf({ run, move, reachedUs }: Pick<Facts, 'run' | 'move' | 'reachedUs'>) {
  const { durationMs, network } = run.scenario;
  const first = (run.commands[0]?.atMs ?? Number.POSITIVE_INFINITY) * 1000;
  return pingSpans({
    firstUs: first <= reachedUs ? first : null,
    move,
    durationMs,
    pingIntervalMs: network.pingIntervalMs,
    reachedUs,
  });
}
