/**
 * `list`: every strategy and stop rule with its pseudocode, every tree, predictor, workload, preset and link, and every
 * parameter of a scenario and a migration; ready-made sweeps, and what a sweep can vary and tell of each kind.
 */
import { createRequire } from 'node:module';
import type { RegistryEntry } from '../base/parameter.ts';
import { catalogue } from '../engine/experiments/catalogue.ts';
import { caseCount } from '../engine/experiments/sweep/cases.ts';
import { sweepFigures } from '../engine/experiments/sweep/figures.ts';
import { sweepParameters } from '../engine/experiments/sweep/parameters.ts';
import { readySweeps } from '../engine/experiments/sweep/ready.ts';
import type { SubjectKind } from '../engine/experiments/sweep/spec.ts';
import { stopRules, strategies } from '../engine/migration/strategy-registry.ts';
import { linkPresets } from '../engine/simulation/link-presets.ts';
import { soloParameters } from '../engine/simulation/solo-parameters.ts';
import { Complaint } from './complaint.ts';

const SUBJECTS: readonly SubjectKind[] = ['failover', 'migration', 'trees'];

export function list(words: readonly string[]): string {
  if (words.length > 0) throw new Complaint(`"list" takes nothing; "${words[0]}" is too much.`);
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
  const { defaultRun: _waiting, demoRun: _demo, ...entries } = catalogue(version);
  const all = {
    ...entries,
    strategies: entries.strategies.map((entry) => withCode(entry, strategies)),
    stopRules: entries.stopRules.map((entry) => withCode(entry, stopRules)),
    links: linkPresets,
    migration: soloParameters,
    sweeps: readySweeps.map(({ kind, name, about, spec }) => ({ kind, name, about, runs: caseCount(spec) })),
    sweepable: Object.fromEntries(
      SUBJECTS.map((kind) => [kind, { parameters: sweepParameters(kind), figures: sweepFigures(kind) }]),
    ),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

interface Coded {
  readonly kind: string;
  readonly pseudocode: readonly string[];
}

function withCode(entry: RegistryEntry, coded: readonly Coded[]): RegistryEntry & { pseudocode: string[] } {
  const lines = coded.find(({ kind }) => kind === entry.kind)?.pseudocode ?? [];
  return { ...entry, pseudocode: [...lines] };
}
