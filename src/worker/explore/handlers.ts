/** Who answers what. */
import { caseAt, caseCount } from '../../engine/experiments/sweep/cases.ts';
import { sweepProblem } from '../../engine/experiments/sweep/check.ts';
import { runOutcome } from '../../engine/experiments/sweep/run-subject.ts';
import { cases } from './cases.ts';
import { subjectInfo } from './catalogue.ts';
import type { Handlers } from './handler.ts';
import { libraryFor } from './library-for.ts';
import { rank } from './rank.ts';

export const handlers: Handlers = {
  about: (_context, { subject }) => subjectInfo(subject),
  check: (_context, { sweep }) => {
    const problem = sweepProblem(sweep);
    return { problem, cases: problem === null ? caseCount(sweep) : 0 };
  },
  caseOf: (_context, { sweep, index }) => ({ subject: caseAt(sweep, index).subject }),
  cases,
  rank,
  run: async (context, { subject }) => runOutcome(subject, await libraryFor(context, subject)),
};
