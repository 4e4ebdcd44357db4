/** The trees' worker's shell: it fetches, posts and pauses for the host, which does the rest. */
import type { FromTreesWorker, ToTreesWorker } from '../../protocol/trees/requests.ts';
import { pauseByMessage } from '../pause.ts';
import { loadLibrary } from '../trace-files.ts';
import { TreesHost } from './host.ts';

declare const __APP_VERSION__: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;

const host = new TreesHost({
  version: __APP_VERSION__,
  now: () => performance.now(),
  pause: pauseByMessage(),
  post: (message: FromTreesWorker, transfer) => scope.postMessage(message, transfer),
  loadLibrary: () => loadLibrary(scope),
});

scope.onmessage = (event: MessageEvent<ToTreesWorker>) => host.handle(event.data);
