/** What the page's search part asks for is put into force here, before anything is drawn. Loaded only where there is one. */
import { LOCKS, type PageWish, readSearch } from '../protocol/embed.ts';
import { workspaceOf } from '../protocol/link.ts';
import { lockedActions } from './locks.ts';
import { page } from './page.ts';
import { appStore } from './store.ts';

/** @param search `location.search` @param hash `location.hash` @param still the visitor asked for less motion */
export function applySearch(
  search: string,
  hash: string,
  still: boolean,
): PageWish & { problem: string | null } {
  const wish = readSearch(search, workspaceOf(hash));
  const { locks } = wish;
  page.embedded = wish.panel !== null;
  page.plays = wish.play ? !still : page.embedded ? false : null;
  page.refusal = (lock) => LOCKS.find(({ name }) => name === lock && locks.includes(name))?.refusal ?? null;
  page.guarded = (workspace, actions, state) =>
    lockedActions(workspace, actions, locks, state, (text) =>
      // What lies over the page would cover the sentence.
      appStore.setState({ panel: 'none', notice: { kind: 'info', text } }),
    );
  appStore.setState(({ actions }) => ({
    actions: {
      ...page.guarded('failover', actions, appStore.getState),
      // A frame is no stage, and the way back from it would not be seen.
      ...(page.embedded ? { setPresent: () => {} } : {}),
    },
    ...(wish.problem === null ? {} : { notice: { kind: 'error' as const, text: wish.problem } }),
  }));
  return wish;
}
