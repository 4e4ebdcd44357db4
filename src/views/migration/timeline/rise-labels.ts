/** Where what is left goes up: why, on the spot. */
import { formatCount } from '../../../base/format.ts';
import { type Rise, rises } from '../../../layout/migration/lane-rises.ts';
import { leftShare, shareY } from '../../../layout/migration/lane-scales.ts';
import { msToX } from '../../../layout/migration/time-axis.ts';
import { format } from '../../../protocol/texts.ts';
import type { Label } from '../../shared/label-pool.ts';
import { fitting, type LabelInput, laneOf, textPx } from './label-input.ts';
import { totalBytes } from './move-data.ts';
import type { DrawnSide } from './paint/scope.ts';
import { SIDES, WORDS } from './words.ts';

/** so many at most, the largest ones */
const MOST = 4;

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

export function riseTexts(rise: Rise, switchesOver: boolean): string[] {
  const grown = rise.to - rise.from;
  const slots = { dirtied: Math.round(rise.dirtied), sent: Math.round(rise.sent), pages: Math.round(grown) };
  const short = format(WORDS.riseShort, slots);
  if (switchesOver) return [format(WORDS.riseFetch, slots), short, ''];
  if (rise.down > 0.5) return [format(WORDS.riseDown, slots), short, ''];
  const round =
    rise.fromRound === rise.toRound
      ? format(WORDS.round, { number: formatCount(rise.fromRound) })
      : format(WORDS.roundsFromTo, { from: rise.fromRound, to: rise.toRound });
  return [format(WORDS.riseRound, { ...slots, round }), format(WORDS.riseRoundShort, slots), short, ''];
}

export function riseLabels(input: LabelInput): Label[] {
  const { axis, charPx, linePx, reachedMs, scale, sides, styles } = input;
  const lane = laneOf(input, 'left');
  if (lane === null) return [];
  const all = sides.flatMap((side, i) =>
    rises(side.track, side.side.pages, reachedMs).map((rise) => ({ rise, side, i })),
  );
  const largest = all
    .filter(({ rise }) => msToX(axis, rise.toMs) >= 0 && msToX(axis, rise.fromMs) <= axis.width)
    .sort((a, b) => b.rise.to - b.rise.from - (a.rise.to - a.rise.from))
    .slice(0, MOST);
  const placed: Placed[] = [];
  const out: Label[] = [];
  for (const { rise, side, i } of largest) {
    const from = Math.max(0, msToX(axis, rise.fromMs));
    const prefix = sides.length > 1 ? `${SIDES[i] ?? ''} ` : '';
    const texts = riseTexts(rise, switchesOver(side, rise)).map((text) => (text === '' ? '' : prefix + text));
    const y = shareY(lane, leftShare(rise.to * side.side.spec.vm.pageBytes, totalBytes(side.side), scale));
    const atTop = y - lane.top > lane.height / 2;
    // The text may begin left of its rise, but not end before it.
    for (const text of texts) {
      if (text === '') break;
      const width = textPx(text, charPx) + 4;
      if (width > axis.width) continue;
      const x = Math.min(from, axis.width - width);
      const rows = atTop ? [0, 1] : [-1, -2];
      const row = rows.find((r) => !placed.some((p) => p.row === r && x < p.to && x + width > p.from));
      if (row === undefined) continue;
      placed.push({ from: x - 8, to: x + width + 8, row });
      out.push({
        key: `u${i}-${Math.round(rise.fromMs * 1000)}`,
        className: styles.rise ?? '',
        x: Math.round(x),
        y: Math.round(row >= 0 ? lane.top + row * linePx : lane.top + lane.height + row * linePx - 1),
        width: Math.round(fitting([text], axis.width, charPx) === '' ? axis.width : width),
        text,
      });
      break;
    }
  }
  return out;
}

function switchesOver({ side }: DrawnSide, { fromMs, toMs }: Rise): boolean {
  const { suspendedMs, result } = side;
  return result.postCopy !== null && suspendedMs !== null && fromMs <= suspendedMs && toMs >= suspendedMs;
}
