/** The questions or the exercise a link names, out of the state and back into it. */
import type { Asked } from '../../protocol/trees/link.ts';
import type { TreesCore } from './core.ts';
import type { TreesState } from './types.ts';

/** null where nothing is asked, or only what everybody may switch on for themselves */
export function askedOf({ predict }: TreesState): Asked | null {
  const { mode, seed, count, kinds, exercise } = predict;
  if (mode === 'set') return { mode, seed, count, kinds };
  if (mode !== 'build' || exercise === null) return null;
  return { mode, seed, size: predict.size, moves: count };
}

export function followAsked(core: TreesCore, asked: Asked): void {
  const { actions } = core.store.getState();
  if (asked.mode === 'set') actions.startQuiz(asked.seed, asked.count, asked.kinds);
  else actions.startExercise(asked.seed, asked.size, asked.moves);
}
