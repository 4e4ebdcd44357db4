/** A cluster run as a case: run until its time is over and all is settled, watched at every ping and every sample of CPU. */
import type { Micros } from '../../../base/units.ts';
import { microsFromMillis } from '../../../base/units.ts';
import type { TraceLibrary } from '../../memory/trace.ts';
import { runProblem } from '../../simulation/check.ts';
import type { Run } from '../../simulation/scenario.ts';
import { emptySeries } from '../../simulation/series.ts';
import { createSimulation, isSettled } from '../../simulation/simulation.ts';
import { advance } from '../../timeline/timeline.ts';
import { FailoverWatch } from './failover-watch.ts';
import { type Outcome, refused } from './outcome.ts';

/** CPU is sampled each so often (simulation/observe.ts). */
const CPU_US: Micros = 100_000;
/** What never settles ends here, as a run nobody touches does. */
const MOST_US: Micros = 600_000_000;
/** Looks between two chances for others. */
const PIECE = 64;

/** Yields how far it is, 0–1. It ends when its time is over and all is settled. */
export function* runFailover(
  asked: Run,
  library: TraceLibrary,
  wantsCurves: boolean,
): Generator<number, Outcome, void> {
  // A copy, since the engine freezes what it runs.
  const run = JSON.parse(JSON.stringify(asked)) as Run;
  const problem = runProblem(run, library);
  if (problem !== null) return refused('failover', problem);
  const { scenario, commands } = run;
  const sim = createSimulation(scenario, library);
  const sink = emptySeries();
  const watch = new FailoverWatch(sim, commands, wantsCurves);
  const pingUs = microsFromMillis(scenario.network.pingIntervalMs);
  const endUs = microsFromMillis(scenario.durationMs);
  let ping = 0;
  let cpu = 1;
  for (let looks = 0; ; looks += 1) {
    const nextPing = ping * pingUs;
    const nextCpu = cpu * CPU_US;
    const at = Math.min(nextPing, nextCpu);
    if (at > MOST_US || (at > endUs && isSettled(sim))) break;
    if (at === nextPing) ping += 1;
    if (at === nextCpu) {
      cpu += 1;
      // Only what happens at this very moment is written down: the samples.
      if (at > 1) advance(sim, commands, at - 1, null);
      advance(sim, commands, at, sink);
    } else {
      advance(sim, commands, at, null);
    }
    watch.look(sink.cpu);
    if (looks % PIECE === 0) yield Math.min(1, at / Math.max(endUs, 1));
  }
  return watch.outcome();
}
