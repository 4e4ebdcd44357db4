/** Every moment of a small lab, as the worker would send it. */

import { finish } from '../../../src/engine/lab/job.ts';
import { openLab } from '../../../src/engine/lab/lab.ts';
import type { LabSpec } from '../../../src/engine/lab/spec.ts';
import { codeUnder } from '../../../src/engine/trees/code.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import type { CodeLine } from '../../../src/engine/trees/tree.ts';
import type { TreeMoment } from '../../../src/protocol/trees/moment.ts';
import type { TreeEntry } from '../../../src/protocol/trees/requests.ts';
import { treesCatalogue } from '../../../src/worker/trees/catalogue.ts';
import { writeMoment } from '../../../src/worker/trees/moment-writer.ts';

export const catalogue = treesCatalogue('test');

export function entryOf(kind: string): TreeEntry {
  const entry = catalogue.trees.find((one) => one.kind === kind);
  if (entry === undefined) throw new Error(`There is no tree kind "${kind}" in the catalogue.`);
  return entry;
}

/** The rule under the lab's settings. */
export function codeOf({ tree }: LabSpec): readonly CodeLine[] {
  const kind = treeKinds.find((one) => one.kind === tree.kind);
  if (kind === undefined) throw new Error(`There is no tree kind "${tree.kind}" in the registry.`);
  return codeUnder(kind, tree.parameters);
}

/** 0–9 asked for in turn by hand, with misses, new keys and deletions among them. */
export function smallLab(kind: string, change: Partial<LabSpec> = {}): LabSpec {
  const typed = [
    { operation: 'find', key: 99 },
    { operation: 'insert', key: 40 },
    { operation: 'insert', key: 40 },
    { operation: 'delete', key: 7 },
    { operation: 'delete', key: 7 },
    { operation: 'delete', key: 3 },
    { operation: 'access', key: 41 },
  ] as const;
  return {
    seed: 3,
    tree: { kind, parameters: {} },
    start: 'balanced:15',
    stream: { kind: 'zipf', parameters: { exponent: 1.2 }, length: 60, keys: 15, list: [] },
    typed: typed.map((command, i) => ({ ...command, before: 5 * i })),
    ...change,
  };
}

export function* everyMoment(spec: LabSpec): Generator<TreeMoment> {
  const lab = finish(openLab(spec, null));
  const code = codeOf(spec);
  for (let operation = 0; operation < Math.max(1, lab.operations.count); operation += 1) {
    for (let step = 0; ; step += 1) {
      lab.run.seek(operation, step);
      const moment = writeMoment(
        lab,
        {
          labKey: 'lab',
          generation: 1,
          operation,
          step,
          window: { from: 0, to: 1000 },
          limit: 1000,
          strip: 3,
          bins: 10,
        },
        code,
      );
      yield moment;
      if (step >= moment.steps) break;
    }
  }
}
