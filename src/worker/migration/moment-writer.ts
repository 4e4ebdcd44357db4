/** One moment of a migration as the page gets it. */
import { MOVE, MOVE_PHASE, MOVE_STATE } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import {
  MOVE_WIDTH,
  type MoveMomentReply,
  type MoveMomentRequest,
  type SideMomentReply,
} from '../../protocol/migration/moment.ts';
import type { Move, Side } from './moves.ts';

/** With more pages changed than this share the whole states are less to send. */
const WHOLE_ABOVE = 0.25;
const NONE = 0;

export function writeMoment(move: Move, request: MoveMomentRequest): MoveMomentReply {
  const { generation, moveKey, atMs, have } = request;
  const moment = Math.max(0, atMs);
  return { generation, moveKey, atMs, sides: move.sides.map((side) => sideMoment(side, moment, have)) };
}

function sideMoment(side: Side, atMs: Millis, have: Millis | null): SideMomentReply {
  const { cursor, journal } = side;
  const isKnown = have !== null && side.shownMs === Math.max(0, have);
  cursor.seek(atMs);
  side.shownMs = atMs;
  const count = cursor.changedCount;
  const whole = !isKnown || count > WHOLE_ABOVE * cursor.states.length;
  const changedPages = new Uint32Array(whole ? NONE : count);
  const changedStates = new Uint8Array(whole ? NONE : count);
  if (!whole) {
    changedPages.set(cursor.changed.subarray(0, count));
    for (let i = 0; i < count; i += 1) changedStates[i] = cursor.states[changedPages[i] as number] as number;
  }
  const values = new Float64Array(MOVE_WIDTH);
  journal.rowAt(atMs, values);
  // Rows are samples; the pages are known to the moment, and sentence and legend must tell the same of them.
  if ((values[MOVE.phase] as number) < MOVE_PHASE.completed) {
    values[MOVE.remainingPages] = missingOf(cursor.counts);
    values[MOVE.heldPages] = cursor.counts[MOVE_STATE.heldBack] as number;
  }
  return {
    states: whole ? cursor.states.slice() : null,
    changedPages,
    changedStates,
    counts: cursor.counts.slice(),
    values,
  };
}

const MISSING: readonly number[] = [MOVE_STATE.toSend, MOVE_STATE.writtenAgain, MOVE_STATE.heldBack];

/** all that the destination lacks, while pages still go there */
function missingOf(counts: Int32Array): number {
  return MISSING.reduce((sum, state) => sum + (counts[state] as number), 0);
}

export function buffersOf({ sides }: MoveMomentReply): ArrayBuffer[] {
  return sides.flatMap(({ states, changedPages, changedStates, counts, values }) =>
    [states, changedPages, changedStates, counts, values].flatMap((array) =>
      array === null ? [] : [array.buffer as ArrayBuffer],
    ),
  );
}
