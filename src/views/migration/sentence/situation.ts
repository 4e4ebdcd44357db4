/** What one side is doing at a moment, as a sentence's code and the texts of its slots. Nothing later plays a part. */
import { MOVE, MOVE_PHASE, MOVE_STATE } from '../../../base/columns.ts';
import type { Millis } from '../../../base/units.ts';
import { counterAt, levelAt, type Track } from '../../../layout/migration/lane-track.ts';
import type { MoveSide, StrategyEntry } from '../../../protocol/migration/requests.ts';
import type { SideMoment } from '../../../store/migration/types.ts';
import { formatCount, formatMB, formatMiB, formatNumber, formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { lastTurn, roundRates } from '../round-rates.ts';
import { switchesOver } from '../shown.ts';
import { spanText } from '../span-text.ts';
import { REASONS, type SentenceCode, SOME_REASON, WORDS } from './words.ts';

export interface Situation {
  readonly code: SentenceCode;
  readonly slots: Readonly<Record<string, string>>;
}

export interface Told {
  readonly side: MoveSide;
  readonly track: Track;
  readonly moment: Pick<SideMoment, 'values' | 'counts'>;
  readonly atMs: Millis;
  readonly entry: StrategyEntry | undefined;
  /** name of the side's predictor */
  readonly predictor: string;
}

/** waits count as "just now" when the guest did nothing else for so long */
const NOW_MS: Millis = 0.5;
/** slots that are words; in all others a number stays with its unit */
const WORDY = new Set(['told', 'reason', 'predictor', 'failure']);
const UNBROKEN = '\u00a0';
const OPERAND_BYTES = new Set(['pending', 'threshold', 'remaining', 'gained']);

export function situationOf(told: Told): Situation {
  const slots = Object.entries(slotsOf(told)).map(([name, text]): [string, string] => [
    name,
    WORDY.has(name) ? text : text.replaceAll(' ', UNBROKEN),
  ]);
  return { code: codeOf(told), slots: Object.fromEntries(slots) };
}

function codeOf(told: Told): SentenceCode {
  const { side, moment, atMs, entry } = told;
  const { values } = moment;
  const value = (column: number): number => values[column] ?? 0;
  const begins = atMs === 0 && side.endMs > 0;
  if (begins && entry?.suspendsFirst === true) return 'before-paused';
  if (begins) return side.heldPages === null ? 'before' : 'before-held';
  switch (value(MOVE.phase)) {
    case MOVE_PHASE.completed:
      return value(MOVE.stalledMs) > 0 ? 'completed-stalls' : 'completed';
    case MOVE_PHASE.aborted:
      return side.result.outcome === 'not-converged' ? 'not-converged' : 'aborted';
    case MOVE_PHASE.lost:
      return 'lost';
    case MOVE_PHASE.suspended:
      return pausedCode(told);
    case MOVE_PHASE.postCopy:
      if (value(MOVE.linkDown) > 0) return isWaiting(told) ? 'down-post-waits' : 'down-post';
      if (isWaiting(told)) return 'post-copy-waits';
      return bubbles(side) && value(MOVE.requests) > 0 ? 'post-copy-bubble' : 'post-copy';
  }
  if (value(MOVE.linkDown) > 0) return 'down-live';
  if (value(MOVE.round) === 0) return side.heldPages === null ? 'before' : 'before-held';
  return liveCode(told);
}

function liveCode({ side, track, moment: { values }, atMs }: Told): SentenceCode {
  const value = (column: number): number => values[column] ?? 0;
  const held = value(MOVE.heldPages);
  if (value(MOVE.throttlePercent) > 0) return 'throttled';
  if (value(MOVE.round) === 1) return held > 0 ? 'first-held' : 'first';
  if (held > 0 && value(MOVE.round) === 2 && side.spec.strategy.hold === 'round-1') return 'joining';
  const began = lastTurn(side, 'round', atMs);
  if (value(MOVE.remainingPages) > levelAt(track, MOVE.remainingPages, began)) return 'growing';
  return Number.isFinite(value(MOVE.thresholdBytes)) && value(MOVE.thresholdBytes) > 0
    ? 'later'
    : 'later-without-stop';
}

function pausedCode(told: Told): SentenceCode {
  const {
    moment: { values },
    entry,
  } = told;
  if ((values[MOVE.linkDown] ?? 0) > 0) return 'down-paused';
  if (switchesOver(told)) return 'switch-over';
  if ((values[MOVE.remainingPages] ?? 0) === 0) return 'acknowledge';
  return entry?.suspendsFirst === true ? 'whole-copy' : 'last-copy';
}

function slotsOf({ side, track, moment: { values, counts }, atMs, predictor }: Told): Situation['slots'] {
  const value = (column: number): number => values[column] ?? 0;
  const { spec, pages, suspendedMs, resumedMs, endMs } = side;
  const count = (state: number): number => counts[state] ?? 0;
  const paused =
    suspendedMs === null || atMs < suspendedMs ? 0 : Math.min(atMs, resumedMs ?? endMs) - suspendedMs;
  const ahead = resumedMs === null ? 0 : Math.max(0, atMs - resumedMs);
  const downSince = lastTurn(side, 'link-down', atMs);
  const { dirtied, taken } = roundRates(side, track, atMs);
  const phase = value(MOVE.phase);
  const down = value(MOVE.linkDown) > 0;
  return {
    pages: formatCount(pages),
    memory: formatMiB((pages * spec.vm.pageBytes) / 2 ** 20),
    writes: formatCount(spec.vm.workload.writesPerSecond),
    predictor,
    round: formatCount(value(MOVE.round)),
    there: formatCount(pages - value(MOVE.remainingPages)),
    written: formatCount(count(MOVE_STATE.writtenAgain)),
    held: formatCount(value(MOVE.heldPages)),
    missing: formatCount(value(MOVE.remainingPages)),
    missingBytes: formatMB(value(MOVE.remainingBytes), 1),
    left: formatMB(value(MOVE.listedBytes), 1),
    stop: formatMB(value(MOVE.thresholdBytes), 1),
    dirtied: formatCount(dirtied),
    taken: formatCount(taken),
    speed: formatPercent(100 - value(MOVE.throttlePercent)),
    since: spanText(down ? atMs - downSince : ahead),
    paused: spanText(paused),
    downtime: spanText(paused),
    stalled: spanText(value(MOVE.stalledMs)),
    faults: formatCount(value(MOVE.faults)),
    faultPages: value(MOVE.faults) === 1 ? WORDS.page : WORDS.pages,
    total: spanText(Math.min(atMs, endMs)),
    bytes: formatMB(value(MOVE.bytesSent), 1),
    sent: formatCount(value(MOVE.pagesSent)),
    failure: down && phase < MOVE_PHASE.completed ? WORDS.linkDown : failureOf(side, phase),
    reason: phase >= MOVE_PHASE.suspended ? reasonOf(side) : '',
    lostPages: phase === MOVE_PHASE.lost ? formatCount(side.result.lost?.pages ?? 0) : '',
    told: phase >= MOVE_PHASE.completed ? (side.result.lost?.sentence ?? '') : '',
  };
}

function failureOf(side: MoveSide, phase: number): string {
  if (phase === MOVE_PHASE.lost) return WORDS.vmLost;
  if (phase !== MOVE_PHASE.aborted) return '';
  return side.result.outcome === 'not-converged' ? WORDS.gaveUp : WORDS.destinationDied;
}

/** Why the rounds of a side ended; only for who has seen them end. */
function reasonOf({ result: { stopReason } }: MoveSide): string {
  const template = stopReason === null ? undefined : REASONS[stopReason.rule];
  if (stopReason === null || template === undefined) return SOME_REASON;
  const slots = Object.entries(stopReason.operands).map(([name, operand]): [string, string] => [
    name,
    OPERAND_BYTES.has(name) ? formatMB(operand, 1) : formatNumber(operand),
  ]);
  return plainText(template, Object.fromEntries(slots));
}

function isWaiting({ side, track, atMs }: Told): boolean {
  const from = Math.max(side.resumedMs ?? 0, atMs - NOW_MS);
  if (!(atMs > from)) return false;
  const waited = counterAt(track, MOVE.stalledMs, atMs) - counterAt(track, MOVE.stalledMs, from);
  return waited >= 0.95 * (atMs - from);
}

function bubbles({ spec: { strategy } }: MoveSide): boolean {
  return strategy.kind === 'post-copy' && strategy.prePaging === 'bubble';
}
