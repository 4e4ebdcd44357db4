/** Two runs' figures beside each other, and what differs most. */
import { type Quantity, quantityOf } from '../../../layout/explore/quantity.ts';
import type { FigureInfo, RunOutcome } from '../../../protocol/explore/requests.ts';

export interface FigurePair {
  readonly info: FigureInfo;
  readonly a: number | null;
  readonly b: number | null;
  /** b − a; null where one of them has none */
  readonly change: number | null;
  /** the change as a share of a; null where a is 0 or one has none */
  readonly share: number | null;
  readonly quantity: Quantity;
}

/** Figures at least one of the runs has, in their order. */
export function figurePairs(figures: readonly FigureInfo[], a: RunOutcome, b: RunOutcome): FigurePair[] {
  return figures.flatMap((info) => {
    const one = a.figures[info.name] ?? null;
    const other = b.figures[info.name] ?? null;
    if (one === null && other === null) return [];
    const change = one === null || other === null ? null : other - one;
    const share = change === null || one === null || one === 0 ? null : change / Math.abs(one);
    const quantity = quantityOf(info.unit, [one ?? 0, other ?? 0]);
    return [{ info, a: one, b: other, change, share, quantity }];
  });
}

/** below this share of the first run's figure nobody would speak of a difference */
const WORTH_SAYING = 0.005;

/**
 * What is worth saying of two runs: figures that differ, in the order of the catalogue, which begins with what people look
 * at first; those in which less or more is wished for come before all others.
 */
export function leadingDifferences(pairs: readonly FigurePair[]): FigurePair[] {
  const differing = pairs.filter(
    ({ change, share }) =>
      change !== null && change !== 0 && (share === null || Math.abs(share) >= WORTH_SAYING),
  );
  const some =
    differing.length > 0 ? differing : pairs.filter(({ change }) => change !== null && change !== 0);
  const wished = (pair: FigurePair) => (pair.info.better === null ? 1 : 0);
  return some.toSorted((a, b) => wished(a) - wished(b));
}
