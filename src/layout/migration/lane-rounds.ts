/**
 * Rounds as far as they were shown. A round's list is all that was missing at the destination when it began:
 *
 *   list = sent (of which on demand) + skipped (dirty again before their turn) + held back + still to go
 *
 * and what was dirtied meanwhile is the next round's list.
 */
import { MOVE } from '../../base/columns.ts';
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';
import { levelAt, type Track } from './lane-track.ts';

export interface RoundBar {
  /** 1, 2, … */
  readonly number: number;
  /** live: the guest runs at the source; last: it is paused; fetch: it runs at the destination */
  readonly kind: 'live' | 'last' | 'fetch';
  readonly startMs: Millis;
  /** so far, where it is not over */
  readonly endMs: Millis;
  readonly over: boolean;
  readonly list: Pages;
  readonly sent: Pages;
  /** among those sent */
  readonly demanded: Pages;
  readonly skipped: Pages;
  readonly held: Pages;
  readonly toGo: Pages;
  readonly dirtied: Pages;
  readonly bytes: Bytes;
  /** missing at the destination as the round ends, or now */
  readonly remaining: Pages;
}

/** Rounds are told in whole microseconds: their rows lie at most so far behind. */
const DIGIT_MS: Millis = 0.0006;

/** @returns the rounds that had begun by `untilMs`, the last one as far as it was by then */
export function roundBars(side: MoveSide, track: Track, untilMs: Millis): RoundBar[] {
  const { result, suspendedMs } = side;
  const out: RoundBar[] = [];
  let sentBefore = 0;
  let bytesBefore = 0;
  for (const [i, round] of result.rounds.entries()) {
    if (round.startMs > untilMs || (round.startMs === untilMs && untilMs > 0)) break;
    const roundEnd = round.startMs + round.durationMs;
    const over = roundEnd <= untilMs + DIGIT_MS;
    const endMs = over ? roundEnd : untilMs;
    const at = (column: number) => levelAt(track, column, endMs + DIGIT_MS);
    const before = (column: number) => levelAt(track, column, round.startMs + DIGIT_MS);
    const live = suspendedMs === null || round.startMs < suspendedMs;
    const kind = live ? 'live' : result.postCopy === null ? 'last' : 'fetch';
    const sent = over ? round.pagesSent : Math.max(0, at(MOVE.pagesSent) - sentBefore);
    const demanded = kind === 'fetch' ? Math.min(sent, at(MOVE.requests)) : 0;
    const skipped = Math.max(0, at(MOVE.pagesSkipped) - before(MOVE.pagesSkipped));
    const kept = Math.max(0, at(MOVE.heldPages)) || 0;
    const begins = Math.round(before(MOVE.listedBytes) / side.spec.vm.pageBytes) || 0;
    // Held pages are on no list before they are let go; then they are to be sent like others.
    const held = live && (i === 0 || side.spec.strategy.hold === 'until-stop') ? kept : 0;
    const list = Math.max(begins, sent + skipped) + held;
    out.push({
      number: i + 1,
      kind,
      startMs: round.startMs,
      endMs,
      over,
      list,
      sent,
      demanded,
      skipped,
      held,
      toGo: Math.max(0, list - sent - skipped - held),
      dirtied: live ? (over ? round.pagesDirtied : at(MOVE.dirtyPages)) : 0,
      bytes: over ? round.bytesSent : Math.max(0, at(MOVE.bytesSent) - bytesBefore),
      remaining: over ? round.remainingPages : at(MOVE.remainingPages),
    });
    sentBefore += round.pagesSent;
    bytesBefore += round.bytesSent;
  }
  return out;
}
