import type { TreeStep } from './step.ts';

/**
 * The tag of a recorded step, by which a kind's `code` names its lines (see CodeLine):
 *
 *     start  compare  descend  link  unlink  replace  decay
 *     count, uncount                           counters going up in an access, down in a deletion
 *     zig  zig-zig  zig-zag  none              the verdict of a decision; "weigh" tags what comes just before a verdict,
 *                                              "unweighed" what keeps a pair from being weighed at all
 *     rotate:zig  rotate:zig-zig:1, :2  rotate:zig-zag:1, :2   1 = the first of the two, in the order in which they are done
 *
 * A rotation's tag follows from the decision before it, so the whole operation's steps are needed.
 * @throws Error if there is no such step.
 */
export function stepTag(steps: readonly TreeStep[], index: number): string {
  const step = steps[index];
  if (step === undefined) {
    throw new Error(`There is no step ${index}; the operation has ${steps.length}, counted from 0.`);
  }
  if (step.kind === 'decide') return step.case;
  if (step.kind === 'count') return step.amount < 0 ? 'uncount' : 'count';
  return step.kind === 'rotate' ? rotationTag(steps, index) : step.kind;
}

function rotationTag(steps: readonly TreeStep[], index: number): string {
  let nth = 1;
  for (let i = index - 1; i >= 0; i--) {
    const before = steps[i];
    if (before?.kind === 'rotate') nth++;
    else if (before?.kind === 'decide')
      return before.case === 'zig' ? 'rotate:zig' : `rotate:${before.case}:${nth}`;
    else break;
  }
  throw new Error(`Step ${index} is a rotation that nothing decided; give the steps of the whole operation.`);
}
