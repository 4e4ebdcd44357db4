/** Every measured run beside its simulated twin. */
import {
  type MeasuredRun,
  measuredRounds,
  measuredSamples,
  specOfRun,
  type TwinRow,
  twinRowsOf,
} from '../../engine/experiments/measured-runs.ts';
import { traceLibrary } from '../../engine/memory/trace.ts';
import { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import { SAMPLE_WIDTH, type TwinDetail } from '../../protocol/migration/requests.ts';
import type { Handler } from './handler.ts';
import { sideView } from './open.ts';
import { simulate } from './simulate.ts';

/** No measured guest replayed a recorded program. */
const NO_TRACES = traceLibrary([]);

export const twins: Handler<'twins'> = async (context) => twinSteps(await context.measured());

function* twinSteps(
  runs: readonly MeasuredRun[],
): Generator<{ rows: readonly TwinRow[]; done: number }, { rows: readonly TwinRow[] }, void> {
  const rows: TwinRow[] = [];
  for (const [i, run] of runs.entries()) {
    const steps = simulate(specOfRun(run), NO_TRACES, null);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) {
        rows.push(...twinRowsOf(run, value));
        break;
      }
      yield { rows, done: (i + value) / runs.length };
    }
  }
  return { rows };
}

export const twin: Handler<'twin'> = async (context, { name, repeat }) => {
  const run = (await context.measured()).find((candidate) => candidate.name === name);
  if (run?.repeats[repeat] === undefined) {
    throw new Error(`There is no measured run "${name}", repeat ${repeat + 1}; choose one of the table.`);
  }
  return detail(run, repeat);
};

function* detail(run: MeasuredRun, repeat: number): Generator<number, TwinDetail, void> {
  const spec = specOfRun(run);
  const journal = new SoloJournal(false);
  const result = yield* simulate(spec, NO_TRACES, journal);
  const row = twinRowsOf(run, result)[repeat];
  const measured = run.repeats[repeat];
  if (row === undefined || measured === undefined)
    throw new Error(`"${run.name}" has no repeat ${repeat + 1}.`);
  const samples = measuredSamples(measured);
  return {
    row,
    samples,
    sampleRows: samples.length / SAMPLE_WIDTH,
    measuredRounds: measuredRounds(measured),
    twin: sideView({ spec, journal, result }),
  };
}
