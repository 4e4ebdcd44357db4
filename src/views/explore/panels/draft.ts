/** A sweep as somebody types it, and what it makes: a spec, or one sentence for each field that cannot stand. */
import { axisValues } from '../../../base/axis-values.ts';
import { quantityOf, settingWithUnit } from '../../../layout/explore/quantity.ts';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type {
  ExploreCatalogue,
  FigureInfo,
  Subject,
  SubjectInfo,
  SweepAxis,
  SweepSpec,
  SweepVariant,
} from '../../../protocol/explore/requests.ts';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { inSentence } from '../situation.ts';
import { entryUnit } from './entry-unit.ts';
import { SETUP } from './words.ts';

const P = SETUP.problems;

export type AxisMode = 'log' | 'linear' | 'list';

/** All but the choice as typed. */
export interface AxisDraft {
  readonly parameter: string;
  readonly mode: AxisMode;
  readonly from: string;
  readonly to: string;
  readonly steps: string;
  readonly list: string;
}

export interface Draft {
  readonly subject: Subject;
  readonly first: AxisDraft;
  readonly second: AxisDraft | null;
  readonly variants: readonly SweepVariant[];
  readonly seedFirst: string;
  readonly seedCount: string;
  readonly figure: string;
  /** '' = named after what it asks */
  readonly name: string;
}

type Field = 'first' | 'second' | 'variants' | 'seedFirst' | 'seedCount' | 'cases';

export interface Made {
  /** null where a field cannot stand */
  readonly spec: SweepSpec | null;
  readonly problems: Readonly<Partial<Record<Field, string>>>;
  /** runs, as far as they can be counted */
  readonly counts: { readonly places: number; readonly cases: number } | null;
  /** the values an axis gives; null where it cannot */
  readonly values: { readonly first: readonly number[] | null; readonly second: readonly number[] | null };
}

type Limits = ExploreCatalogue['limits'];

export function draftOf(spec: SweepSpec, info: Pick<SubjectInfo, 'parameters'>): Draft {
  const [first, second] = spec.axes;
  return {
    subject: spec.subject,
    first: axisDraft(first, info.parameters),
    second: second === undefined ? null : axisDraft(second, info.parameters),
    variants: spec.variants,
    seedFirst: String(spec.seeds.first),
    seedCount: String(spec.seeds.count),
    figure: spec.figure,
    name: spec.name,
  };
}

/** A parameter around its value: from a quarter of it to four times as much, within its range. */
export function freshAxis(info: ParameterInfo | undefined, now: unknown): AxisDraft {
  const empty: AxisDraft = {
    parameter: info?.path ?? '',
    mode: 'linear',
    from: '',
    to: '',
    steps: '9',
    list: '',
  };
  if (info === undefined) return empty;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step } = info;
  const value = typeof now === 'number' ? now : Number(info.default);
  const whole = step !== undefined && Number.isInteger(step);
  const near = (one: number) =>
    Math.min(max, Math.max(min, whole ? Math.round(one) : Number(one.toPrecision(6))));
  const { factor } = entryUnit(info.unit);
  const some = Number.isFinite(value) && value > 0;
  const from = near(some ? value / 4 : 0);
  const to = near(some ? value * 4 : 10 * (step ?? 1));
  return {
    ...empty,
    mode: from > 0 && info.unit !== '0–1' && info.unit !== '%' ? 'log' : 'linear',
    from: plain(from / factor),
    to: plain(to / factor),
  };
}

function axisDraft({ parameter, values }: SweepAxis, parameters: readonly ParameterInfo[]): AxisDraft {
  const { factor } = entryUnit(parameters.find(({ path }) => path === parameter)?.unit ?? '');
  const ends = { from: values[0] ?? 0, to: values.at(-1) ?? 0, steps: values.length };
  const texts = {
    parameter,
    from: plain(ends.from / factor),
    to: plain(ends.to / factor),
    steps: String(ends.steps),
    list: values.map((value) => plain(value / factor)).join(', '),
  };
  for (const mode of ['log', 'linear'] as const) {
    if (values.length < 3 || ends.to <= ends.from || (mode === 'log' && ends.from <= 0)) continue;
    const made = axisValues({ ...ends, scale: mode });
    if (made.every((value, i) => value === values[i])) return { ...texts, mode };
  }
  return { ...texts, mode: 'list' };
}

export function make(
  draft: Draft,
  { parameters, figures }: Pick<SubjectInfo, 'parameters' | 'figures'>,
  limits: Limits,
): Made {
  const problems: Partial<Record<Field, string>> = {};
  const infoOf = ({ parameter }: AxisDraft) => parameters.find(({ path }) => path === parameter);
  const read = (field: 'first' | 'second', axis: AxisDraft): readonly number[] | null => {
    const info = infoOf(axis);
    const values = info === undefined ? P.parameter : valuesOf(axis, info, limits);
    if (typeof values !== 'string') return values;
    problems[field] = values;
    return null;
  };
  const first = read('first', draft.first);
  const second = draft.second === null ? null : read('second', draft.second);
  if (
    draft.second !== null &&
    draft.second.parameter !== '' &&
    draft.second.parameter === draft.first.parameter
  )
    problems.second = plainText(P.same, { label: infoOf(draft.first)?.label ?? draft.first.parameter });
  if (draft.variants.length === 0) problems.variants = P.variants;
  const seedFirst = wholeOf(draft.seedFirst);
  if (seedFirst === null || seedFirst < 0) problems.seedFirst = P.seedFirst;
  const seedCount = wholeOf(draft.seedCount);
  if (seedCount === null || seedCount < 1 || seedCount > limits.seeds)
    problems.seedCount = plainText(P.seedCount, { most: formatCount(limits.seeds) });
  const places = first === null ? null : first.length * (draft.second === null ? 1 : (second?.length ?? 0));
  const cases = places === null || seedCount === null ? null : places * draft.variants.length * seedCount;
  if (cases !== null && cases > limits.cases)
    problems.cases = plainText(P.cases, { cases: formatCount(cases), most: formatCount(limits.cases) });
  const counts = places === null || cases === null ? null : { places, cases };
  const values = { first, second };
  if (Object.keys(problems).length > 0 || first === null || seedFirst === null || seedCount === null)
    return { spec: null, problems, counts, values };
  const x: SweepAxis = { parameter: draft.first.parameter, values: first };
  const y =
    draft.second === null || second === null ? null : { parameter: draft.second.parameter, values: second };
  const figure = figures.find(({ name }) => name === draft.figure) ?? figures[0];
  const spec: SweepSpec = {
    version: 1,
    name:
      draft.name.trim() ||
      nameOf(figure, infoOf(draft.first), draft.second === null ? null : infoOf(draft.second)),
    subject: draft.subject,
    axes: y === null ? [x] : [x, y],
    variants: draft.variants,
    seeds: { first: seedFirst, count: seedCount },
    figure: figure?.name ?? draft.figure,
  };
  return { spec, problems, counts, values };
}

function nameOf(
  figure: FigureInfo | undefined,
  x: ParameterInfo | undefined,
  y: ParameterInfo | null | undefined,
) {
  return plainText(y ? SETUP.defaultNameTwo : SETUP.defaultName, {
    figure: figure?.label ?? '',
    x: inSentence(x?.label ?? ''),
    y: inSentence(y?.label ?? ''),
  });
}

/** The values in the parameter's own unit, or one sentence. */
function valuesOf(
  axis: AxisDraft,
  info: ParameterInfo,
  { values: most }: Limits,
): readonly number[] | string {
  const { factor } = entryUnit(info.unit);
  const whole = info.step !== undefined && Number.isInteger(info.step);
  const near = (value: number) => (whole ? Math.round(value) : Number(value.toPrecision(12)));
  if (axis.mode === 'list') {
    const texts = axis.list.split(/[,;\s]+/).filter((text) => text !== '');
    const wrong = texts.find((text) => !Number.isFinite(Number(text)));
    if (wrong !== undefined) return plainText(P.list, { text: wrong });
    if (texts.length === 0) return P.listEmpty;
    if (texts.length > most) return plainText(P.listMost, { most: formatCount(most) });
    return checked(
      texts.map((text) => near(Number(text) * factor)),
      info,
    );
  }
  const from = numberOf(axis.from);
  if (from === null) return plainText(P.number, { label: SETUP.from });
  const to = numberOf(axis.to);
  if (to === null) return plainText(P.number, { label: SETUP.to });
  if (to <= from) return P.order;
  if (axis.mode === 'log' && from <= 0) return P.positive;
  const steps = wholeOf(axis.steps);
  if (steps === null || steps < 2 || steps > most) return plainText(P.steps, { most: formatCount(most) });
  const made = axisValues({ from: near(from * factor), to: near(to * factor), steps, scale: axis.mode }).map(
    near,
  );
  return checked([...new Set(made)], info);
}

function checked(values: readonly number[], info: ParameterInfo): readonly number[] | string {
  const { min, max, label, unit } = info;
  const quantity = quantityOf(unit, values);
  const twice = values.find((value, i) => values.indexOf(value) < i);
  if (twice !== undefined) return plainText(P.twice, { value: settingWithUnit(twice, quantity) });
  const outside = values.some((value) => value < (min ?? value) || value > (max ?? value));
  if (!outside) return values;
  const text = (value: number) => settingWithUnit(value, quantityOf(unit, [value]));
  return max === undefined
    ? plainText(P.least, { label, min: text(min ?? 0) })
    : plainText(P.range, { label, min: text(min ?? 0), max: text(max) });
}

function numberOf(text: string): number | null {
  const value = Number(text.replaceAll(',', ''));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

function wholeOf(text: string): number | null {
  const value = numberOf(text);
  return value !== null && Number.isInteger(value) ? value : null;
}

const plain = (value: number): string => String(Number(value.toPrecision(12)));
