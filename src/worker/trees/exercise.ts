/** "Build this shape": the way to it stays here. */
import type { Handler } from './handler.ts';

export const exercise: Handler<'exercise'> = () => {
  throw new Error('There are no exercises yet; take a set of questions.');
};

export const checkExercise: Handler<'checkExercise'> = () => {
  throw new Error('There are no exercises yet; take a set of questions.');
};
