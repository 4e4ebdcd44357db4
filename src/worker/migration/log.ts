/** A `query-migrate` log of the user's own, beside the simulation with the same parameters. */
import { type ReadLog, readMigrateLog } from '../../engine/experiments/migrate-log.ts';
import { traceLibrary } from '../../engine/memory/trace.ts';
import { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import type { LogReading } from '../../protocol/migration/requests.ts';
import { problemOf } from '../move-problem.ts';
import type { Handler } from './handler.ts';
import { sentenceOf, sideView } from './open.ts';
import { simulate } from './simulate.ts';

const NO_TRACES = traceLibrary([]);

export const log: Handler<'log'> = (_context, { text, changes }) => {
  const { spec, ...read } = readMigrateLog(text, changes);
  if (spec === null) return { ...read, twin: null };
  const problem = problemOf(spec);
  return problem === null ? twinSteps(read, spec) : { ...read, problem, twin: null };
};

function* twinSteps(
  read: Omit<ReadLog, 'spec'>,
  spec: NonNullable<ReadLog['spec']>,
): Generator<number, LogReading, void> {
  const journal = new SoloJournal(false);
  try {
    const result = yield* simulate(spec, NO_TRACES, journal);
    return { ...read, twin: sideView({ spec, journal, result }) };
  } catch (error) {
    return { ...read, problem: sentenceOf(error), twin: null };
  }
}
