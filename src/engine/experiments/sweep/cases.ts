/**
 * The cases of a sweep. `index = ((variant × ys + y) × xs + x) × seeds + seed`, all from 0, so a block of indices is a
 * block of lines, and blocks one after the other are the whole sweep.
 */
import type { TraceLibrary } from '../../memory/trace.ts';
import { runSubject } from './run-subject.ts';
import { withSeed, withSetting } from './settings.ts';
import type { Subject, SweepCase, SweepLine, SweepSpec } from './spec.ts';

export function caseCount({ axes, variants, seeds }: SweepSpec): number {
  const [xs, ys] = axes;
  return variants.length * xs.values.length * (ys?.values.length ?? 1) * seeds.count;
}

/** @param spec checked by `sweepProblem` before @throws Error where there is no such case, or it has no such setting */
export function caseAt(spec: SweepSpec, index: number): SweepCase {
  if (!Number.isInteger(index) || index < 0 || index >= caseCount(spec)) {
    throw new Error(`There is no case ${index}; the sweep has the cases 0 to ${caseCount(spec) - 1}.`);
  }
  const { axes, variants, seeds } = spec;
  const [xAxis, yAxis] = axes;
  const ys = yAxis?.values.length ?? 1;
  const place = Math.floor(index / seeds.count);
  const x = place % xAxis.values.length;
  const row = Math.floor(place / xAxis.values.length);
  const y = row % ys;
  const variant = Math.floor(row / ys);
  const seed = seeds.first + (index % seeds.count);
  let subject = withSeed(spec.subject, seed);
  for (const [path, value] of Object.entries(variants[variant]?.set ?? {})) {
    subject = changed(subject, path, value);
  }
  subject = changed(subject, xAxis.parameter, xAxis.values[x] ?? Number.NaN);
  if (yAxis !== undefined) subject = changed(subject, yAxis.parameter, yAxis.values[y] ?? Number.NaN);
  return { index, variant, x, y, seed, subject };
}

function changed(subject: Subject, path: string, value: string | number | boolean | null): Subject {
  const next = withSetting(subject, path, value, true);
  if (next === null) throw new Error(`"${path}" is no setting of this ${subject.kind}.`);
  return next;
}

/** Runs one case; yields how far it is, 0–1. */
export function* runCase(
  spec: SweepSpec,
  index: number,
  library: TraceLibrary,
): Generator<number, SweepLine, void> {
  const { variant, x, y, seed, subject } = caseAt(spec, index);
  const { outcome, problem, figures } = yield* runSubject(subject, library, false);
  const [xAxis, yAxis] = spec.axes;
  return {
    index,
    variant: spec.variants[variant]?.label ?? '',
    x: xAxis.values[x] ?? Number.NaN,
    y: yAxis?.values[y] ?? null,
    seed,
    outcome,
    problem,
    figures,
  };
}

/** A block of cases, `to` excluded. */
export interface CaseRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Shard i of n: contiguous blocks, as even as can be, that follow each other.
 * @param i from 1
 */
export function shardOf(count: number, i: number, n: number): CaseRange {
  return { from: Math.floor((count * (i - 1)) / n), to: Math.floor((count * i) / n) };
}

/** The lines of a block, one after the other; yields each as it comes. */
export function* linesOf(
  spec: SweepSpec,
  { from, to }: CaseRange,
  library: TraceLibrary,
): Generator<SweepLine, void, void> {
  for (let index = from; index < to; index += 1) {
    const steps = runCase(spec, index, library);
    for (;;) {
      const { done, value } = steps.next();
      if (done !== true) continue;
      yield value;
      break;
    }
  }
}
