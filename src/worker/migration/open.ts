/** Opening a migration: both sides are simulated whole, so that any moment of them can be shown. */
import { hashState } from '../../base/clone.ts';
import type { MoveLab } from '../../engine/experiments/moves.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import { strategyOf } from '../../engine/migration/strategy-registry.ts';
import { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import type { SoloSpec } from '../../engine/simulation/solo-spec.ts';
import type { MoveSide, OpenedMove } from '../../protocol/migration/requests.ts';
import { problemOf } from '../move-problem.ts';
import type { Handler } from './handler.ts';
import type { Moves, Side } from './moves.ts';
import { simulate } from './simulate.ts';

export const open: Handler<'open'> = async (context, { lab }) => {
  const specs = specsOf(lab);
  for (const spec of specs) {
    const problem = problemOf(spec);
    if (problem !== null) return { problem };
  }
  try {
    const library = await context.libraryFor(lab.spec);
    return openSteps(context.moves, lab, specs, library);
  } catch (error) {
    return { problem: sentenceOf(error) };
  }
};

/** A, then B if there is one */
function specsOf({ spec, against }: MoveLab): SoloSpec[] {
  return against === null ? [spec] : [spec, { ...spec, strategy: against }];
}

function* openSteps(
  moves: Moves,
  lab: MoveLab,
  specs: readonly SoloSpec[],
  library: TraceLibrary,
): Generator<number, { problem: string } | OpenedMove, void> {
  moves.makeRoom();
  const sides: Side[] = [];
  try {
    for (const [i, spec] of specs.entries()) {
      const known = moves.side(spec);
      sides.push(known ?? (yield* newSide(moves, spec, library, i / specs.length, 1 / specs.length)));
    }
  } catch (error) {
    return { problem: sentenceOf(error) };
  }
  const { key } = moves.open(lab, sides);
  return {
    moveKey: key,
    sides: sides.map(sideView),
    hash: hashState(JSON.stringify(sides.map(({ result }) => result))),
  };
}

function* newSide(
  moves: Moves,
  spec: SoloSpec,
  library: TraceLibrary,
  from: number,
  share: number,
): Generator<number, Side, void> {
  const journal = new SoloJournal();
  const steps = simulate(spec, library, journal);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return moves.keepSide(spec, journal, value);
    yield from + share * value;
  }
}

export function sideView({ spec, journal, result }: Pick<Side, 'spec' | 'journal' | 'result'>): MoveSide {
  return {
    spec,
    pages: journal.pages,
    result,
    endMs: journal.endMs,
    suspendedMs: journal.suspendedMs,
    resumedMs: journal.resumedMs,
    series: journal.series,
    rows: journal.rows,
    pause: journal.pause,
    pauseRows: journal.pauseRows,
    turns: journal.turns,
    heldPages: strategyOf(spec.strategy.kind).predicts ? result.heldPages : null,
  };
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
