/** Asking for moments and taking the answers in. */
import type { Millis } from '../../base/units.ts';
import type { MoveMomentReply, SideMomentReply } from '../../protocol/migration/moment.ts';
import type { MigrationCore } from './core.ts';
import type { MigrationState, MoveMoment, SideMoment } from './types.ts';

/** Asks the worker for the moment the page is at. One request is under way at most; then the newest wish is asked. */
export function ask(core: MigrationCore): void {
  const { opened, moment, atMs } = core.store.getState();
  if (opened === null || core.client === null) return;
  if (core.client.frameUnderWay) {
    core.wanted = true;
    return;
  }
  core.wanted = false;
  const { moveKey } = opened;
  const have = moment?.moveKey === moveKey ? moment.atMs : null;
  const { generation } = core;
  core.client
    .frame({ generation, moveKey, atMs, have })
    .then((reply) => {
      // Another lab came on screen meanwhile: it brought a moment of its own.
      if (reply !== null && generation === core.generation) show(core, reply);
      if (core.wanted) ask(core);
    })
    .catch(() => {});
}

/** Any moment of the lab on screen; what lies between its beginning and its end. */
export function goTo(core: MigrationCore, ms: Millis): void {
  const { endMs } = core.store.getState();
  core.clockMs = Math.min(Math.max(0, ms), endMs);
  core.store.setState({ atMs: told(core.clockMs, endMs) });
  ask(core);
}

/** To the microsecond, and an end is an end. */
export function told(ms: Millis, endMs: Millis): Millis {
  return Math.min(endMs, Math.round(ms * 1000) / 1000);
}

function show(core: MigrationCore, reply: MoveMomentReply): void {
  const { moment, reachedMs } = core.store.getState();
  const now = momentOf(reply, moment);
  core.store.setState({ moment: now, reachedMs: Math.max(reachedMs, now.atMs) });
  for (const listener of core.onMoment) listener();
}

/** @param before the moment on screen: its page states are changed in place where the reply tells only what changed */
export function momentOf(reply: MoveMomentReply, before: MigrationState['moment']): MoveMoment {
  const kept = before?.moveKey === reply.moveKey ? before.sides : [];
  return {
    moveKey: reply.moveKey,
    atMs: reply.atMs,
    sides: reply.sides.map((side, i) => sideOf(side, kept[i]?.states)),
  };
}

function sideOf(
  { states, changedPages, changedStates, counts, values }: SideMomentReply,
  known: Uint8Array | undefined,
): SideMoment {
  if (states !== null) {
    if (known?.length !== states.length) return { states, changed: null, counts, values };
    known.set(states);
    return { states: known, changed: null, counts, values };
  }
  const changedInPlace = known ?? new Uint8Array(0);
  for (let i = 0; i < changedPages.length; i += 1) {
    changedInPlace[changedPages[i] as number] = changedStates[i] as number;
  }
  return { states: changedInPlace, changed: changedPages, counts, values };
}
