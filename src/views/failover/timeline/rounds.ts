/** Rows of the rounds table at the moment shown. The running round's numbers come from the frame, the rest from history. */
import { PAGE_EVENT } from '../../../base/columns.ts';
import { MICROS_PER_MILLI } from '../../../base/units.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import type { History, MigrationRecord, RoundRecord } from '../../../protocol/model.ts';
import type { PageHistory } from '../../../protocol/requests.ts';
import { currentHistory } from '../../../store/select.ts';
import type { AppState } from '../../../store/types.ts';

export interface RoundRow {
  round: number;
  final: boolean;
  running: boolean;
  startUs: number;
  toSend: number;
  sent: number;
  skipped: number;
  written: number;
  bytes: number;
  ms: number;
  stop: RoundRecord['stop'];
  aborted: boolean;
  /** what happened to the picked page in this round */
  pageSent: boolean;
  pageWritten: boolean;
}

export interface MigrationRows {
  id: number;
  vm: number;
  vmName: string;
  from: number;
  to: number;
  outcome: MigrationRecord['outcome'];
  rows: RoundRow[];
  totalMs: number;
  downtimeMs: number;
  bytes: number;
}

export function roundTables(state: AppState): MigrationRows[] {
  const history = currentHistory(state);
  if (history === null) return [];
  return history.migrations.filter((m) => m.rounds.length > 0).map((m) => tableOf(m, history, state));
}

function tableOf(move: MigrationRecord, history: History, state: AppState): MigrationRows {
  const now = state.frame?.scalars[SCALAR.timeUs] ?? state.atUs;
  const rows = move.rounds.map((round) => rowOf(round, move, state, now));
  const end = move.endUs ?? now;
  return {
    id: move.id,
    vm: move.vm,
    vmName: history.vms.find((vm) => vm.id === move.vm)?.name ?? '',
    from: move.from,
    to: move.to,
    outcome: move.outcome,
    rows,
    totalMs: move.startUs === null ? Number.NaN : (end - move.startUs) / MICROS_PER_MILLI,
    downtimeMs: move.suspendUs === null ? Number.NaN : (end - move.suspendUs) / MICROS_PER_MILLI,
    bytes: rows.reduce((sum, row) => sum + row.bytes, 0),
  };
}

function rowOf(round: RoundRecord, move: MigrationRecord, state: AppState, now: number): RoundRow {
  const running = round.endUs === null && move.outcome === 'running';
  const scalars = state.frame?.scalars;
  const live = running && scalars?.[SCALAR.focusVm] === move.vm ? scalars : null;
  const value = (index: number, recorded: number) => {
    const number = live?.[index] ?? Number.NaN;
    return Number.isFinite(number) ? number : recorded;
  };
  const earlier = move.rounds.reduce((sum, r) => (r === round ? sum : sum + r.bytesSent), 0);
  const marks = marksOf(state.selection.pageHistory, move, round);
  return {
    round: round.round,
    final: round.final,
    running,
    startUs: round.startUs,
    toSend: value(SCALAR.roundToSend, round.pagesToSend),
    sent: value(SCALAR.roundSent, round.pagesSent),
    skipped: value(SCALAR.roundSkipped, round.pagesSkipped),
    written: round.final ? Number.NaN : value(SCALAR.roundDirtied, round.pagesDirtied),
    bytes: live === null ? round.bytesSent : Math.max(round.bytesSent, value(SCALAR.bytesSent, 0) - earlier),
    ms: ((round.endUs ?? now) - round.startUs) / MICROS_PER_MILLI,
    stop: round.stop,
    aborted: move.outcome === 'aborted' && round === move.rounds.at(-1),
    ...marks,
  };
}

function marksOf(page: PageHistory | null, move: MigrationRecord, round: RoundRecord) {
  const within = (page?.vm === move.vm ? page.rows : []).filter(
    (row) =>
      row.round === round.round &&
      row.atUs >= round.startUs &&
      (round.endUs === null || row.atUs <= round.endUs),
  );
  return {
    pageSent: within.some((row) => row.kind === PAGE_EVENT.sent),
    pageWritten: within.some((row) => row.kind === PAGE_EVENT.written),
  };
}
