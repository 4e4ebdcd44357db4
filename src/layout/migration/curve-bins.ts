/** Stack distances in bins of powers of two, as shares of all references. */
import type { Pages } from '../../base/units.ts';
import type { SoloAnalysis } from '../../protocol/migration/model.ts';

export interface DistanceBin {
  /** distances above this and up to that */
  readonly above: Pages;
  readonly upTo: Pages;
  /** of all references, 0–1 */
  readonly share: number;
}

export interface DistanceBins {
  readonly bins: readonly DistanceBin[];
  /** references to pages that were never referred to before */
  readonly firstShare: number;
  readonly mostShare: number;
}

/** The half page on the left of 1 makes room for the bin of distance 1 on a logarithmic axis. */
export const LEAST_DISTANCE = 0.5;

export function distanceBins({ stackDistances, firstReferences, references }: SoloAnalysis): DistanceBins {
  const shareOf = (count: number) => (references > 0 ? count / references : 0);
  const bins = stackDistances.map((bin) => ({
    above: bin.above,
    upTo: bin.upTo,
    share: shareOf(bin.references),
  }));
  const firstShare = shareOf(firstReferences);
  return { bins, firstShare, mostShare: Math.max(firstShare, ...bins.map(({ share }) => share)) };
}
