/** Each card in one short text, for when it is closed. */
import { MOVE } from '../../../base/columns.ts';
import { formatCount, formatMB, formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import type { ShownSide } from '../shown.ts';
import { spanText } from '../span-text.ts';
import { pauseOf } from './pause-parts.ts';
import { totalsOf } from './totals.ts';
import { COST, PAUSE, POST, PREDICTION, SIDES } from './words.ts';

/** between the texts of two sides */
const BETWEEN = ' · ';

function sideName(sides: readonly ShownSide[], { index }: ShownSide): string {
  return sides.length > 1 ? SIDES[index] : '';
}

function each(sides: readonly ShownSide[], text: (shown: ShownSide) => string | null): string {
  return sides
    .map(text)
    .filter((one) => one !== null)
    .map((one) => one.trim())
    .join(BETWEEN);
}

export function pauseSummary(sides: readonly ShownSide[]): string {
  const text = each(sides, (shown) => {
    const pause = pauseOf(shown);
    return pause === null
      ? null
      : plainText(PAUSE.summary, { side: sideName(sides, shown), ms: spanText(pause.ms) });
  });
  return text === '' ? PAUSE.notYet : text;
}

export function predictionSummary(sides: readonly ShownSide[]): string {
  return each(sides, (shown) => {
    const scores = scoresOf(shown, shown.moment.values);
    return shown.side.heldPages === null
      ? null
      : plainText(PREDICTION.summary, {
          side: sideName(sides, shown),
          precision: formatPercent(100 * scores.precision),
          recall: formatPercent(100 * scores.recall),
        });
  });
}

export function postSummary(sides: readonly ShownSide[]): string {
  const text = each(sides, (shown) => {
    if (!isAhead(shown)) return null;
    const { values } = shown.moment;
    return plainText(POST.summary, {
      side: SIDES[shown.index],
      faults: formatCount(values[MOVE.faults] ?? 0),
      stalled: spanText(values[MOVE.stalledMs] ?? 0),
    });
  });
  return text === '' ? POST.notYet : text;
}

export function costSummary(sides: readonly ShownSide[]): string {
  const saving = sides.filter(savesBytes);
  return each(saving.length > 0 ? saving : sides, (shown) => {
    const { values } = shown.moment;
    return plainText(saving.length > 0 ? COST.summarySaved : COST.summary, {
      side: sideName(sides, shown),
      ms: spanText(values[MOVE.cpuMs] ?? 0),
      bytes: formatMB(values[MOVE.bytesSaved] ?? 0, 1),
    });
  });
}

/** Bytes are saved, or could be: a cache of sent pages, or a codec. */
export function savesBytes({ side: { spec } }: Pick<ShownSide, 'side'>): boolean {
  return spec.strategy.xbzrleCacheMiB !== null || spec.strategy.kind.includes('compress');
}

export function againstSummary(sides: readonly ShownSide[]): string {
  return each(sides, (shown) => formatMB(totalsOf(shown).bytesSent));
}

/** Shares of a row: of the pages held back, those written; of those written, the ones held back. NaN before there are any. */
export function scoresOf(
  { side: { heldPages } }: Pick<ShownSide, 'side'>,
  row: Float64Array,
): { precision: number; recall: number } {
  const hits = row[MOVE.heldWritten] ?? 0;
  const written = row[MOVE.everWritten] ?? 0;
  const held = heldPages ?? 0;
  return {
    precision: held > 0 ? hits / held : Number.NaN,
    recall: written > 0 ? hits / written : Number.NaN,
  };
}

/** It goes, or went, ahead of its pages, and that was seen. */
export function isAhead({ side: { resumedMs, result }, atMs }: ShownSide): boolean {
  return resumedMs !== null && atMs >= resumedMs && result.postCopy !== null;
}
