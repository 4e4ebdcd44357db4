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

export function packLines(lines: readonly SweepLine[]): PackedLines {
  const variants = new Places();
  const outcomes = new Places();
  const names = new Set<string>();
  for (const { figures } of lines) for (const name of Object.keys(figures)) names.add(name);
  const column = (value: (line: SweepLine) => number | null) =>
    Float64Array.from(lines, (line) => value(line) ?? Number.NaN);
  return {
    index: column((line) => line.index),
    variant: column((line) => variants.of(line.variant)),
    x: column((line) => line.x),
    y: column((line) => line.y),
    seed: column((line) => line.seed),
    outcome: column((line) => outcomes.of(line.outcome)),
    problems: lines.flatMap(({ problem }, row) => (problem === null ? [] : [[row, problem] as const])),
    figures: Array.from(names, (name) => ({
      name,
      values: column((line) => line.figures[name] ?? null),
      absent: Uint8Array.from(lines, (line) => (Object.hasOwn(line.figures, name) ? 0 : 1)),
    })),
    variants: variants.names,
    outcomes: outcomes.names,
  };
}

export function unpackLines(packed: PackedLines): SweepLine[] {
  const problems = new Map(packed.problems);
  return Array.from(packed.index, (index, row) => ({
    index,
    variant: packed.variants[packed.variant[row] ?? 0] ?? '',
    x: packed.x[row] ?? 0,
    y: orNull(packed.y[row]),
    seed: packed.seed[row] ?? 0,
    outcome: packed.outcomes[packed.outcome[row] ?? 0] ?? '',
    problem: problems.get(row) ?? null,
    figures: Object.fromEntries(
      packed.figures.flatMap(({ name, values, absent }) =>
        absent[row] === 1 ? [] : [[name, orNull(values[row])]],
      ),
    ),
  }));
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
