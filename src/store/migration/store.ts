/** The Migration workspace's store, loaded with it. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { IDLE } from '../long-work.ts';
import type { MigrationState } from './types.ts';

export const migrationStore = createStore<MigrationState>(() => ({
  status: 'loading',
  notice: null,
  catalogue: null,
  lab: null,
  opened: null,
  opening: null,
  atMs: 0,
  reachedMs: 0,
  endMs: 0,
  moment: null,
  playing: false,
  speed: 'auto',
  view: 'run',
  picked: null,
  stories: null,
  analysis: IDLE,
  compare: IDLE,
  undoable: 0,
  panel: 'none',
  actions: undefined as never,
}));

export function useMigration<T>(selector: (state: MigrationState) => T): T {
  return useStore(migrationStore, selector);
}

export function enterMigration(): void {}

export function leaveMigration(): void {}
