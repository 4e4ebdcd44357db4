/** The shell of one worker of the pool: it fetches, posts and pauses for the host, which does the rest. */
import type { FromExploreWorker, ToExploreWorker } from '../../protocol/explore/requests.ts';
import { pauseByMessage } from '../pause.ts';
import { loadLibrary } from '../trace-files.ts';
import { ExploreHost } from './host.ts';

declare const __APP_VERSION__: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;

const host = new ExploreHost({
  version: __APP_VERSION__,
  now: () => performance.now(),
  pause: pauseByMessage(),
  post: (message: FromExploreWorker, transfer) => scope.postMessage(message, transfer),
  loadLibrary: () => loadLibrary(scope),
});

scope.onmessage = (event: MessageEvent<ToExploreWorker>) => host.handle(event.data);
