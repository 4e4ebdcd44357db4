/** What is said of a round: by formula, simulated as far as it was reached, and the difference. */
import { bothTotals, differenceOf, type RoundPair } from '../../../layout/migration/curve-rounds.ts';
import { formatSigned } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { pagesText } from './numbers.ts';
import { ROUND_WORDS as W, WORDS } from './words.ts';

const PERCENT = '{signed} %';

/** @param roundless name of a strategy that sends nothing before the guest stops; null = rounds can be compared */
export function roundReadout(
  pairs: readonly RoundPair[],
  picked: number | null,
  stops: boolean,
  roundless: string | null,
): string {
  const pair = picked === null ? undefined : pairs[picked];
  if (pair !== undefined) return plainText(templateOf(pair, stops), slotsOf(pair));
  if (roundless !== null) return plainText(W.noRounds, { strategy: roundless });
  const { rounds, formula, simulated } = bothTotals(pairs);
  if (rounds === 0) return W.notReached;
  return plainText(W.total, {
    rounds: String(rounds),
    ...slotsOf({ round: null, formula, simulated }),
  });
}

function templateOf({ round, formula, simulated }: RoundPair, stops: boolean): string {
  if (round === null) {
    if (simulated !== null) return W.lastAt;
    return stops ? W.lastFormulaOnly : W.leftAt;
  }
  if (simulated === null) return W.formulaOnly;
  return formula === null ? W.simulatedOnly : W.at;
}

function slotsOf(pair: RoundPair): Record<string, string> {
  return {
    round: String(pair.round),
    formula: pair.formula === null ? WORDS.none : pagesText(pair.formula),
    simulated: pair.simulated === null ? WORDS.none : pagesText(pair.simulated),
    difference: differenceText(pair),
  };
}

function differenceText(pair: RoundPair): string {
  const share = differenceOf(pair);
  return share === null ? WORDS.none : plainText(PERCENT, { signed: formatSigned(100 * share, 1) });
}

export function roundRows(pairs: readonly RoundPair[], stops: boolean): string[][] {
  return pairs.map((pair) => {
    const { round, formula, simulated, difference } = slotsOf(pair);
    const name = pair.round !== null ? round : stops ? W.pause : W.left;
    return [name ?? '', formula ?? '', simulated ?? '', difference ?? ''];
  });
}
