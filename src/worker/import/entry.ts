/** The import worker's shell: it fetches, posts and pauses for the host, which does the rest. */
import type { FromImportWorker, ToImportWorker } from '../../protocol/import/requests.ts';
import { pauseByMessage } from '../pause.ts';
import { loadLibrary } from '../trace-files.ts';
import { ImportHost } from './host.ts';

declare const __APP_VERSION__: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;

const host = new ImportHost({
  version: __APP_VERSION__,
  now: () => performance.now(),
  pause: pauseByMessage(),
  post: (message: FromImportWorker, transfer) => scope.postMessage(message, transfer),
  loadLibrary: () => loadLibrary(scope),
});

scope.onmessage = (event: MessageEvent<ToImportWorker>) => host.handle(event.data);
