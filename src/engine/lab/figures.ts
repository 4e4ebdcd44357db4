/**
 * Figures 6 and 7 of paper B re-made: what an access costs, in nodes visited and in time, against the number of keys.
 * The paper's own curves are not in its text, so nothing here is compared with them.
 *
 * Every tree of one size starts balanced and gets the same operations: a warm-up, in which it adapts (and the machine's
 * compiler too), then five timed runs, of which the median counts. Trees take turns within each size, so that a machine
 * that slows down slows all of them.
 */
import { treeKinds } from '../trees/registry.ts';
import { createTreeFrom } from '../trees/shapes.ts';
import type { Tree } from '../trees/tree.ts';
import type { Job } from './job.ts';
import type { TreeChoice } from './spec.ts';

export interface FigureRow {
  readonly kind: string;
  readonly keys: number;
  /** per access, over the timed runs */
  readonly visited: number;
  readonly rotations: number;
  /** per access, median of the timed runs */
  readonly microseconds: number;
}

export interface FiguresPlan {
  readonly contestants: readonly TreeChoice[];
  /** numbers of keys, each at least 1 */
  readonly sizes: readonly number[];
  /** a stream of ranks 0 … keys − 1, from its beginning */
  source(keys: number): { next(): number };
  /** milliseconds of any steady clock */
  now(): number;
}

export interface FiguresProgress {
  readonly rows: readonly FigureRow[];
  /** 0–1 */
  readonly done: number;
}

const RUNS = 5;
/** Long enough for a browser's clock, which may tell tenths of a millisecond only. */
const TIMED = 100_000;
const WARM_UP = { least: 200_000, most: 1_000_000 };
/** Accesses between two chances for others. */
const PIECE = 20_000;

interface Runner {
  readonly choice: TreeChoice;
  readonly tree: Tree;
  readonly times: number[];
  visited: number;
  rotations: number;
}

/** A tree that cannot hold so many keys is left out at that size. */
export function* runFigures(plan: FiguresPlan): Job<FiguresProgress, readonly FigureRow[]> {
  const rows: FigureRow[] = [];
  const { sizes, contestants } = plan;
  for (const [place, keys] of sizes.entries()) {
    const warmUp = Math.min(WARM_UP.most, Math.max(WARM_UP.least, 4 * keys));
    const sequence = new Int32Array(warmUp + RUNS * TIMED);
    const source = plan.source(keys);
    for (let at = 0; at < sequence.length; at += 1) {
      sequence[at] = source.next();
      if (at % PIECE === 0) yield progress(0);
    }
    const runners: Runner[] = [];
    for (const choice of contestants) {
      const tree = startOf(choice, keys, sequence);
      if (tree !== null) runners.push({ choice, tree, times: [], visited: 0, rotations: 0 });
      yield progress(0);
    }
    for (const [turn, { tree }] of runners.entries()) {
      for (let at = 0; at < warmUp; at += PIECE) {
        access(tree, sequence, at, Math.min(warmUp, at + PIECE));
        yield progress((0.6 * (turn + at / warmUp)) / runners.length);
      }
    }
    for (const runner of runners) {
      runner.visited = runner.tree.totals.nodesVisited;
      runner.rotations = runner.tree.totals.rotations;
    }
    for (let run = 0; run < RUNS; run += 1) {
      for (const { tree, times } of runners) {
        const from = warmUp + run * TIMED;
        const before = plan.now();
        access(tree, sequence, from, from + TIMED);
        times.push(plan.now() - before);
        yield progress(0.6 + (0.4 * run) / RUNS);
      }
    }
    for (const { choice, tree, times, visited, rotations } of runners) {
      const { totals } = tree;
      rows.push({
        kind: choice.kind,
        keys,
        visited: (totals.nodesVisited - visited) / (RUNS * TIMED),
        rotations: (totals.rotations - rotations) / (RUNS * TIMED),
        microseconds: (1000 * median(times)) / TIMED,
      });
    }
    function progress(share: number): FiguresProgress {
      return { rows, done: (place + share) / sizes.length };
    }
  }
  return rows;
}

function access(tree: Tree, keys: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i += 1) tree.access(keys[i] as number);
}

function startOf(choice: TreeChoice, keys: number, sequence: Int32Array): Tree | null {
  const entry = treeKinds.find(({ kind }) => kind === choice.kind);
  if (entry === undefined || (entry.maxKeys !== null && keys > entry.maxKeys)) return null;
  const tree = createTreeFrom(choice.kind, `balanced:${keys}`, choice.parameters);
  return entry.prepare?.(tree, accesses(sequence)) ?? tree;
}

function* accesses(keys: Int32Array): Generator<{ operation: 'access'; key: number }> {
  for (const key of keys) yield { operation: 'access', key };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
