/** The one owner of requestAnimationFrame that turns wall time into simulated time. */
import type { Micros } from '../base/units.ts';
import { type Core, setPlayback } from './core.ts';
import { ask } from './frames.ts';
import { paceAt } from './pace.ts';
import { activeBranch } from './select.ts';
import { turningPoints } from './turns.ts';
import type { BranchRecord } from './types.ts';

/** A hidden tab, a breakpoint or a slow frame must not become a jump of simulated time. */
const LONGEST_STEP_MS = 100;
/** How far, in wall time, the clock may run ahead of a busy worker. */
const LEAD_MS = 120;
/** An open-ended run ends here. */
export const HORIZON_US = 600_000_000;

export function startClock(core: Core): void {
  const env = core.env;
  if (!env) return;
  let lastMs = env.now();
  env.onVisible(() => {
    lastMs = env.now();
  });
  const tick = (nowMs: number) => {
    env.nextFrame(tick);
    const wallMs = Math.min(Math.max(nowMs - lastMs, 0), LONGEST_STEP_MS);
    lastMs = nowMs;
    if (env.visible()) advance(core, wallMs);
  };
  env.nextFrame(tick);
}

function advance(core: Core, wallMs: number): void {
  const state = core.store.getState();
  const branch = activeBranch(state);
  if (!branch || state.status !== 'ready' || core.opening > 0 || state.workspace !== 'failover') return;
  if (core.continuous) {
    if (!state.playback.playing) return;
    const { speed } = state.playback;
    const pace = speed === 'auto' ? paceAt(branch.history, branch.run, state.atUs) : speed;
    const step = Math.max(1, Math.round(wallMs * 1000 * pace));
    const ahead = core.shownUs + Math.ceil(LEAD_MS * 1000 * pace);
    const target = Math.min(state.atUs + step, ahead, barrier(branch, core.shownUs), HORIZON_US);
    if (target > state.atUs) core.store.setState({ atUs: target });
    else if (state.atUs >= HORIZON_US) setPlayback(core, { playing: false });
  }
  if (!core.client?.frameUnderWay && (!core.continuous || core.store.getState().atUs !== core.shownUs))
    ask(core);
}

/**
 * The next moment that must be met exactly: a scripted command, or a turning point known from before. Counted from
 * the moment on screen, so that the clock waits there until that very frame has come, however slow the worker.
 */
function barrier(branch: BranchRecord, shownUs: Micros): Micros {
  let next = Number.POSITIVE_INFINITY;
  for (const { atMs } of branch.run.commands) if (atMs * 1000 > shownUs) next = Math.min(next, atMs * 1000);
  if (branch.farHistory && branch.reachedUs > shownUs) {
    const turn = turningPoints(branch.farHistory, branch.run.scenario.pingedVm).find(
      ({ startUs }) => startUs > shownUs,
    );
    if (turn) next = Math.min(next, turn.startUs);
  }
  return next;
}
