/**
 * "Build this shape": the way to it stays here. An exercise's key is its order, so that a restarted worker still knows
 * it; to make one again takes a few operations on a dozen keys.
 */
import { checkExercise as check, makeExercise } from '../../engine/lab/exercises.ts';
import { bracketText } from '../../engine/trees/shape-text.ts';
import { createTreeFrom, type ShapeRow } from '../../engine/trees/shapes.ts';
import type { TreesRequestOf } from '../../protocol/trees/requests.ts';
import type { Handler } from './handler.ts';
import { columnsOf, rank } from './tree-columns.ts';

export const exercise: Handler<'exercise'> = (_context, request) => {
  const { start, target, solution } = made(request);
  const treeOf = (rows: readonly ShapeRow[]) =>
    createTreeFrom(request.tree.kind, rows, request.tree.parameters);
  const goal = treeOf(target);
  const begin = treeOf(start);
  const whole = { from: 0, to: goal.size };
  return {
    exerciseKey: JSON.stringify(request),
    start: bracketText(begin, begin.counts),
    target: bracketText(goal),
    nodes: columnsOf(
      rank(goal, () => 1),
      whole,
      goal.size,
    ).nodes,
    moves: solution.length,
  };
};

export const checkExercise: Handler<'checkExercise'> = (
  context,
  { exerciseKey, labKey, operation, step },
) => {
  const { run } = context.lab(labKey);
  run.seek(operation, step);
  return check(run.tree, made(JSON.parse(exerciseKey)).target);
};

function made({ tree, seed, size, moves }: TreesRequestOf<'exercise'>) {
  return makeExercise({ kind: tree.kind, parameters: tree.parameters, seed, size, moves });
}
