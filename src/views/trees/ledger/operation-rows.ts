/** What the table of one operation shows: numbers in words, and what is not known yet left open. */
import { formatCount, formatNumber, formatSigned } from '../../../base/format.ts';
import { type Bar, barsOf } from '../../../layout/trees/ledger-chart.ts';
import type { AccessLedger } from '../../../protocol/trees/model.ts';
import type { TreeMoment } from '../../../protocol/trees/moment.ts';
import { plainText } from '../../shared/template.ts';
import { LEDGER_WORDS } from './words.ts';

export interface OperationRows {
  readonly visited: string;
  readonly rotations: string;
  readonly cost: string;
  readonly change: string;
  /** change of Φ by what was no rotation; null where there is none */
  readonly besides: string | null;
  readonly amortised: string;
  /** null where no bound is proved */
  readonly bound: { readonly numbers: string; readonly value: string } | null;
  readonly bars: { readonly amortised: Bar; readonly bound: Bar };
}

/** Less than is printed. */
const NOTHING = 0.005;

/**
 * While the operation is under way its walk and rotations are those so far, and what follows from all of it is open; the
 * bound stands from the beginning.
 * @param entry null while the ledger has not come
 * @param proved whether the access lemma holds for this tree
 */
export function operationRows(
  moment: TreeMoment,
  entry: AccessLedger | null,
  proved: boolean,
): OperationRows {
  const { later } = LEDGER_WORDS;
  const over = entry !== null && moment.step === moment.steps;
  const [amortised, bound] = barsOf([
    over ? entry.amortised : Number.NaN,
    entry?.bound ?? Number.NaN,
  ]) as readonly [Bar, Bar];
  return {
    visited: formatCount(moment.visited),
    rotations: formatCount(moment.rotations),
    cost: over ? formatCount(entry.cost) : later,
    change: over ? formatSigned(entry.deltaPhi, 2) : later,
    besides:
      over && Math.abs(entry.structural) >= NOTHING
        ? plainText(LEDGER_WORDS.besides, { amount: formatSigned(entry.structural, 2) })
        : null,
    amortised: over ? formatNumber(entry.amortised, 2) : later,
    bound: proved ? boundOf(entry) : null,
    bars: { amortised, bound },
  };
}

function boundOf(entry: AccessLedger | null): { numbers: string; value: string } {
  const { boundNumbers, boundSum, later } = LEDGER_WORDS;
  if (entry === null || entry.bound === null) return { numbers: '', value: later };
  // A deletion splays twice: its bound is a sum, which two ranks alone do not give.
  const single = Math.abs(3 * (entry.rankRoot - entry.rankX) + 1 - entry.bound) < NOTHING;
  return {
    numbers: single
      ? plainText(boundNumbers, { root: formatNumber(entry.rankRoot, 2), x: formatNumber(entry.rankX, 2) })
      : boundSum,
    value: formatNumber(entry.bound, 2),
  };
}
