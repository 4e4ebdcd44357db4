/** The page's one store. Everything that changes it is an action; views only read it and call actions. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createActions } from './actions.ts';
import { createCore } from './core.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { initialState } from './initial.ts';
import { start } from './lifecycle.ts';
import type { AppState } from './types.ts';

export interface App {
  store: StoreApi<AppState>;
  /** starts worker and clock, reads the address bar, opens the run it names */
  start(env: Environment): Promise<void>;
}

export function createApp(): App {
  const core = createCore(createStore<AppState>(() => ({ ...initialState(), actions: undefined as never })));
  core.store.setState({ actions: createActions(core) });
  return { store: core.store, start: (env) => start(core, env) };
}

const app = createApp();

export const appStore = app.store;

export function startApp(): Promise<void> {
  return app.start(browserEnvironment());
}

export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(appStore, selector);
}
