/**
 * `sweep [sweep.json] [--shard i/n]`: every run of a sweep, one JSON line each, as they come. Shards one after the other
 * are the whole. `sweep --ready [NAME]`: the ready-made sweeps, or the file of one.
 */
import { caseCount, linesOf, shardOf } from '../engine/experiments/sweep/cases.ts';
import { sweepProblem } from '../engine/experiments/sweep/check.ts';
import { sweepDefaults } from '../engine/experiments/sweep/defaults.ts';
import { readySweeps } from '../engine/experiments/sweep/ready.ts';
import type { SweepSpec } from '../engine/experiments/sweep/spec.ts';
import { type TraceLibrary, traceLibrary } from '../engine/memory/trace.ts';
import { parseSweep } from '../protocol/sweep-schema.ts';
import { Complaint, orComplain } from './complaint.ts';
import { readJson, readTrace, recordedTraces } from './files.ts';

const USE = 'Use: sweep [sweep.json] [--shard i/n], or sweep --ready [NAME].';
const SHARDS_MOST = 1_000_000;

export function sweep(words: readonly string[]): string | Iterable<string> {
  if (words[0] === '--ready') return ready(words.slice(1));
  const { path, shard } = takeOptions(words);
  const spec = path === undefined ? firstReady() : readSweep(path);
  const library = libraryOf(spec);
  const count = caseCount(spec);
  const range = shard === null ? { from: 0, to: count } : shardOf(count, shard.i, shard.n);
  return linesOfText(linesOf(spec, range, library));
}

function* linesOfText(lines: Iterable<unknown>): Generator<string, void, void> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** What there is, one a line; or one of them as a file to begin from. */
function ready(words: readonly string[]): string {
  const [kind, ...more] = words;
  if (more.length > 0) throw new Complaint(`"--ready" takes one name; "${more[0]}" is too much. ${USE}`);
  if (kind === undefined) {
    return readySweeps
      .map(
        ({ kind, name, about, spec }) => `${JSON.stringify({ kind, name, about, runs: caseCount(spec) })}\n`,
      )
      .join('');
  }
  const found = readySweeps.find((one) => one.kind === kind);
  if (found === undefined) {
    const known = readySweeps.map((one) => one.kind).join(', ');
    throw new Complaint(`There is no ready-made sweep "${kind}"; use one of ${known}.`);
  }
  return `${JSON.stringify(found.spec, null, 2)}\n`;
}

interface Shard {
  readonly i: number;
  readonly n: number;
}

function takeOptions(words: readonly string[]): { path: string | undefined; shard: Shard | null } {
  const paths: string[] = [];
  let shard: Shard | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, attached] = /^--shard(?:=(.*))?$/s.exec(word) ?? [];
    if (word === '--shard' || attached !== undefined) {
      if (shard !== null) throw new Complaint(`--shard is given twice. ${USE}`);
      if (attached === undefined) at += 1;
      shard = readShard(attached ?? words[at]);
    } else if (word.startsWith('--')) throw new Complaint(`"${word}" is no option of "sweep". ${USE}`);
    else paths.push(word);
  }
  const [path, tooMuch] = paths;
  if (tooMuch !== undefined) throw new Complaint(`"sweep" takes one file; "${tooMuch}" is too much. ${USE}`);
  return { path, shard };
}

function readShard(text: string | undefined): Shard {
  if (text === undefined || text === '') {
    throw new Complaint('After --shard comes which one of how many, as in --shard 1/4.');
  }
  const [, first, second] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  if (first === undefined || second === undefined) {
    throw new Complaint(`"${text}" is no shard; write which one of how many, as in --shard 1/4.`);
  }
  const [i, n] = [Number(first), Number(second)];
  if (n < 1 || n > SHARDS_MOST) {
    throw new Complaint(`--shard ${text} asks for ${n} shards; use 1 to ${SHARDS_MOST}.`);
  }
  if (i < 1 || i > n) {
    throw new Complaint(`--shard ${text} is not there; shards are counted from 1, here 1/${n} to ${n}/${n}.`);
  }
  return { i, n };
}

function firstReady(): SweepSpec {
  const [first] = readySweeps;
  if (first === undefined) throw new Complaint(USE);
  return first.spec;
}

function readSweep(path: string): SweepSpec {
  const parsed = parseSweep(readJson(path), sweepDefaults);
  if ('problem' in parsed) throw new Complaint(parsed.problem);
  return orComplain(sweepProblem(parsed.spec), parsed.spec);
}

/** The recorded programs, and the caller's own traces where the subject or a variant names files. */
function libraryOf({ subject, variants }: SweepSpec): TraceLibrary {
  const recorded = recordedTraces();
  if (subject.kind !== 'migration') return recorded;
  const { pattern, file } = subject.spec.vm.workload;
  const patterns = [pattern, ...variants.map(({ set }) => set['vm.workload.pattern'])];
  if (!patterns.includes('trace')) return recorded;
  const files = new Set([file, ...variants.map(({ set }) => set['vm.workload.file'])]);
  const own = [...files].filter(
    (name): name is string =>
      typeof name === 'string' && !recorded.traces.some((trace) => trace.name === name),
  );
  return traceLibrary([...recorded.traces, ...own.flatMap((name) => readTrace(name).traces)]);
}
