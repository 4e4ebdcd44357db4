/** Choosing pings by key: the last one at the cursor, then its neighbours, never one that lies ahead. */
import { lastPingAt } from '../../../layout/ping-mean.ts';
import { activeBranch } from '../../../store/select.ts';
import { appStore } from '../../../store/store.ts';

export function pickNeighbour(step: -1 | 0 | 1): void {
  const { selection, atUs, playback, actions, ...state } = appStore.getState();
  const pings = activeBranch({ ...state, selection, atUs, playback, actions })?.series.pings;
  if (pings === undefined || pings.rows === 0) return;
  const from = step === 0 || selection.ping === null ? lastPingAt(pings, atUs) : selection.ping + step;
  const last = Math.min(pings.rows - 1, lastPingAt(pings, playback.reachedUs));
  actions.pickPing(Math.max(0, Math.min(last, from)));
}
