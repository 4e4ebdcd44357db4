/** Both sides of what a rule compared, as bars on one scale, and what came of it. */
import { formatNumber } from '../../../base/format.ts';
import { comparisonsOf } from '../../../layout/trees/marks.ts';
import { format } from '../../../protocol/texts.ts';
import type { Weighing } from '../../../protocol/trees/moment.ts';
import { BAR_WORDS } from './words.ts';

export interface Bar {
  readonly label: string;
  readonly text: string;
  /** 0–1 of the longest */
  readonly share: number;
}

export function barsOf(weighing: Weighing): Bar[] {
  const { counts, potential } = weighing;
  if (counts !== null) {
    const { inner, outer, sibling, parentSelf, parentOther, childSelf, childFar } = counts;
    const both = comparisonsOf(weighing).length > 1;
    const most = Math.max(1, inner, both ? outer : 0, sibling);
    const sum = (a: number, b: number, total: number) => format(BAR_WORDS.sum, { a, b, total });
    const bars: Bar[] = [
      { label: BAR_WORDS.inner, text: formatNumber(inner), share: inner / most },
      { label: BAR_WORDS.sibling, text: sum(parentSelf, parentOther, sibling), share: sibling / most },
    ];
    if (both) {
      bars.push({ label: BAR_WORDS.outer, text: sum(childSelf, childFar, outer), share: outer / most });
    }
    return bars;
  }
  if (potential === null) return [];
  const { drop, epsilon } = potential;
  const most = Math.max(Math.abs(drop), epsilon, 1e-9);
  return [
    {
      label: drop < 0 ? BAR_WORDS.rise : BAR_WORDS.drop,
      text: formatNumber(Math.abs(drop), 2),
      share: Math.max(0, drop) / most,
    },
    { label: BAR_WORDS.epsilon, text: formatNumber(epsilon, 2), share: epsilon / most },
  ];
}

export function verdictsOf(weighing: Weighing): string[] {
  return comparisonsOf(weighing).map(({ name, holds }) => {
    if (name === 'inner') return holds ? BAR_WORDS.atLeast : BAR_WORDS.below;
    if (name === 'outer') return holds ? BAR_WORDS.more : BAR_WORDS.notMore;
    return holds ? BAR_WORDS.over : BAR_WORDS.notOver;
  });
}
