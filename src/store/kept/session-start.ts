/** The session in the browser; loaded once the page stands. */

import { goTo } from '../go-to.ts';
import { appStore } from '../store.ts';
import { startSession } from './session.ts';

/** @param firstHash what the address bar held when the page was opened */
export function startSessionHere(firstHash: string): void {
  startSession(
    {
      storage: () => localStorage,
      now: () => Date.now(),
      hash: () => location.hash,
      take: () => appStore.getState().actions.take(),
      go: goTo,
      every: (ms, run) => {
        setInterval(run, ms);
      },
      onLeave: (run) => {
        window.addEventListener('pagehide', run);
        document.addEventListener('visibilitychange', () => document.hidden && run());
      },
      offer: (notice) => {
        const { workspace, activeKey, notice: told } = appStore.getState();
        if (told !== null) return () => {};
        appStore.setState({ notice });
        const stop = appStore.subscribe((state) => {
          if (state.notice !== notice) stop();
          // Whoever has begun something else does not want to go back.
          else if (state.workspace !== workspace || state.activeKey !== activeKey) withdraw();
        });
        const withdraw = () => {
          stop();
          if (appStore.getState().notice === notice) appStore.setState({ notice: null });
        };
        return withdraw;
      },
    },
    firstHash,
  );
}
