/**
 * What one parameter does to a run: the run with half of it and with the double of it.
 *
 * A value of 0 has no half: it stays, and the higher side is the least step of the parameter (a tenth for shares). Both
 * sides are clipped to the parameter's range, whole numbers stay whole, and where the subject does not allow a side it
 * comes half way back, at most three times.
 */
import type { ParameterInfo } from '../../../base/parameter.ts';
import type { TraceLibrary } from '../../memory/trace.ts';
import { type Figures, figuresOf, sweepFigures } from './figures.ts';
import { sweepParameters } from './parameters.ts';
import { runSubject } from './run-subject.ts';
import { readSetting, withSeed, withSetting } from './settings.ts';
import type { RankRow, Subject } from './spec.ts';

const RETRIES = 3;
const SHARE_STEP = 0.1;
const FIRST_SEED = 1;

interface Means {
  readonly figures: Figures;
  /** one sentence where a seed was refused */
  readonly problem: string | null;
}

/** The run as it is, asked for by every row of one ranking. */
let known: { readonly key: string; readonly means: Means } | null = null;

/**
 * Runs the subject as it is, lower and higher, each with the seeds 1 … `seeds`. Yields how far it is, 0–1.
 * @throws Error with one sentence where the subject has no such parameter, or it has no number
 */
export function* rankRow(
  subject: Subject,
  parameter: string,
  seeds: number,
  library: TraceLibrary,
): Generator<number, RankRow, void> {
  const info = sweepParameters(subject.kind).find(({ path }) => path === parameter);
  if (info === undefined)
    throw new Error(`"${parameter}" is no number of a ${subject.kind} that can be varied.`);
  const now = readSetting(subject, parameter) ?? info.default;
  if (typeof now !== 'number') {
    throw new Error(`"${parameter}" is not set here, so there is nothing to halve or double.`);
  }
  const atNow = yield* presentMeans(subject, seeds, library, 0);
  const low = yield* side(subject, info, now, lowerOf(info, now), seeds, library, 1);
  const high = yield* side(subject, info, now, higherOf(info, now), seeds, library, 2);
  const { label, unit } = info;
  return {
    parameter,
    label,
    unit,
    low: low.value,
    high: high.value,
    now,
    atNow: atNow.figures,
    atLow: low.means.figures,
    atHigh: high.means.figures,
    problem: atNow.problem ?? low.means.problem ?? high.means.problem,
  };
}

function* presentMeans(
  subject: Subject,
  seeds: number,
  library: TraceLibrary,
  part: number,
): Generator<number, Means, void> {
  const recordings = library.traces.map(({ name, pages }) => [name, pages.length]);
  const key = JSON.stringify([subject, seeds, recordings]);
  if (known?.key === key) return known.means;
  const means = yield* meansOf(subject, seeds, library, part);
  known = { key, means };
  return means;
}

function* side(
  subject: Subject,
  info: ParameterInfo,
  now: number,
  wanted: number,
  seeds: number,
  library: TraceLibrary,
  part: number,
): Generator<number, { value: number; means: Means }, void> {
  let value = wanted;
  for (let attempt = 0; ; attempt += 1) {
    const changed = withSetting(subject, info.path, value, true);
    if (changed === null) throw new Error(`"${info.path}" is no setting of this ${subject.kind}.`);
    const means =
      value === now
        ? yield* presentMeans(subject, seeds, library, part)
        : yield* meansOf(changed, seeds, library, part);
    if (means.problem === null || attempt === RETRIES) return { value, means };
    value = clipped(info, now, now + (value - now) / 2);
  }
}

function lowerOf(info: ParameterInfo, now: number): number {
  return clipped(info, now, now / 2);
}

function higherOf(info: ParameterInfo, now: number): number {
  const least = info.unit === '0–1' ? SHARE_STEP : (info.step ?? 1);
  return clipped(info, now, now === 0 ? least : 2 * now);
}

function clipped({ min, max, step }: ParameterInfo, now: number, value: number): number {
  const whole = Number.isInteger(now) && step !== undefined && Number.isInteger(step);
  const rounded = whole ? Math.round(value) : value;
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, rounded));
}

/** Every figure's mean over the seeds that have it. Stops at the first seed that is refused. */
function* meansOf(
  subject: Subject,
  seeds: number,
  library: TraceLibrary,
  part: number,
): Generator<number, Means, void> {
  const names = sweepFigures(subject.kind).map(({ name }) => name);
  const sums = new Map(names.map((name) => [name, { sum: 0, count: 0 }]));
  for (let i = 0; i < seeds; i += 1) {
    const steps = runSubject(withSeed(subject, FIRST_SEED + i), library, false);
    for (;;) {
      const { done, value } = steps.next();
      if (done !== true) {
        yield (part + (i + value) / seeds) / 3;
        continue;
      }
      if (value.problem !== null) return { figures: figuresOf(subject.kind, {}), problem: value.problem };
      for (const [name, entry] of sums) {
        const figure = value.figures[name] ?? null;
        if (figure === null) continue;
        entry.sum += figure;
        entry.count += 1;
      }
      break;
    }
  }
  const means = [...sums].map(([name, { sum, count }]) => [name, count === 0 ? null : sum / count] as const);
  return { figures: figuresOf(subject.kind, Object.fromEntries(means)), problem: null };
}
