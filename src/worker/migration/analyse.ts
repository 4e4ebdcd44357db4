/** What a workload is like, and what that foretells. */
import { analyseSoloSteps } from '../../engine/simulation/solo-analysis.ts';
import { problemOf } from '../move-problem.ts';
import type { Handler } from './handler.ts';

export const analyse: Handler<'analyse'> = async (context, { spec }) => {
  const problem = problemOf(spec);
  if (problem !== null) throw new Error(problem);
  return analyseSoloSteps(spec, await context.libraryFor(spec));
};
