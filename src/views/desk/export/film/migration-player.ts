import { migrationStore } from '../../../../store/migration/store.ts';
import type { Player } from './player.ts';
import { until } from './wait.ts';

export function migrationPlayer(): Player | null {
  const { opened, reachedMs, atMs, endMs } = migrationStore.getState();
  const reached = Math.min(Math.max(reachedMs, atMs), endMs);
  if (opened === null || reached === 0) return null;
  return { unit: 'ms', digits: 0, first: 0, reached, from: 0, to: reached, pause, show };
}

function pause(): () => Promise<void> {
  const { actions, atMs, playing } = migrationStore.getState();
  actions.pause();
  return async () => {
    await show(atMs);
    if (playing) migrationStore.getState().actions.play();
  };
}

async function show(moment: number): Promise<void> {
  const { actions, opened } = migrationStore.getState();
  actions.seek(moment);
  // The store tells moments to the microsecond, or as the very end.
  const { atMs } = migrationStore.getState();
  await until(
    migrationStore,
    (state) => state.moment?.moveKey === opened?.moveKey && state.moment?.atMs === atMs,
  );
}
