/**
 * Sweeps: runs a second, on one thread, of the default sweep (a coarse part of its map, so that fast and slow runs are there
 * in their proportion) and of one of each other kind. The baseline is the same migrations without the sweep around them.
 */
import { recordedTraces } from '../../src/cli/files.ts';
import { caseAt, caseCount, linesOf } from '../../src/engine/experiments/sweep/cases.ts';
import { readySweeps } from '../../src/engine/experiments/sweep/ready.ts';
import type { SweepAxis, SweepSpec } from '../../src/engine/experiments/sweep/spec.ts';
import { migrateSolo } from '../../src/engine/simulation/solo.ts';
import { inTurns, type Table } from './measure.ts';

const BASELINE = 'the default sweep’s migrations alone';
const KINDS = ['convergence', 'figures-6-7', 'deadtime'] as const;

function part(kind: string): { spec: SweepSpec; name: string; whole: number } {
  const found = readySweeps.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no ready sweep "${kind}".`);
  const thin = (axis: SweepAxis): SweepAxis => ({
    ...axis,
    values: axis.values.filter((_, i) => i % 4 === 1),
  });
  const [x, y] = found.spec.axes;
  const axes = y === undefined ? ([thin(x)] as const) : ([thin(x), thin(y)] as const);
  const spec = { ...found.spec, axes, seeds: { first: 1, count: 1 } };
  return { spec, name: found.name, whole: caseCount(found.spec) };
}

export function benchSweeps(rounds: number): Table {
  const library = recordedTraces();
  const parts = KINDS.map(part);
  const [first] = parts;
  if (first === undefined) throw new Error('There is no ready sweep.');
  const all = (spec: SweepSpec) => [...linesOf(spec, { from: 0, to: caseCount(spec) }, library)];
  const migrations = Array.from({ length: caseCount(first.spec) }, (_, i) => caseAt(first.spec, i).subject);
  const taken = inTurns(
    {
      [BASELINE]: () => {
        for (const subject of migrations)
          if (subject.kind === 'migration') migrateSolo(subject.spec, library);
      },
      ...Object.fromEntries(parts.map(({ name, spec }) => [name, () => void all(spec)])),
    },
    Math.min(3, rounds),
  );
  const each = (name: string, spec: SweepSpec): number => (taken.get(name) ?? Number.NaN) / caseCount(spec);
  const base = each(BASELINE, first.spec);
  const row = (what: string, seconds: number, more: string) => ({
    what,
    figure: `${(1 / seconds).toFixed(0)} runs/s`,
    ratio: seconds / base,
    more: [more],
  });
  return {
    title: 'Sweeps on one thread',
    baseline: BASELINE,
    columns: ['all of it'],
    rows: [
      row(BASELINE, base, ''),
      ...parts.map(({ name, spec, whole }) => {
        const seconds = each(name, spec);
        return row(name, seconds, `${whole} runs in ${(seconds * whole).toFixed(0)} s`);
      }),
    ],
  };
}
