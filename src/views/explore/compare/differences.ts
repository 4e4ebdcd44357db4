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

/** Those that differ most for their size, of those in which people wish for less or more. */
export function mostDifferent(pairs: readonly FigurePair[]): FigurePair[] {
  const differing = pairs.filter(({ change }) => change !== null && change !== 0);
  const wished = differing.filter(({ info }) => info.better !== null);
  const size = ({ share }: FigurePair) => (share === null ? Number.POSITIVE_INFINITY : Math.abs(share));
  return (wished.length > 0 ? wished : differing).toSorted((one, other) =>
    size(one) === size(other) ? 0 : size(other) - size(one),
  );
}
