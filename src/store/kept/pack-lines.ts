/**
 * The lines of a sweep as columns. A sweep has thousands of lines; as objects they would take the browser's database
 * (and this page) many times as long to copy.
 */
import type { SweepLine } from '../../protocol/explore/requests.ts';
import { isRecord } from '../../protocol/merge.ts';

export interface PackedLines {
  /** what the columns `variant` and `outcome` are places in */
  readonly variants: readonly string[];
  readonly outcomes: readonly string[];
  readonly index: Float64Array;
  readonly variant: Float64Array;
  readonly x: Float64Array;
  /** NaN = null */
  readonly y: Float64Array;
  readonly seed: Float64Array;
  readonly outcome: Float64Array;
  /** place of a line and its sentence */
  readonly problems: readonly (readonly [number, string])[];
  readonly figures: readonly PackedFigure[];
}

interface PackedFigure {
  readonly name: string;
  /** NaN = null */
  readonly values: Float64Array;
  /** 1 where a line does not have the figure at all */
  readonly absent: Uint8Array;
}

const COLUMNS = ['index', 'variant', 'x', 'y', 'seed', 'outcome'] as const;

/** So many lines are done at once; who is in no hurry lets the page breathe between them. */
const SLICE = 1000;

/** In slices: the generator yields between them and returns the columns. */
export function* packing(lines: readonly SweepLine[]): Generator<void, PackedLines> {
  const variants = new Places();
  const outcomes = new Places();
  const empty = () => new Float64Array(lines.length).fill(Number.NaN);
  const columns = {
    index: empty(),
    variant: empty(),
    x: empty(),
    y: empty(),
    seed: empty(),
    outcome: empty(),
  };
  const problems: [number, string][] = [];
  const figures = new Map<string, PackedFigure>();
  for (const [row, line] of lines.entries()) {
    columns.index[row] = line.index;
    columns.variant[row] = variants.of(line.variant);
    columns.x[row] = line.x;
    columns.y[row] = line.y ?? Number.NaN;
    columns.seed[row] = line.seed;
    columns.outcome[row] = outcomes.of(line.outcome);
    if (line.problem !== null) problems.push([row, line.problem]);
    for (const name of Object.keys(line.figures)) {
      let figure = figures.get(name);
      if (figure === undefined) {
        figure = { name, values: empty(), absent: new Uint8Array(lines.length).fill(1) };
        figures.set(name, figure);
      }
      figure.values[row] = line.figures[name] ?? Number.NaN;
      figure.absent[row] = 0;
    }
    if (row % SLICE === SLICE - 1) yield;
  }
  return {
    ...columns,
    problems,
    figures: [...figures.values()],
    variants: variants.names,
    outcomes: outcomes.names,
  };
}

/** As `packing`, the other way. */
export function* unpacking(packed: PackedLines): Generator<void, readonly SweepLine[]> {
  const problems = new Map(packed.problems);
  const lines: SweepLine[] = [];
  for (const [row, index] of packed.index.entries()) {
    const figures: Record<string, number | null> = {};
    for (const { name, values, absent } of packed.figures)
      if (absent[row] !== 1) figures[name] = orNull(values[row]);
    lines.push({
      index,
      variant: packed.variants[packed.variant[row] ?? 0] ?? '',
      x: packed.x[row] ?? 0,
      y: orNull(packed.y[row]),
      seed: packed.seed[row] ?? 0,
      outcome: packed.outcomes[packed.outcome[row] ?? 0] ?? '',
      problem: problems.get(row) ?? null,
      figures,
    });
    if (row % SLICE === SLICE - 1) yield;
  }
  return lines;
}

/** Whether something read from the database can be unpacked. */
export function isPacked(value: unknown): value is PackedLines {
  if (!isRecord(value)) return false;
  const { index, variants, outcomes, problems, figures } = value;
  if (!(index instanceof Float64Array)) return false;
  const fits = (column: unknown, kind: typeof Float64Array | typeof Uint8Array) =>
    column instanceof kind && column.length === index.length;
  return (
    COLUMNS.every((name) => fits(value[name], Float64Array)) &&
    [variants, outcomes].every(
      (names) => Array.isArray(names) && names.every((name) => typeof name === 'string'),
    ) &&
    Array.isArray(problems) &&
    problems.every((entry) => Array.isArray(entry) && typeof entry[1] === 'string') &&
    Array.isArray(figures) &&
    figures.every(
      (figure: unknown) =>
        isRecord(figure) &&
        typeof figure.name === 'string' &&
        fits(figure.values, Float64Array) &&
        fits(figure.absent, Uint8Array),
    )
  );
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Texts by the order they came in. */
class Places {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  of(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
