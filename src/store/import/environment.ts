/** What the importer needs of the world outside, so that tests can stand in for browser and worker. */
import type { ImportRequests } from '../../protocol/import/requests.ts';
import type { Workspace } from '../../protocol/link.ts';
import type { WorkerLike } from '../../worker/client.ts';
import { createImportWorker } from '../../worker/client-import.ts';
import { goTo } from '../go-to.ts';
import { page } from '../page.ts';
import { appStore } from '../store.ts';

export interface ImportEnvironment {
  createWorker(): WorkerLike<ImportRequests>;
  visible(): boolean;
  /** one sentence where the page's link lets nothing else be opened, else null */
  refusal(): string | null;
  /** the workspace on screen */
  here(): Workspace;
  isDeskOpen(): boolean;
  openDesk(): void;
  closeDesk(): void;
  /** brings a hash on screen, as if it were followed */
  go(hash: string): void;
  later(ms: number, run: () => void): void;
}

export function browserEnvironment(): ImportEnvironment {
  const { openDesk, openPanel } = appStore.getState().actions;
  return {
    createWorker: createImportWorker,
    visible: () => document.visibilityState === 'visible',
    refusal: () => page.refusal('parameters'),
    here: () => appStore.getState().workspace,
    isDeskOpen: () => appStore.getState().panel === 'desk',
    openDesk: () => openDesk('import'),
    closeDesk: () => openPanel('none'),
    go: goTo,
    later: (ms, run) => {
      setTimeout(run, ms);
    },
  };
}
