/** How far simulation and textbook are off the measured runs. Pure: rows in, figures out. */
import type { TwinFigures, TwinRow } from '../../protocol/migration/requests.ts';

export const MEASURES = ['totalTimeMs', 'bytesSent', 'downtimeMs', 'liveRounds'] as const;
export type Measure = (typeof MEASURES)[number];

export type Model = 'twin' | 'textbook';
export type Mode = TwinRow['mode'];
/** One migration as measured and as the models give it. */
export type Figures = Pick<TwinRow, 'measured' | Model>;

/** Time and bytes are judged by ratio; a pause of few milliseconds and a handful of rounds by difference. */
export const BY_RATIO: Readonly<Record<Measure, boolean>> = {
  totalTimeMs: true,
  bytesSent: true,
  downtimeMs: false,
  liveRounds: false,
};

/**
 * What there is of a measure. A migration that did not come to its end had no downtime, and the rounds of a formula
 * that never ends are where it was stopped.
 */
export function figureOf(row: Figures, of: keyof Figures, measure: Measure): number | null {
  const figures: TwinFigures | null = row[of];
  if (figures === null) return null;
  if (!figures.completed && (measure === 'downtimeMs' || (of === 'textbook' && measure === 'liveRounds')))
    return null;
  return figures[measure];
}

/**
 * Signed error of a model on one run: its value / measured − 1, or value − measured (ms, rounds), see `BY_RATIO`.
 * @returns null where one of the two has no such figure
 */
export function errorOf(row: Figures, model: Model, measure: Measure): number | null {
  const is = figureOf(row, 'measured', measure);
  const said = figureOf(row, model, measure);
  if (is === null || said === null) return null;
  if (!BY_RATIO[measure]) return said - is;
  return is === 0 ? null : said / is - 1;
}

/** Converged or not: whether the model says of a run what was measured; null where it says nothing. */
export function verdictRight(row: Figures, model: Model): boolean | null {
  const said = row[model];
  return said === null ? null : said.completed === row.measured.completed;
}

/** The value a share `q` of all lie below, as a value that occurs (nearest rank); NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Without a sign. */
export interface ErrorSummary {
  /** runs the model says something of */
  readonly runs: number;
  readonly median: number;
  readonly p90: number;
  readonly worst: number;
  readonly judged: number;
  readonly right: number;
}

export function summarise(rows: readonly TwinRow[], model: Model, measure: Measure): ErrorSummary {
  const errors = rows.map((row) => errorOf(row, model, measure)).filter((error) => error !== null);
  const sizes = errors.map(Math.abs);
  const verdicts = rows.map((row) => verdictRight(row, model)).filter((right) => right !== null);
  return {
    runs: sizes.length,
    median: quantile(sizes, 0.5),
    p90: quantile(sizes, 0.9),
    worst: sizes.length === 0 ? Number.NaN : Math.max(...sizes),
    judged: verdicts.length,
    right: verdicts.filter(Boolean).length,
  };
}
