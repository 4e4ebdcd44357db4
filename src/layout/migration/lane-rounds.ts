/**
 * Rounds as far as they were shown. A round's list is all that was missing at the destination when it began:
 *
 *   list = sent (of which on demand) + skipped (dirty again before their turn) + held back + still to go
 *
 * and what was dirtied meanwhile is the next round's list.
 */
import { MOVE } from '../../base/columns.ts';
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { SoloRound } from '../../protocol/migration/model.ts';
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

/** Rounds that are over stay as they are: made once for a side, with what was sent before each. */
interface Book {
  readonly bars: readonly RoundBar[];
  readonly sentBefore: readonly Pages[];
  readonly bytesBefore: readonly Bytes[];
}

const books = new WeakMap<MoveSide, Book>();

function bookOf(side: MoveSide, track: Track): Book {
  const known = books.get(side);
  if (known !== undefined) return known;
  const sentBefore: Pages[] = [];
  const bytesBefore: Bytes[] = [];
  let sent = 0;
  let bytes = 0;
  for (const round of side.result.rounds) {
    sentBefore.push(sent);
    bytesBefore.push(bytes);
    sent += round.pagesSent;
    bytes += round.bytesSent;
  }
  const bars = side.result.rounds.map((_, i) =>
    barOf(side, track, i, Number.POSITIVE_INFINITY, { sent: 0, bytes: 0 }),
  );
  const book = { bars, sentBefore, bytesBefore };
  books.set(side, book);
  return book;
}

/** @returns the rounds that had begun by `untilMs`, the last one as far as it was by then */
export function roundBars(side: MoveSide, track: Track, untilMs: Millis): readonly RoundBar[] {
  const { bars, sentBefore, bytesBefore } = bookOf(side, track);
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bars[middle]?.endMs ?? 0) <= untilMs + DIGIT_MS) low = middle + 1;
    else high = middle;
  }
  if (low === bars.length) return bars;
  const next = bars[low];
  const out = bars.slice(0, low);
  if (next !== undefined && (next.startMs < untilMs || untilMs <= 0)) {
    const before = { sent: sentBefore[low] ?? 0, bytes: bytesBefore[low] ?? 0 };
    if (next.startMs <= untilMs) out.push(barOf(side, track, low, untilMs, before));
  }
  return out;
}

/** @param before what all rounds before it sent */
function barOf(
  side: MoveSide,
  track: Track,
  i: number,
  untilMs: Millis,
  before: { readonly sent: Pages; readonly bytes: Bytes },
): RoundBar {
  const { result, spec, suspendedMs } = side;
  const round = result.rounds[i] as SoloRound;
  const roundEnd = round.startMs + round.durationMs;
  const over = roundEnd <= untilMs + DIGIT_MS;
  const endMs = over ? roundEnd : untilMs;
  const at = (column: number) => levelAt(track, column, endMs + DIGIT_MS);
  const first = (column: number) => levelAt(track, column, round.startMs + DIGIT_MS);
  const live = suspendedMs === null || round.startMs < suspendedMs;
  const kind = live ? 'live' : result.postCopy === null ? 'last' : 'fetch';
  const sent = over ? round.pagesSent : Math.max(0, at(MOVE.pagesSent) - before.sent);
  const skipped = Math.max(0, at(MOVE.pagesSkipped) - first(MOVE.pagesSkipped));
  const begins = Math.round(first(MOVE.listedBytes) / spec.vm.pageBytes) || 0;
  // Held pages are on no list before they are let go; then they are to be sent like others.
  const apart = live && (i === 0 || spec.strategy.hold === 'until-stop');
  const held = apart ? Math.max(0, at(MOVE.heldPages)) || 0 : 0;
  const list = Math.max(begins, sent + skipped) + held;
  return {
    number: i + 1,
    kind,
    startMs: round.startMs,
    endMs,
    over,
    list,
    sent,
    demanded: kind === 'fetch' ? Math.min(sent, at(MOVE.requests)) : 0,
    skipped,
    held,
    toGo: Math.max(0, list - sent - skipped - held),
    dirtied: live ? (over ? round.pagesDirtied : at(MOVE.dirtyPages)) : 0,
    bytes: over ? round.bytesSent : Math.max(0, at(MOVE.bytesSent) - before.bytes),
    remaining: over ? round.remainingPages : at(MOVE.remainingPages),
  };
}
