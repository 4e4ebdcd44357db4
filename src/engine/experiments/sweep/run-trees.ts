/** A stream of keys given to one tree, as a case. */
import { openLab } from '../../lab/lab.ts';
import { commandAt } from '../../lab/operations.ts';
import type { LabSpec } from '../../lab/spec.ts';
import type { TraceLibrary } from '../../memory/trace.ts';
import { figuresOf } from './figures.ts';
import { type Outcome, refused, sentenceOf } from './outcome.ts';
import type { RunCurve } from './spec.ts';

/** Operations between two looks at the clock. */
const PIECE = 2048;
/** Points of a curve, each the mean of so many operations. */
const WINDOWS = 200;
/** Part of the work that making the stream is. */
const OPENING = 0.3;

/** Yields how far it is, 0–1. */
export function* runTrees(
  spec: LabSpec,
  library: TraceLibrary,
  wantsCurves: boolean,
): Generator<number, Outcome, void> {
  const opening = openLab(spec, library);
  let opened: ReturnType<typeof opening.next>;
  try {
    for (opened = opening.next(); opened.done !== true; opened = opening.next()) yield OPENING * opened.value;
  } catch (error) {
    return refused('trees', sentenceOf(error));
  }
  const { operations, start: tree } = opened.value;
  const { count } = operations;
  const half = count >> 1;
  const window = Math.max(1, Math.ceil(count / WINDOWS));
  const rows: { at: number; visited: number; rotations: number }[] = [];
  let late = tree.totals;
  let seen = tree.totals;
  let before = tree.totals.nodesVisited;
  let dearest = 0;
  for (let i = 0; i < count; i += 1) {
    if (i % PIECE === 0) yield OPENING + ((1 - OPENING) * i) / count;
    if (i === half) late = { ...tree.totals };
    const { operation, key } = commandAt(operations, i);
    tree[operation](key);
    const visited = tree.totals.nodesVisited;
    if (visited - before > dearest) dearest = visited - before;
    before = visited;
    if (!wantsCurves || ((i + 1) % window !== 0 && i + 1 < count)) continue;
    const operationsDone = i + 1 - (rows.at(-1)?.at ?? 0);
    rows.push({
      at: i + 1,
      visited: (visited - seen.nodesVisited) / operationsDone,
      rotations: (tree.totals.rotations - seen.rotations) / operationsDone,
    });
    seen = { ...tree.totals };
  }
  const { totals } = tree;
  const perOperation = (total: number, operationsDone: number): number | null =>
    operationsDone === 0 ? null : total / operationsDone;
  return {
    outcome: 'completed',
    problem: null,
    figures: figuresOf('trees', {
      visitedPerOperation: perOperation(totals.nodesVisited, count),
      rotationsPerOperation: perOperation(totals.rotations, count),
      lateVisitedPerOperation: perOperation(totals.nodesVisited - late.nodesVisited, count - half),
      lateRotationsPerOperation: perOperation(totals.rotations - late.rotations, count - half),
      dearest,
      height: tree.height(),
      keys: tree.size,
    }),
    curves: wantsCurves ? curvesOf(rows) : [],
  };
}

function curvesOf(rows: readonly { at: number; visited: number; rotations: number }[]): RunCurve[] {
  const at = Float64Array.from(rows, (row) => row.at);
  return [
    {
      name: 'visited',
      label: 'Nodes visited an operation',
      unit: '',
      at,
      value: Float64Array.from(rows, (row) => row.visited),
    },
    {
      name: 'rotations',
      label: 'Rotations an operation',
      unit: '',
      at,
      value: Float64Array.from(rows, (row) => row.rotations),
    },
  ];
}
