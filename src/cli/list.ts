/** `list`: every strategy, stop rule, tree, predictor, workload and preset, and every parameter of a scenario and a migration. */
import { createRequire } from 'node:module';
import { catalogue } from '../engine/experiments/catalogue.ts';
import { soloParameters } from '../engine/simulation/solo-parameters.ts';
import { Complaint } from './complaint.ts';

export function list(words: readonly string[]): string {
  if (words.length > 0) throw new Complaint(`"list" takes nothing; "${words[0]}" is too much.`);
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
  const { defaultRun: _waiting, demoRun: _demo, ...entries } = catalogue(version);
  return `${JSON.stringify({ ...entries, migration: soloParameters }, null, 2)}\n`;
}
