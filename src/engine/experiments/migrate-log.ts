/** A `query-migrate` log of somebody's own: what was measured, and the migration with the settings it tells of. */
import { SAMPLE, SAMPLE_WIDTH } from '../../base/columns.ts';
import { soloProblem } from '../simulation/solo-check.ts';
import { defaultSolo, type SoloSpec } from '../simulation/solo-spec.ts';
import type { TwinFigures } from './measured-runs.ts';
import { type InferredSetting, inferSettings } from './migrate-log-inference.ts';
import { type LogLine, readLogLines } from './migrate-log-lines.ts';

export interface ReadLog {
  /** one sentence when nothing can be used, or a setting set by hand cannot be */
  readonly problem: string | null;
  /** lines that were left out, one sentence each with number and reason */
  readonly complaints: readonly string[];
  /** lines that are used */
  readonly lines: number;
  readonly measured: TwinFigures | null;
  /** rows of SAMPLE */
  readonly samples: Float64Array;
  readonly sampleRows: number;
  readonly settings: readonly InferredSetting[];
  readonly spec: SoloSpec | null;
}

/** a picture needs no more rows; of a longer log every so many go */
const MOST_SAMPLES = 4000;

/** @param changes settings set by hand, by path; they take the place of what the log told */
export function readMigrateLog(
  text: string,
  changes: Readonly<Record<string, number | string | boolean>> = {},
): ReadLog {
  const { lines, complaints, looked } = readLogLines(text);
  const last = lines.at(-1);
  if (last === undefined) return unusable(looked, complaints);
  const settings = inferSettings(lines).map((setting): InferredSetting => {
    const value = changes[setting.path];
    return value === undefined ? setting : { ...setting, value, from: 'Set by hand.' };
  });
  const spec = specOfSettings(settings);
  const known = settings.map(({ path }) => path);
  const strange = Object.keys(changes).find((path) => !known.includes(path));
  const problem =
    strange === undefined
      ? soloProblem(spec)
      : `There is no setting "${strange}"; use one of the listed ones.`;
  const samples = samplesOf(lines);
  return {
    problem,
    complaints,
    lines: lines.length,
    measured: figuresOf(last),
    samples,
    sampleRows: samples.length / SAMPLE_WIDTH,
    settings,
    spec: problem === null ? spec : null,
  };
}

function unusable(looked: number, complaints: readonly string[]): ReadLog {
  const why = complaints[0] ?? 'No reply tells of a migration under way.';
  const problem =
    looked === 0
      ? 'The log is empty; give the replies of query-migrate as JSON, one a line.'
      : `Nothing in the log can be used; give the replies of query-migrate as JSON, one a line. ${why}`;
  return {
    problem,
    complaints,
    lines: 0,
    measured: null,
    samples: new Float64Array(0),
    sampleRows: 0,
    settings: [],
    spec: null,
  };
}

/** The settings in their places; the rest is as in every other migration. */
function specOfSettings(settings: readonly InferredSetting[]): SoloSpec {
  let tree: Tree = { ...defaultSolo };
  for (const { path, value } of settings) {
    // a cache of no size is none
    const cleared = path === 'strategy.xbzrleCacheMiB' && value === 0;
    tree = withValue(tree, path.split('.'), cleared ? null : value);
  }
  return withValue(tree, ['strategy', 'stopRule', 'kind'], 'qemu') as unknown as SoloSpec;
}

type Tree = Readonly<Record<string, unknown>>;

function withValue(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree {
  return { ...tree, [name]: rest.length === 0 ? value : withValue(tree[name] as Tree, rest, value) };
}

/** Rounds as in measured-runs.ts: syncs less the one that stops it, and in pre-copy the one that found little enough. */
function figuresOf(last: LogLine): TwinFigures {
  const completed = last.status === 'completed';
  const beyond = (last.postcopyBytes ?? 0) > 0 || (last.postcopyRequests ?? 0) > 0 ? 1 : 2;
  const syncs = last.dirtySyncs ?? 0;
  return {
    completed,
    totalTimeMs: last.ms,
    downtimeMs: completed ? last.downtimeMs : null,
    bytesSent: last.sent,
    liveRounds: Math.max(0, completed ? syncs - beyond : syncs),
  };
}

function samplesOf(lines: readonly LogLine[]): Float64Array {
  const every = Math.ceil(lines.length / MOST_SAMPLES);
  const kept = lines.filter((_, i) => i % every === 0 || i === lines.length - 1);
  const samples = new Float64Array(kept.length * SAMPLE_WIDTH);
  for (const [i, { ms, sent, remaining }] of kept.entries()) {
    samples[i * SAMPLE_WIDTH + SAMPLE.ms] = ms;
    samples[i * SAMPLE_WIDTH + SAMPLE.bytesSent] = sent;
    samples[i * SAMPLE_WIDTH + SAMPLE.remainingBytes] = remaining;
  }
  return samples;
}
