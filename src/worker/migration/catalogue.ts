/** What the registries say of a single migration. */

import { comparison } from '../../engine/experiments/comparison.ts';
import { defaultMove, readyMoves } from '../../engine/experiments/moves.ts';
import { plain } from '../../engine/experiments/plain-entry.ts';
import { pageContents } from '../../engine/memory/page-contents.ts';
import { predictors } from '../../engine/memory/predictor-registry.ts';
import { TRACE_NAMES } from '../../engine/memory/trace.ts';
import { workloads } from '../../engine/memory/workload-registry.ts';
import { stopRules, strategies } from '../../engine/migration/strategy-registry.ts';
import { linkPresets } from '../../engine/simulation/link-presets.ts';
import { soloParameters } from '../../engine/simulation/solo-parameters.ts';
import { defaultSolo } from '../../engine/simulation/solo-spec.ts';
import type { MigrationCatalogue } from '../../protocol/migration/requests.ts';

export function migrationCatalogue(version: string): MigrationCatalogue {
  return {
    version,
    defaultLab: defaultMove,
    fileDefaults: defaultSolo,
    strategies: strategies.map((entry) => {
      const { predicts, suspendsFirst, resumesEarly, pseudocode } = entry;
      return { ...plain(entry), predicts, suspendsFirst, resumesEarly, pseudocode };
    }),
    stopRules: stopRules.map((entry) => ({ ...plain(entry), pseudocode: entry.pseudocode })),
    predictors: predictors.map(plain),
    workloads: workloads.map(plain),
    pageContents: pageContents.map(plain),
    parameters: soloParameters,
    linkPresets,
    readyMoves,
    comparison,
    traces: TRACE_NAMES,
  };
}
