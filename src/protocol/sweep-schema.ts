/**
 * Sweeps as files and links hold them: a JSON object with `version`, a subject, one or two axes, variants, seeds, a figure.
 * Written out in full it is a SweepSpec; written by hand much may be left out or said shortly:
 *
 *   subject    {"migration": {…}}, {"failover": {…}} or {"trees": {…}}, each as the file of a single run, its version included or not
 *   axes       {"parameter", "values": […]} or {"parameter", "from", "to", "steps", "scale": "linear" | "log"}
 *   variants   none = the subject as it is; a label may be left out
 *   seeds      how many, from 1; or {"first", "count"}
 *   figure     none = the one its kind begins with
 *
 * Only shape is checked here; names of parameters and figures, ranges and sizes belong to the engine (sweepProblem).
 */
import * as z from 'zod/mini';
import { AXIS_VALUES_MOST, axisValues } from '../base/axis-values.ts';
import type { SweepDefaults } from '../engine/experiments/sweep/defaults.ts';
import type {
  Subject,
  SubjectKind,
  SweepAxis,
  SweepSpec,
  SweepVariant,
} from '../engine/experiments/sweep/spec.ts';
import { isRecord, type JsonRecord } from './merge.ts';
import { parseRun } from './scenario-schema.ts';
import { sentenceOf } from './schema-sentence.ts';
import { shortText } from './short-text.ts';
import { parseSolo } from './solo-schema.ts';
import { parseLab } from './trees/lab-schema.ts';

const axis = z.strictObject({
  parameter: shortText,
  values: z.optional(z.array(z.number())),
  from: z.optional(z.number()),
  to: z.optional(z.number()),
  steps: z.optional(z.number()),
  scale: z.optional(z.enum(['linear', 'log'])),
});

const variant = z.strictObject({
  label: z.optional(shortText),
  set: z.optional(z.record(shortText, z.unknown())),
});

/** Without what is read by hand: the subject, and seeds that may be a number. */
const schema = z.strictObject({
  version: z.literal(1),
  name: z.optional(z.string()),
  axes: z.array(axis),
  variants: z.optional(z.array(variant)),
  seeds: z.optional(z.strictObject({ first: z.optional(z.number()), count: z.optional(z.number()) })),
  figure: z.optional(shortText),
});

type Axis = z.infer<typeof axis>;
type Variant = z.infer<typeof variant>;

export const SWEEP_VERSION = 1;

/** `UPGRADES[v]` turns a file of version v into one of version v + 1. None is needed yet. */
const UPGRADES: Readonly<Record<number, (old: JsonRecord) => JsonRecord>> = {};

const NAME_MOST = 120;
const FORMS = '{"migration": {…}}, {"failover": {…}} or {"trees": {…}}';

class Fault extends Error {}

/** What stands there, as far as a sentence can repeat it. */
function told(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'object' ? 'an object' : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

/**
 * @param defaults what the subject leaves out: `sweepDefaults`, as single runs' files have them
 * @returns `problem`: one sentence that names the place, what was found there and what may stand there
 */
export function parseSweep(
  json: unknown,
  defaults: SweepDefaults,
): { spec: SweepSpec } | { problem: string } {
  try {
    return { spec: read(json, defaults) };
  } catch (error) {
    if (error instanceof Fault) return { problem: error.message };
    throw error;
  }
}

function read(json: unknown, defaults: SweepDefaults): SweepSpec {
  if (!isRecord(json)) {
    throw new Fault('A sweep is a JSON object such as {"version": 1, "subject": …}; this is something else.');
  }
  const { subject: given, ...rest } = upgraded(json);
  const subject = readSubject(given, defaults);
  const whole = typeof rest.seeds === 'number' ? { ...rest, seeds: { count: rest.seeds } } : rest;
  const checked = schema.safeParse(whole);
  if (!checked.success) throw new Fault(sentenceOf(checked.error.issues, whole, schema));
  const { name = 'Sweep', axes, variants, seeds, figure } = checked.data;
  if (name.length > NAME_MOST) {
    throw new Fault(`"name" has ${name.length} characters; ${NAME_MOST} are possible.`);
  }
  const [first, second, third] = axes.map(readAxis);
  if (first === undefined || third !== undefined) {
    throw new Fault(`"axes" holds ${axes.length} axes; one or two are needed.`);
  }
  return {
    version: 1,
    name,
    subject,
    axes: second === undefined ? [first] : [first, second],
    variants: (variants ?? [{}]).map(readVariant),
    seeds: { first: seeds?.first ?? 1, count: seeds?.count ?? 1 },
    figure: figure ?? defaults.figures[subject.kind],
  };
}

function upgraded(json: JsonRecord): JsonRecord {
  let current = json;
  while (current.version !== SWEEP_VERSION) {
    const { version } = current;
    const step =
      typeof version === 'number' && Object.hasOwn(UPGRADES, version) ? UPGRADES[version] : undefined;
    if (version === undefined) {
      throw new Fault(
        `A sweep names its "version"; this one does not, and ${SWEEP_VERSION} is the only one so far.`,
      );
    }
    if (step === undefined) {
      throw new Fault(`"version" is ${told(version)}, but this program reads version ${SWEEP_VERSION} only.`);
    }
    current = step(current);
  }
  return current;
}

/** Where the long form holds the run of each kind. */
const FIELDS: Readonly<Record<SubjectKind, string>> = { failover: 'run', migration: 'spec', trees: 'lab' };

function readSubject(given: unknown, defaults: SweepDefaults): Subject {
  if (!isRecord(given)) {
    const found = given === undefined ? 'missing' : 'no object';
    throw new Fault(`"subject" is ${found}; ${FORMS} is needed.`);
  }
  const isLong = Object.hasOwn(given, 'kind');
  const kind = isLong ? given.kind : Object.keys(given)[0];
  if (kind !== 'failover' && kind !== 'migration' && kind !== 'trees') {
    throw new Fault(`"subject" names ${told(kind)}; ${FORMS} is needed.`);
  }
  const field = isLong ? FIELDS[kind] : kind;
  const allowed = isLong ? ['kind', field] : [field];
  const strange = Object.keys(given).find((key) => !allowed.includes(key));
  if (strange !== undefined) {
    throw new Fault(
      `"subject.${strange.slice(0, 40)}" is not a known field; allowed here: ${allowed.join(', ')}.`,
    );
  }
  const inner = given[field];
  if (!isRecord(inner))
    throw new Fault(`"subject.${field}" is needed: an object with fields, which may be empty.`);
  const place = `"subject.${field}"`;
  if (kind === 'migration') {
    return { kind, spec: unwrap(place, parseSolo({ version: 1, ...inner }, defaults.migration)).spec };
  }
  if (kind === 'trees') {
    return { kind, lab: unwrap(place, parseLab({ version: 1, ...inner }, defaults.trees)).spec };
  }
  return { kind, run: unwrap(place, parseRun({ version: 1, ...flat(inner) }, defaults.failover)).run };
}

/** A run is written as {scenario, commands} by programs, and all in one by people. */
function flat(run: JsonRecord): JsonRecord {
  const { scenario, ...rest } = run;
  return isRecord(scenario) ? { ...scenario, ...rest } : run;
}

function unwrap<T extends object>(place: string, parsed: T | { problem: string }): T {
  if ('problem' in parsed) throw new Fault(`In ${place}: ${parsed.problem}`);
  return parsed;
}

function readAxis({ parameter, values, from, to, steps, scale }: Axis, i: number): SweepAxis {
  const place = `axes.${i}`;
  const isSpan = [from, to, steps, scale].some((part) => part !== undefined);
  if (values !== undefined && isSpan) {
    throw new Fault(`"${place}" has "values" and a span; give "values", or "from", "to" and "steps".`);
  }
  if (values !== undefined) return { parameter, values };
  if (from === undefined || to === undefined || steps === undefined) {
    throw new Fault(`"${place}" lacks its values; give "values", or "from", "to" and "steps".`);
  }
  if (!Number.isInteger(steps) || steps < 1 || steps > AXIS_VALUES_MOST) {
    throw new Fault(`"${place}.steps" is ${steps}; use a whole number from 1 to ${AXIS_VALUES_MOST}.`);
  }
  if (scale === 'log' && !(from > 0 && to > 0)) {
    throw new Fault(`"${place}" goes from ${from} to ${to} by equal factors; both ends must be above 0.`);
  }
  return { parameter, values: axisValues({ from, to, steps, scale: scale ?? 'linear' }) };
}

function readVariant({ label, set = {} }: Variant, i: number): SweepVariant {
  const settings = Object.entries(set);
  for (const [path, value] of settings) {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) continue;
    throw new Fault(
      `"variants.${i}.set" sets ${told(path)} to a list or an object; give a number, a text, true, false or null.`,
    );
  }
  const inWords = settings.map(([path, value]) => `${path} ${String(value)}`).join(', ');
  return {
    label: label ?? (inWords === '' ? 'as it is' : inWords),
    set: set as SweepVariant['set'],
  };
}
