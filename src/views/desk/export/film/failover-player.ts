import { SCALAR } from '../../../../protocol/frame.ts';
import { activeBranch } from '../../../../store/select.ts';
import { appStore } from '../../../../store/store.ts';
import { leadVm } from '../../../../store/turns.ts';
import type { AppState } from '../../../../store/types.ts';
import type { Player } from './player.ts';
import { until } from './wait.ts';

const US = 1_000_000;
/** What leads to a command, and what follows a move. */
const AROUND_S = 0.5;

export function failoverPlayer(): Player | null {
  const state = appStore.getState();
  const branch = activeBranch(state);
  if (branch === null || branch.reachedUs === 0) return null;
  const reached = branch.reachedUs / US;
  return { unit: 's', digits: 2, first: 0, reached, ...worthSeeing(state, reached), pause, show };
}

/** From shortly before the first command until the VM runs again, as far as that was reached. */
function worthSeeing(state: AppState, reached: number): { from: number; to: number } {
  const branch = activeBranch(state);
  const history = branch?.farHistory ?? null;
  const first = branch?.run.commands[0];
  if (branch === null || history === null || first === undefined || first.atMs / 1000 >= reached) {
    return { from: Math.max(0, reached - 10), to: reached };
  }
  const lead = leadVm(history, branch.run.scenario.pingedVm);
  const over = history.phases.findLast(({ vm, name }) => vm === lead && name === 'recover')?.startUs;
  return {
    from: Math.max(0, first.atMs / 1000 - AROUND_S),
    to: Math.min(reached, over === undefined ? reached : over / US + AROUND_S),
  };
}

function pause(): () => Promise<void> {
  const { actions, atUs, playback } = appStore.getState();
  actions.pause();
  return async () => {
    await go(atUs);
    if (playback.playing) appStore.getState().actions.play();
  };
}

function show(moment: number): Promise<void> {
  const branch = activeBranch(appStore.getState());
  return go(Math.min(Math.round(moment * US), branch?.reachedUs ?? 0));
}

async function go(us: number): Promise<void> {
  const at = Math.round(us);
  appStore.getState().actions.seek(at);
  await until(appStore, ({ frame, activeKey }) => {
    return frame !== null && frame.runKey === activeKey && frame.scalars[SCALAR.timeUs] === at;
  });
}
