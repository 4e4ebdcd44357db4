/** From JSON to what can be opened, as the command line would read it: what a file leaves out is the same there and here. */
import { sweepProblem } from '../../engine/experiments/sweep/check.ts';
import { sweepDefaults } from '../../engine/experiments/sweep/defaults.ts';
import type { SweepSpec } from '../../engine/experiments/sweep/spec.ts';
import { openLab } from '../../engine/lab/lab.ts';
import { defaultLab, type LabSpec } from '../../engine/lab/spec.ts';
import { type TraceLibrary, traceLibrary } from '../../engine/memory/trace.ts';
import { runProblem } from '../../engine/simulation/check.ts';
import { demoRun } from '../../engine/simulation/default-scenario.ts';
import type { Run } from '../../engine/simulation/scenario.ts';
import { createWorkload } from '../../engine/simulation/solo-guest.ts';
import { defaultSolo } from '../../engine/simulation/solo-spec.ts';
import { SENTENCES } from '../../protocol/import/words.ts';
import { isRecord } from '../../protocol/merge.ts';
import { parseMove } from '../../protocol/migration/link.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import { parseRun } from '../../protocol/scenario-schema.ts';
import { parseSweep } from '../../protocol/sweep-schema.ts';
import { parseLab } from '../../protocol/trees/lab-schema.ts';
import { problemOf } from '../move-problem.ts';
import { Refusal } from './refusal.ts';

export interface CheckContext {
  /** the recorded page traces, which some scenarios replay */
  loadLibrary(): Promise<TraceLibrary>;
}

/** A scenario file, or `{scenario, commands}`. @throws Refusal */
export async function runFrom(json: unknown, context: CheckContext): Promise<Run> {
  const parsed = parseRun(flat(json), demoRun);
  if ('problem' in parsed) throw refused(parsed.problem);
  await checkRun(parsed.run, context);
  return parsed.run;
}

/** What export writes holds both side by side; the command line reads them as one. */
function flat(json: unknown): unknown {
  if (!isRecord(json) || !isRecord(json.scenario)) return json;
  const { scenario, ...rest } = json;
  return { ...scenario, ...rest };
}

/** @throws Refusal */
export async function checkRun(run: Run, { loadLibrary }: CheckContext): Promise<void> {
  const replays = run.scenario.guests.some(({ workload }) => workload.kind === 'traces');
  const problem = runProblem(run, replays ? await loadLibrary() : traceLibrary([]));
  if (problem !== null) throw refused(problem);
}

/** @throws Refusal */
export function moveFrom(json: unknown): MoveLab {
  const lab = parseMove(json, { spec: defaultSolo, against: null });
  if ('problem' in lab) throw refused(lab.problem);
  checkMove(lab);
  return lab;
}

/** @throws Refusal */
export function checkMove({ spec, against }: MoveLab): void {
  const problem = problemOf(spec) ?? (against === null ? null : problemOf({ ...spec, strategy: against }));
  if (problem !== null) throw refused(problem);
  const { vm } = spec;
  // Whether a recording is here is known where it is opened.
  if (vm.workload.pattern === 'trace') return;
  const pagesPerMib = 1_048_576 / vm.pageBytes;
  try {
    createWorkload(spec, traceLibrary([]), Math.floor(vm.memoryMiB * pagesPerMib), pagesPerMib);
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

/** @throws Refusal */
export function labFrom(json: unknown): LabSpec {
  const parsed = parseLab(json, defaultLab);
  if ('problem' in parsed) throw refused(parsed.problem);
  checkLab(parsed.spec);
  return parsed.spec;
}

/** @throws Refusal */
export function checkLab(spec: LabSpec): void {
  // Whether a recording is here is known where it is opened.
  const { stream } = spec;
  const known = stream.kind === 'trace' ? { ...stream, kind: 'uniform', parameters: {} } : stream;
  const steps = openLab({ ...spec, stream: known }, null);
  try {
    // Numbers, tree and start shape are looked at first, then the stream begins.
    steps.next();
    steps.next();
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

/** @throws Refusal */
export function sweepFrom(json: unknown): SweepSpec {
  const parsed = parseSweep(json, sweepDefaults);
  if ('problem' in parsed) throw refused(parsed.problem);
  checkSweep(parsed.spec);
  return parsed.spec;
}

/** @throws Refusal */
export function checkSweep(spec: SweepSpec): void {
  const problem = sweepProblem(spec);
  if (problem !== null) throw refused(problem);
}

function refused(problem: string): Refusal {
  return new Refusal(SENTENCES.refused, { problem });
}
