/** Some cases of a sweep, one after the other. */
import { runCase } from '../../engine/experiments/sweep/cases.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type { SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import type { Handler } from './handler.ts';
import { libraryFor } from './library-for.ts';

export const cases: Handler<'cases'> = async (context, { sweep, indices }) =>
  runCases(sweep, indices, await libraryFor(context, sweep.subject, sweep.variants));

/** What it yields is worth nothing: lines are told when all of them are there. */
function* runCases(
  sweep: SweepSpec,
  indices: readonly number[],
  library: TraceLibrary,
): Generator<undefined, { lines: SweepLine[] }, void> {
  const lines: SweepLine[] = [];
  for (const index of indices) {
    const steps = runCase(sweep, index, library);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) {
        lines.push(value);
        break;
      }
      yield;
    }
    yield;
  }
  return { lines };
}
