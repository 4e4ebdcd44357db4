/** The migration worker's shell: it fetches, posts and pauses for the host, which does the rest. */
import type { FromMigrationWorker, ToMigrationWorker } from '../../protocol/migration/requests.ts';
import { loadClaimedSpeed, loadMeasured } from '../measured-file.ts';
import { pauseByMessage } from '../pause.ts';
import { loadLibrary } from '../trace-files.ts';
import { MigrationHost } from './host.ts';

declare const __APP_VERSION__: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;

const host = new MigrationHost({
  version: __APP_VERSION__,
  now: () => performance.now(),
  pause: pauseByMessage(),
  post: (message: FromMigrationWorker, transfer) => scope.postMessage(message, transfer),
  loadLibrary: () => loadLibrary(scope),
  loadMeasured: () => loadMeasured(scope),
  loadClaimedSpeed: () => loadClaimedSpeed(scope),
});

scope.onmessage = (event: MessageEvent<ToMigrationWorker>) => host.handle(event.data);
