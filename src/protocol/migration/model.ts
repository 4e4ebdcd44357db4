/** What the Migration workspace shows: one migration, or two on one clock that differ by their strategy alone. */
import type { SoloSpec, SoloStrategy } from '../../engine/simulation/solo-spec.ts';

export type { SoloAnalysis } from '../../engine/simulation/solo-analysis.ts';
export type { Loss, PostCopyFigures, SoloResult, SoloRound } from '../../engine/simulation/solo-result.ts';
export type { SoloLink, SoloSpec, SoloStrategy, SoloWorkload } from '../../engine/simulation/solo-spec.ts';

/** Truth of the workspace: with a moment it determines every picture. */
export interface MoveLab {
  readonly spec: SoloSpec;
  /** side B: the same VM, link, faults and seed under another strategy; null = side A alone */
  readonly against: SoloStrategy | null;
}
