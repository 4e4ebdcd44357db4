/** The page's one store. Everything that changes it is an action; views only read it and call actions. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Micros } from '../base/units.ts';
import { createActions } from './actions.ts';
import { createCore } from './core.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { initialState } from './initial.ts';
import { hashAt } from './inspect.ts';
import { start } from './lifecycle.ts';
import type { AppState } from './types.ts';

export interface App {
  store: StoreApi<AppState>;
  /** starts worker and clock, reads the address bar, opens the run it names */
  start(env: Environment): Promise<void>;
  /** fingerprint of the simulation's whole state at a moment of the run on screen */
  hashAt(atUs: Micros): Promise<string>;
}

export function createApp(): App {
  const core = createCore(createStore<AppState>(() => ({ ...initialState(), actions: undefined as never })));
  core.store.setState({ actions: createActions(core) });
  return {
    store: core.store,
    start: (env) => start(core, env),
    hashAt: (atUs) => hashAt(core, atUs),
  };
}

const app = createApp();

export const appStore = app.store;

export function startApp(): Promise<void> {
  return app.start(browserEnvironment());
}

/** For tests and the curious: what the command line prints as `hash`. */
export const hashAtMoment = app.hashAt;

export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(appStore, selector);
}
