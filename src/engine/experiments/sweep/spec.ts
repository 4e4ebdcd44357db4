/**
 * A sweep: one subject, one or two numbers of it varied, each setting in several variants and with several seeds. Every
 * case is a run of its own that can be opened, and a case's figures depend on the case alone: however many workers or
 * machines share the work, together they print the same lines.
 *
 * Names here are public: the command line reads them, files and links carry them.
 */
import type { LabSpec } from '../../lab/spec.ts';
import type { Run } from '../../simulation/scenario.ts';
import type { SoloSpec } from '../../simulation/solo-spec.ts';

/** Whatever is run whole: a failover, a single migration, a stream of keys given to a tree. */
export type Subject =
  | { readonly kind: 'failover'; readonly run: Run }
  | { readonly kind: 'migration'; readonly spec: SoloSpec }
  | { readonly kind: 'trees'; readonly lab: LabSpec };

export type SubjectKind = Subject['kind'];

/** One number that is varied: evenly, by equal factors, or over a list. */
export interface SweepAxis {
  /** a numeric parameter of the subject, as `sweepParameters` names it, e.g. "link.bandwidthBytesPerSecond" */
  readonly parameter: string;
  readonly values: readonly number[];
}

/** One line of the picture: the subject with these settings, by path; a strategy, a predictor, a tree, a switch. */
export interface SweepVariant {
  readonly label: string;
  readonly set: Readonly<Record<string, string | number | boolean | null>>;
}

export interface SweepSpec {
  readonly version: 1;
  readonly name: string;
  readonly subject: Subject;
  /** one axis, or two: the second makes a map */
  readonly axes: readonly [SweepAxis] | readonly [SweepAxis, SweepAxis];
  /** at least one; `{label, set: {}}` is the subject as it is */
  readonly variants: readonly SweepVariant[];
  /** 1-based first seed and how many of them */
  readonly seeds: { readonly first: number; readonly count: number };
  /** the figure drawn first, one of `sweepFigures` of its kind */
  readonly figure: string;
}

/** Where one case stands: index = ((variant × ys + y) × xs + x) × seeds + seed, all from 0. */
export interface SweepCase {
  readonly index: number;
  readonly variant: number;
  /** place on the first axis, and on the second (0 where there is none) */
  readonly x: number;
  readonly y: number;
  /** the seed itself, not its place */
  readonly seed: number;
  readonly subject: Subject;
}

/** What a case came to. The command line prints one of these a line, in the order of `index`. */
export interface SweepLine {
  readonly index: number;
  readonly variant: string;
  readonly x: number;
  /** null where there is one axis only */
  readonly y: number | null;
  readonly seed: number;
  /** as the run itself tells it ("completed", "not-converged", …); "refused" where it cannot be run */
  readonly outcome: string;
  /** one sentence where it was refused */
  readonly problem: string | null;
  /** by name, in the units of `sweepFigures`; null where there is none (no downtime without a pause) */
  readonly figures: Readonly<Record<string, number | null>>;
}

/** A figure every run of a kind has. */
export interface FigureInfo {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** one sentence */
  readonly description: string;
  /** which direction people wish for; null where neither is better */
  readonly better: 'less' | 'more' | null;
}

/** What one parameter does to a figure: the run with it lower, as it is, and higher. */
export interface RankRow {
  readonly parameter: string;
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly now: number;
  /** the mean over the seeds of every figure, by name; `atNow` is the run as it is, with the same seeds */
  readonly atNow: Readonly<Record<string, number | null>>;
  readonly atLow: Readonly<Record<string, number | null>>;
  readonly atHigh: Readonly<Record<string, number | null>>;
  /** one sentence where a side was refused */
  readonly problem: string | null;
}

/** A run over time, to be laid over another one. */
export interface RunCurve {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** milliseconds, growing */
  readonly at: Float64Array;
  /** NaN where there is a gap, e.g. a lost ping */
  readonly value: Float64Array;
}

/** A whole run, to be compared. */
export interface RunOutcome {
  readonly outcome: string;
  readonly problem: string | null;
  readonly figures: Readonly<Record<string, number | null>>;
  readonly curves: readonly RunCurve[];
}
