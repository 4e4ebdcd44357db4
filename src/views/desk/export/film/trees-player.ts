import { treesStore } from '../../../../store/trees/store.ts';
import type { Position } from '../../../../store/trees/types.ts';
import type { Player } from './player.ts';
import { until } from './wait.ts';

/** So many operations before the one on screen are worth seeing. */
const SHOWN = 5;

export function treesPlayer(): Player | null {
  const { moment, predict } = treesStore.getState();
  if (moment === null || moment.operations === 0 || predict.mode !== 'off') return null;
  const reached = moment.operation + (moment.steps === 0 ? 1 : moment.step / moment.steps);
  if (reached === 0) return null;
  const from = Math.max(0, Math.floor(reached) - SHOWN);
  return { unit: 'operation', digits: 1, first: 0, reached, from, to: reached, pause, show };
}

function pause(): () => Promise<void> {
  const { actions, position, playing } = treesStore.getState();
  actions.pause();
  return async () => {
    await go(position);
    if (playing) treesStore.getState().actions.play();
  };
}

/** @param moment operations done, and the part of the next one's steps: 2.5 = the third operation, half done */
async function show(moment: number): Promise<void> {
  const operation = Math.floor(moment);
  const part = moment - operation;
  if (part === 0 && operation > 0) return go({ operation: operation - 1, step: -1 });
  const { moment: now } = treesStore.getState();
  if (now?.operation !== operation) await go({ operation, step: 0 });
  const steps = treesStore.getState().moment?.steps ?? 0;
  await go({ operation, step: Math.round(part * steps) });
}

async function go(position: Position): Promise<void> {
  treesStore.getState().actions.goTo(position);
  await until(treesStore, ({ moment }) => {
    if (moment === null || moment.operation !== position.operation) return false;
    return moment.step === (position.step < 0 ? moment.steps : Math.min(position.step, moment.steps));
  });
}
