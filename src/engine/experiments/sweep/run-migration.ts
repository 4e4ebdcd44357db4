/** A single migration as a case: its figures, and its curves where somebody wants them. */
import { MOVE, MOVE_WIDTH } from '../../../base/columns.ts';
import { type TraceLibrary, traceLibrary } from '../../memory/trace.ts';
import { migrateSoloSteps, type SoloResult } from '../../simulation/solo.ts';
import { soloProblem } from '../../simulation/solo-check.ts';
import { SoloJournal } from '../../simulation/solo-journal.ts';
import type { SoloSpec } from '../../simulation/solo-spec.ts';
import { figuresOf } from './figures.ts';
import { type Outcome, refused, sentenceOf } from './outcome.ts';
import type { RunCurve } from './spec.ts';

/** Yields how far it is, 0–1: of its patience, since nobody knows how long it takes. */
export function* runMigration(
  spec: SoloSpec,
  library: TraceLibrary,
  wantsCurves: boolean,
): Generator<number, Outcome, void> {
  const problem = soloProblem(spec);
  if (problem !== null) return refused('migration', problem);
  const own = libraryOf(spec, library);
  if (typeof own === 'string') return refused('migration', own);
  const journal = wantsCurves ? new SoloJournal(false) : null;
  let steps: ReturnType<typeof migrateSoloSteps>;
  try {
    steps = migrateSoloSteps(spec, own, journal);
  } catch (error) {
    return refused('migration', sentenceOf(error));
  }
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return outcomeOf(value, journal);
    yield Math.min(1, value / spec.giveUpAfterMs);
  }
}

/** A recorded program is looked up by its name. */
function libraryOf({ vm }: SoloSpec, library: TraceLibrary): TraceLibrary | string {
  const { pattern, file } = vm.workload;
  if (pattern !== 'trace') return library;
  const trace = library.traces.find(({ name }) => name === file);
  if (trace !== undefined) return traceLibrary([trace]);
  const known = library.traces.map(({ name }) => name).join(', ');
  return `vm.workload.file is "${file}", but there are only the recordings ${known}; use one of them.`;
}

function outcomeOf(result: SoloResult, journal: SoloJournal | null): Outcome {
  const completed = result.outcome === 'completed';
  const { heldPages, heldPagesWritten, postCopy } = result;
  return {
    outcome: result.outcome,
    problem: null,
    figures: figuresOf('migration', {
      downtimeMs: completed ? result.downtimeMs : null,
      totalTimeMs: completed ? result.totalTimeMs : null,
      bytesSent: result.bytesSent,
      pagesSent: result.pagesSent,
      rounds: result.rounds.length,
      notConverged: result.outcome === 'not-converged' ? 1 : 0,
      heldPages,
      hits: heldPagesWritten,
      hitShare: heldPages === 0 ? null : heldPagesWritten / heldPages,
      faults: postCopy?.faults ?? null,
      stalledMs: postCopy?.stalledMs ?? null,
      standstillMs: completed ? result.downtimeMs + (postCopy?.stalledMs ?? 0) : null,
      cpuMs: result.cpuMs,
      pageWrites: result.pageWrites,
    }),
    curves: journal === null ? [] : curvesOf(journal),
  };
}

function curvesOf(journal: SoloJournal): RunCurve[] {
  const { series, rows } = journal;
  const column = (at: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => series[row * MOVE_WIDTH + at] as number);
  const at = column(MOVE.ms);
  const sent = column(MOVE.bytesSent);
  const curve = (name: string, label: string, unit: string, value: Float64Array): RunCurve => ({
    name,
    label,
    unit,
    at,
    value,
  });
  return [
    curve('remaining', 'Bytes left', 'B', column(MOVE.remainingBytes)),
    curve('rate', 'Sending rate', 'B/s', ratesOf(at, sent)),
    curve('dirtied', 'Pages dirtied since the round began', 'pages', column(MOVE.dirtyPages)),
    curve('sent', 'Bytes sent', 'B', sent),
  ];
}

/** Per second, since the row before; the first row has none. */
function ratesOf(at: Float64Array, total: Float64Array): Float64Array {
  return at.map((ms, i) => {
    const spanMs = ms - (at[i - 1] ?? Number.NaN);
    return spanMs > 0 ? (1000 * ((total[i] as number) - (total[i - 1] as number))) / spanMs : Number.NaN;
  });
}
