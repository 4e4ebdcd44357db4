/** Whether a sweep can be begun; one sentence names the first fault. Single cases may be refused nevertheless, and say why. */
import { AXIS_VALUES_MOST } from '../../../base/axis-values.ts';
import { fewNames } from '../../../base/few-names.ts';
import { caseAt, caseCount } from './cases.ts';
import { sweepFigures } from './figures.ts';
import { parametersOf, sweepParameters } from './parameters.ts';
import { readSetting, withSetting } from './settings.ts';
import type { Subject, SweepAxis, SweepSpec } from './spec.ts';

export const SWEEP_LIMITS = {
  cases: 100_000,
  values: AXIS_VALUES_MOST,
  seeds: 1000,
  variants: 40,
  firstSeed: 2_000_000_000,
} as const;

const LABEL = 120;
/** of what somebody wrote, a sentence repeats no more than this */
const QUOTED = 60;

/** A name as it was written, in quotation marks. */
function quoted(name: string): string {
  return `"${name.length > QUOTED ? `${name.slice(0, QUOTED)}…` : name}"`;
}

/** @returns null if every case can be asked for */
export function sweepProblem(spec: SweepSpec): string | null {
  return (
    axesProblem(spec) ??
    variantsProblem(spec) ??
    seedsProblem(spec) ??
    figureProblem(spec) ??
    sizeProblem(spec) ??
    settingsProblem(spec)
  );
}

function axesProblem({ subject, axes }: SweepSpec): string | null {
  const [x, y] = axes;
  if (y !== undefined && x.parameter === y.parameter) {
    return `Both axes vary ${quoted(x.parameter)}; let the second vary another parameter, or leave it out.`;
  }
  for (const [i, axis] of axes.entries()) {
    const problem = axisProblem(subject, axis, `axes.${i}`);
    if (problem !== null) return problem;
  }
  return null;
}

function axisProblem(subject: Subject, { parameter, values }: SweepAxis, place: string): string | null {
  const info = sweepParameters(subject.kind).find(({ path }) => path === parameter);
  if (info === undefined) {
    const known = fewNames(
      parametersOf(subject).map(({ path }) => path),
      parameter,
    );
    return `"${place}.parameter" is ${quoted(parameter)}, which no axis of a ${subject.kind} can vary; use one of ${known}.`;
  }
  if (withSetting(subject, parameter, 0, true) === null || !exists(subject, parameter)) {
    return `"${place}.parameter" is ${quoted(parameter)}, which this ${subject.kind} does not have; ${hint(parameter)}.`;
  }
  if (values.length < 1 || values.length > SWEEP_LIMITS.values) {
    return `"${place}.values" holds ${values.length} values; use 1 to ${SWEEP_LIMITS.values}.`;
  }
  const strange = values.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0) return `"${place}.values.${strange}" is ${values[strange]}; give a number.`;
  const twice = values.findIndex((value, i) => values.indexOf(value) < i);
  if (twice >= 0) return `"${place}.values" names ${values[twice]} twice; name each value once.`;
  return null;
}

function hint(parameter: string): string {
  if (parameter === 'startKeys') return 'give it a start such as "balanced:31"';
  if (parameter.startsWith('commands.')) return 'add such a command, or vary another parameter';
  return 'vary another parameter';
}

/** Whether the setting is there, or may be added: a guest or command that is not there cannot. */
function exists(subject: Subject, path: string): boolean {
  if (readSetting(subject, path) !== undefined) return true;
  if (path === 'startKeys') return false;
  // A loss belongs to a lossy LAN; which kind it is a variant may still say.
  if (path.startsWith('commands.')) return readSetting(subject, path.replace(/\.[^.]+$/, '')) !== undefined;
  return true;
}

function variantsProblem({ subject, axes, variants }: SweepSpec): string | null {
  if (variants.length < 1 || variants.length > SWEEP_LIMITS.variants) {
    return `There are ${variants.length} variants; use 1 to ${SWEEP_LIMITS.variants}, {"label": "as it is", "set": {}} for the subject itself.`;
  }
  for (const [i, { label, set }] of variants.entries()) {
    const place = `variants.${i}`;
    if (label.trim() === '' || label.length > LABEL) {
      return `"${place}.label" must be a text of 1 to ${LABEL} characters.`;
    }
    if (variants.findIndex((other) => other.label === label) < i) {
      return `Two variants are called "${label}"; give each a label of its own.`;
    }
    let changed = subject;
    for (const [path, value] of Object.entries(set)) {
      if (axes.some(({ parameter }) => parameter === path)) {
        return `"${place}.set" sets ${quoted(path)}, which an axis varies; leave it to one of them.`;
      }
      if (path === 'seed') return `"${place}.set" sets "seed"; the seeds of a sweep are its "seeds".`;
      const problem = settingProblem(changed, path, value, place);
      if (problem !== null) return problem;
      changed = withSetting(changed, path, value, true) ?? changed;
    }
  }
  return null;
}

function settingProblem(subject: Subject, path: string, value: unknown, place: string): string | null {
  const isNumber = sweepParameters(subject.kind).some((info) => info.path === path);
  const now = readSetting(subject, path);
  if (
    (now === undefined && !(isNumber && exists(subject, path))) ||
    (typeof now === 'object' && now !== null)
  ) {
    return `"${place}.set" names ${quoted(path)}, which is no setting of this ${subject.kind}.`;
  }
  if (value === null) {
    // "Without" is what such a setting can be only where it is a number that need not be there.
    return subject.kind === 'migration' && (now === null || isNumber)
      ? null
      : `"${place}.set" sets ${quoted(path)} to null; give it a value.`;
  }
  const wanted = isNumber || typeof now === 'number' ? 'number' : now === null ? 'string' : typeof now;
  const names: Readonly<Record<string, string>> = {
    number: 'a number',
    string: 'a text',
    boolean: 'true or false',
  };
  if (typeof value !== wanted || (typeof value === 'number' && !Number.isFinite(value))) {
    return `"${place}.set" sets ${quoted(path)} to ${typeof value === 'string' ? quoted(value) : JSON.stringify(value)}; ${names[wanted] ?? 'another value'} is needed.`;
  }
  return null;
}

function seedsProblem({ seeds }: SweepSpec): string | null {
  const { first, count } = seeds;
  if (!Number.isInteger(first) || first < 0 || first > SWEEP_LIMITS.firstSeed) {
    return `"seeds.first" is ${first}; use a whole number from 0 to ${SWEEP_LIMITS.firstSeed}.`;
  }
  if (!Number.isInteger(count) || count < 1 || count > SWEEP_LIMITS.seeds) {
    return `"seeds.count" is ${count}; use 1 to ${SWEEP_LIMITS.seeds} seeds.`;
  }
  return null;
}

function figureProblem({ subject, figure }: SweepSpec): string | null {
  const known = sweepFigures(subject.kind).map(({ name }) => name);
  if (known.includes(figure)) return null;
  return `"figure" is ${quoted(figure)}; a ${subject.kind} has ${known.join(', ')}.`;
}

function sizeProblem(spec: SweepSpec): string | null {
  const count = caseCount(spec);
  if (count <= SWEEP_LIMITS.cases) return null;
  const [there, most] = [count, SWEEP_LIMITS.cases].map((one) => one.toLocaleString('en'));
  return `The sweep has ${there} runs, and at most ${most} are possible; use fewer values, variants or seeds.`;
}

/** Every variant takes every axis: one case of each tells. */
function settingsProblem(spec: SweepSpec): string | null {
  const each = caseCount(spec) / spec.variants.length;
  for (let variant = 0; variant < spec.variants.length; variant += 1) {
    try {
      caseAt(spec, variant * each);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return null;
}
