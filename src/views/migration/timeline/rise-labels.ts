/** Where what is left goes up, or does not go down: why, on the spot. */
import type { Millis } from '../../../base/units.ts';
import { type Rise, rises, type Standstill, standstills } from '../../../layout/migration/lane-rises.ts';
import { leftShare, shareY } from '../../../layout/migration/lane-scales.ts';
import { msToX } from '../../../layout/migration/time-axis.ts';
import { format } from '../../../protocol/texts.ts';
import type { Label } from '../../shared/label-pool.ts';
import { type LabelInput, laneOf, textPx } from './label-input.ts';
import { totalBytes } from './move-data.ts';
import type { DrawnSide } from './paint/scope.ts';
import { SIDES, WORDS } from './words.ts';

/** so many at most, the largest ones */
const MOST = 4;
/** A rise says more than a standstill as long as the run. */
const OF_A_RISE = 0.05;

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

export function riseTexts(rise: Rise, switchesOver: boolean): string[] {
  const grown = rise.to - rise.from;
  const slots = { dirtied: Math.round(rise.dirtied), sent: Math.round(rise.sent), pages: Math.round(grown) };
  const short = format(WORDS.riseShort, slots);
  if (switchesOver) return [format(WORDS.riseFetch, slots), short];
  if (rise.down > 0.5) return [format(WORDS.riseDown, slots), short];
  const round = roundsText(rise);
  return [format(WORDS.riseRound, { ...slots, round }), format(WORDS.riseRoundShort, slots), short];
}

export function standstillTexts(still: Standstill): string[] {
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
interface Note {
  readonly key: string;
  readonly fromMs: Millis;
  readonly toMs: Millis;
  /** missing at its end */
  readonly left: number;
  readonly texts: readonly string[];
  readonly side: DrawnSide;
  /** the larger, the sooner it is said */
  readonly weight: number;
}

function notesOf(side: DrawnSide, i: number, reachedMs: Millis): Note[] {
  const { pages } = side.side;
  const risen = rises(side.track, pages, reachedMs).map((rise) => ({
    key: `u${i}-${Math.round(rise.fromMs * 1000)}`,
    fromMs: rise.fromMs,
    toMs: rise.toMs,
    left: rise.to,
    texts: riseTexts(rise, switchesOver(side, rise)),
    side,
    weight: (rise.to - rise.from) / pages,
  }));
  const still = standstills(side.bars)
    .filter(({ fromMs, toMs }) => !risen.some((rise) => rise.fromMs < toMs && rise.toMs > fromMs))
    .map((span) => ({
      key: `s${i}-${span.fromRound}`,
      fromMs: span.fromMs,
      toMs: span.toMs,
      left: span.left,
      texts: standstillTexts(span),
      side,
      weight: ((span.toMs - span.fromMs) / Math.max(reachedMs, 1)) * OF_A_RISE,
    }));
  return [...risen, ...still];
}

/** A line under or over the curve for each of the largest, where they do not cover each other. */
export function riseLabels(input: LabelInput): Label[] {
  const { axis, charPx, linePx, reachedMs, scale, sides, styles } = input;
  const lane = laneOf(input, 'left');
  if (lane === null) return [];
  const largest = sides
    .flatMap((side, i) =>
      notesOf(side, i, reachedMs).map((note) => ({
        ...note,
        texts: sides.length > 1 ? note.texts.map((text) => `${SIDES[i] ?? ''}: ${text}`) : note.texts,
      })),
    )
    .filter(({ fromMs, toMs }) => msToX(axis, toMs) >= 0 && msToX(axis, fromMs) <= axis.width)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
  const placed: Placed[] = [];
  const out: Label[] = [];
  for (const { key, fromMs, left, texts, side } of largest) {
    const from = Math.max(0, msToX(axis, fromMs));
    const bytes = left * side.side.spec.vm.pageBytes;
    const y = shareY(lane, leftShare(bytes, totalBytes(side.side), scale));
    // Where the curve is high the words stand at the lane's foot, else at its top.
    const rows = y - lane.top > lane.height / 2 ? [0, 1] : [-1, -2];
    for (const text of texts) {
      const width = textPx(text, charPx) + 4;
      if (width > axis.width) continue;
      const x = Math.min(from, axis.width - width);
      const row = rows.find((r) => !placed.some((p) => p.row === r && x < p.to && x + width > p.from));
      if (row === undefined) continue;
      placed.push({ from: x - 8, to: x + width + 8, row });
      const top = row >= 0 ? lane.top + row * linePx : lane.top + lane.height + row * linePx - 1;
      out.push({ key, className: styles.rise ?? '', x: Math.round(x), y: Math.round(top), text });
      break;
    }
  }
  return out;
}

function switchesOver({ side }: DrawnSide, { fromMs, toMs }: Rise): boolean {
  const { suspendedMs, result } = side;
  return result.postCopy !== null && suspendedMs !== null && fromMs <= suspendedMs && toMs >= suspendedMs;
}
