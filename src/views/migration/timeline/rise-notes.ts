/** Where what is left goes up, or does not go down: why, in words. */
import type { Millis } from '../../../base/units.ts';
import { type Rise, rises, type Standstill, standstills } from '../../../layout/migration/lane-rises.ts';
import { format } from '../../../protocol/texts.ts';
import type { DrawnSide } from './paint/scope.ts';
import { SIDES, WORDS } from './words.ts';

/** so many at most */
const MOST = 4;
/** A rise says more than a standstill as long as the run. */
const OF_A_RISE = 0.05;

function riseTexts(rise: Rise, switchesOver: boolean): string[] {
  const grown = rise.to - rise.from;
  const slots = { dirtied: Math.round(rise.dirtied), sent: Math.round(rise.sent), pages: Math.round(grown) };
  const short = format(WORDS.riseShort, slots);
  if (switchesOver) return [format(WORDS.riseFetch, slots), short];
  if (rise.down > 0.5) return [format(WORDS.riseDown, slots), short];
  const round = roundsText(rise);
  return [format(WORDS.riseRound, { ...slots, round }), format(WORDS.riseRoundShort, slots), short];
}

function standstillTexts(still: Standstill): string[] {
  const slots = {
    dirtied: Math.round(still.dirtied),
    sent: Math.round(still.sent),
    round: roundsText(still),
  };
  const more = still.dirtied > still.sent ? WORDS.riseRound : WORDS.still;
  return [format(more, slots), format(WORDS.stillShort, slots)];
}

function roundsText({ fromRound: from, toRound: to }: { fromRound: number; toRound: number }): string {
  return from === to ? format(WORDS.round, { number: from }) : format(WORDS.roundsFromTo, { from, to });
}

/** What is to be said of a span of the curve. */
export interface Note {
  readonly key: string;
  readonly fromMs: Millis;
  readonly toMs: Millis;
  /** where its end stands, 0–1 of the memory */
  readonly left: number;
  readonly texts: readonly string[];
  /** the larger, the sooner it is said */
  readonly weight: number;
}

/** @returns the heaviest first */
export function notesOf(sides: readonly DrawnSide[], reachedMs: Millis): Note[] {
  const found = sides.flatMap((side, i) => {
    const name = sides.length > 1 ? (SIDES[i] ?? '') : '';
    return heaviest(notesOfSide(side, i, reachedMs)).map((note) => ({
      ...note,
      texts: note.texts.map((text) => (name === '' ? text : format(WORDS.sideNote, { side: name, text }))),
    }));
  });
  return heaviest(found);
}

const heaviest = (notes: readonly Note[]) => notes.toSorted((a, b) => b.weight - a.weight).slice(0, MOST);

function notesOfSide(side: DrawnSide, i: number, reachedMs: Millis): Note[] {
  const { pages } = side.side;
  const risen = rises(side.track, pages, reachedMs);
  const notes: Note[] = risen.map((rise) => ({
    key: `u${i}-${Math.round(rise.fromMs * 1000)}`,
    fromMs: rise.fromMs,
    toMs: rise.toMs,
    left: rise.to / pages,
    texts: riseTexts(rise, switchesOver(side, rise)),
    weight: (rise.to - rise.from) / pages,
  }));
  // Both are in order of time: a standstill with a rise in it is told as that.
  let next = 0;
  for (const span of standstills(side.bars)) {
    while (next < risen.length && (risen[next]?.toMs ?? 0) <= span.fromMs) next += 1;
    if ((risen[next]?.fromMs ?? Number.POSITIVE_INFINITY) < span.toMs) continue;
    notes.push({
      key: `s${i}-${span.fromRound}`,
      fromMs: span.fromMs,
      toMs: span.toMs,
      left: span.left / pages,
      texts: standstillTexts(span),
      weight: ((span.toMs - span.fromMs) / Math.max(reachedMs, 1)) * OF_A_RISE,
    });
  }
  return notes;
}

function switchesOver({ side }: DrawnSide, { fromMs, toMs }: Rise): boolean {
  const { suspendedMs, result } = side;
  return result.postCopy !== null && suspendedMs !== null && fromMs <= suspendedMs && toMs >= suspendedMs;
}

const EVERY_MS = 250;

/** While it plays they are looked for a few times a second: words that change faster cannot be read. */
export class KeptNotes {
  private key = '';
  private reachedMs: Millis = -1;
  private madeAt = Number.NEGATIVE_INFINITY;
  private notes: readonly Note[] = [];

  of(key: string, sides: readonly DrawnSide[], reachedMs: Millis, playing: boolean, now: number) {
    const same = key === this.key && reachedMs >= this.reachedMs;
    if (same && (reachedMs === this.reachedMs || (playing && now - this.madeAt < EVERY_MS)))
      return this.notes;
    this.key = key;
    this.reachedMs = reachedMs;
    this.madeAt = now;
    this.notes = notesOf(sides, reachedMs);
    return this.notes;
  }
}
