/** The same migration under every strategy, one after the other. */
import { MOVE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import { type ComparedStrategy, comparedStrategy } from '../../engine/experiments/comparison.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import type { SoloSpec } from '../../engine/simulation/solo-spec.ts';
import type { CompareRow } from '../../protocol/migration/requests.ts';
import { problemOf } from '../move-problem.ts';
import { compareLine } from './compare-line.ts';
import type { Handler } from './handler.ts';
import { sentenceOf } from './open.ts';
import { simulate } from './simulate.ts';

export const compare: Handler<'compare'> = async (context, { spec, strategies, samples }) => {
  const library = await context.libraryFor(spec);
  return compareSteps(spec, strategies, samples, library);
};

function* compareSteps(
  spec: SoloSpec,
  strategies: readonly ComparedStrategy[],
  samples: number,
  library: TraceLibrary,
): Generator<{ rows: readonly CompareRow[]; done: number }, { rows: readonly CompareRow[] }, void> {
  const rows: CompareRow[] = [];
  for (const [i, compared] of strategies.entries()) {
    const strategy = comparedStrategy(spec.strategy, compared);
    const steps = row(compared.label, { ...spec, strategy }, samples, library);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) {
        rows.push(value);
        break;
      }
      yield { rows, done: (i + value) / strategies.length };
    }
  }
  return { rows };
}

function* row(
  label: string,
  spec: SoloSpec,
  samples: number,
  library: TraceLibrary,
): Generator<number, CompareRow, void> {
  const { strategy } = spec;
  const without = { label, strategy, result: null, line: new Float64Array(0), rows: 0 };
  const problem = problemOf(spec);
  if (problem !== null) return { ...without, problem };
  const journal = new SoloJournal(false);
  try {
    const result = yield* simulate(spec, library, journal);
    return {
      label,
      strategy,
      result,
      ...compareLine(journal, samples),
      cpuMs: cpuOf(journal),
      problem: null,
    };
  } catch (error) {
    return { ...without, problem: sentenceOf(error) };
  }
}

function cpuOf({ series, rows }: SoloJournal): Millis {
  return series[(rows - 1) * MOVE_WIDTH + MOVE.cpuMs] ?? 0;
}
