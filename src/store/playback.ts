/** Playing, stepping, and going from turning point to turning point. */
import { SCALAR } from '../protocol/frame.ts';
import type { Phase } from '../protocol/model.ts';
import { HORIZON_US } from './clock.ts';
import { type Core, inTurn, raise, setPlayback } from './core.ts';
import { isFinished, jump } from './frames.ts';
import { compareWithPlain } from './inspect.ts';
import { giveCommand } from './runs.ts';
import { activeBranch } from './select.ts';
import { turningPoints } from './turns.ts';

export function play(core: Core): void {
  const state = core.store.getState();
  const branch = activeBranch(state);
  const atEnd = branch && state.frame && state.atUs >= branch.reachedUs && isFinished(branch, state.frame);
  setPlayback(core, { playing: true, heldAt: null });
  if (atEnd) {
    core.store.setState({ panel: 'none' });
    jump(core, 0);
  }
}

export function pause(core: Core): void {
  core.holdOnce = false;
  setPlayback(core, { playing: false });
  // The clock may be a little ahead of what is drawn; a page at rest says the moment it shows.
  if (core.continuous) {
    core.generation += 1;
    core.store.setState({ atUs: core.shownUs });
  }
  core.writeAddress('replace');
}

export function seek(core: Core, toUs: number): void {
  setPlayback(core, { heldAt: null });
  jump(core, Math.round(Math.min(Math.max(toUs, 0), HORIZON_US)));
}

/** One ping interval on its own grid, or one millisecond while the VM is paused. */
export function step(core: Core, direction: 1 | -1): void {
  const state = core.store.getState();
  const branch = activeBranch(state);
  if (!branch) return;
  const paused = Number.isFinite(state.frame?.scalars[SCALAR.pausedForUs] ?? Number.NaN);
  const intervalUs = paused ? 1000 : Math.max(1000, branch.run.scenario.network.pingIntervalMs * 1000);
  if (state.playback.playing) pause(core);
  const { atUs } = core.store.getState();
  const next = direction > 0 ? Math.floor(atUs / intervalUs) + 1 : Math.ceil(atUs / intervalUs) - 1;
  seek(core, next * intervalUs);
}

export function nextTurn(core: Core): void {
  const { atUs } = core.store.getState();
  const next = knownTurns(core).find(({ startUs }) => startUs > atUs);
  if (next) {
    pause(core);
    seek(core, next.startUs);
  } else {
    core.holdOnce = true;
    setPlayback(core, { playing: true, heldAt: null });
  }
}

export function previousTurn(core: Core): void {
  pause(core);
  const { atUs } = core.store.getState();
  seek(core, knownTurns(core).findLast(({ startUs }) => startUs < atUs)?.startUs ?? 0);
}

export function storyForward(core: Core): void {
  const state = core.store.getState();
  const branch = activeBranch(state);
  if (!branch || core.opening > 0) return;
  if (branch.run.commands.length === 0) {
    core.holdOnce = true;
    inTurn(core, () => giveCommand(core, { kind: 'stop-node', node: 1 })).catch(raise);
    return;
  }
  // The last page of the story is its summary.
  if (state.frame && state.atUs >= branch.reachedUs && isFinished(branch, state.frame)) {
    core.store.setState({ panel: 'summary' });
    compareWithPlain(core);
    return;
  }
  // An impatient second click goes straight to the turn when it is known.
  if (state.playback.playing && core.holdOnce) {
    nextTurn(core);
    return;
  }
  core.holdOnce = true;
  setPlayback(core, { playing: true, heldAt: null });
}

function knownTurns(core: Core): Phase[] {
  const branch = activeBranch(core.store.getState());
  const history = branch?.farHistory ?? branch?.history;
  return branch && history ? turningPoints(history, branch.run.scenario.pingedVm) : [];
}
