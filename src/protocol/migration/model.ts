/** What the Migration workspace shows: one migration, or two on one clock that differ by their strategy alone. */
export type { MoveLab } from '../../engine/experiments/moves.ts';
export type { SoloAnalysis } from '../../engine/simulation/solo-analysis.ts';
export type { SoloResult, SoloRound } from '../../engine/simulation/solo-result.ts';
export type { SoloLink, SoloSpec, SoloStrategy, SoloWorkload } from '../../engine/simulation/solo-spec.ts';
