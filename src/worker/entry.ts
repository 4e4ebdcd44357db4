/** The worker's shell: it fetches, posts and pauses for the host, which does the rest. */
import type { FromWorker, ToWorker } from '../protocol/requests.ts';
import { Host } from './host/host.ts';
import { pauseByMessage } from './pause.ts';
import { loadLibrary } from './trace-files.ts';

declare const __APP_VERSION__: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;

const host = new Host({
  version: __APP_VERSION__,
  now: () => performance.now(),
  pause: pauseByMessage(),
  post: (message: FromWorker, transfer) => scope.postMessage(message, transfer),
  loadLibrary: () => loadLibrary(scope),
});

scope.onmessage = (event: MessageEvent<ToWorker>) => host.handle(event.data);
