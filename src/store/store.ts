/** The page's one store. Everything that changes it is an action; views only read it and call actions. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { initialState } from './initial.ts';
import type { AppActions, AppState } from './types.ts';

const nothing = () => {};
const actions: AppActions = {
  play: nothing,
  pause: nothing,
  togglePlay: nothing,
  seek: nothing,
  stepForward: nothing,
  stepBack: nothing,
  nextTurn: nothing,
  previousTurn: nothing,
  setSpeed: nothing,
  setHoldAtTurns: nothing,
  setAxis: nothing,
  stopNode: nothing,
  playDemo: nothing,
  restart: nothing,
  setParameter: nothing,
  resetParameters: nothing,
  openBranch: nothing,
  setGhost: nothing,
  pickPage: nothing,
  pickPing: nothing,
  pickProcess: nothing,
  clearSelection: nothing,
  askWhy: nothing,
  closeWhy: nothing,
  setPresent: nothing,
  openPanel: nothing,
  dismissNotice: nothing,
  killWorker: nothing,
};

export const appStore = createStore<AppState>(() => ({ ...initialState(), actions }));

export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(appStore, selector);
}
