import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/engine/experiments/catalogue.ts';
import { defaultRun, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Run } from '../../src/protocol/model.ts';
import { runLabel } from '../../src/store/labels.ts';
import { writePath } from '../../src/store/paths.ts';

const known = catalogue('1');

function changed({ scenario, commands }: Run, changes: Record<string, unknown>): Run {
  let now = scenario;
  for (const [path, value] of Object.entries(changes)) {
    const next = writePath(now, path, value);
    if (!next) throw new Error(`no ${path}`);
    now = next;
  }
  return { scenario: now, commands };
}

describe('a branch is called', () => {
  it.each<[string, Run]>([
    ['nothing stopped', defaultRun],
    ['stop of node 1 at 18.0 s', demoRun],
    ['stock, migrating, stop of node 1 at 18.0 s', changed(demoRun, { failover: 'stock-migrating' })],
    ['Pace of the script 300\u202fMb/s, nothing stopped', changed(defaultRun, { 'migration.rateMbps': 300 })],
  ])('%s', (label, run) => {
    expect(runLabel(known, run)).toBe(label);
  });

  it('by its stops in order, and by no more than three changes', () => {
    const run = changed(demoRun, {
      failover: 'stock-migrating',
      seed: 4711,
      'migration.rateMbps': 300,
      'prediction.predictor': 'none',
      'migration.batchPages': 512,
    });
    const twice = {
      ...run,
      commands: [...run.commands, { atMs: 25_000, command: { kind: 'stop-node' as const, node: 2 } }],
    };
    expect(runLabel(known, twice)).toMatch(
      /^Seed 4711, stock, migrating, .*, 2 more, stop of node 1 at 18\.0 s, stop of node 2 at 25\.0 s$/,
    );
  });
});
