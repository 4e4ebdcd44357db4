/** What the Evidence page's store needs of the world outside, so that tests can stand in for clock and worker. */
import type { MigrationRequests } from '../../protocol/migration/requests.ts';
import { createMigrationWorker, type WorkerLike } from '../../worker/client.ts';

export interface EvidenceEnvironment {
  createWorker(): WorkerLike<MigrationRequests>;
  /** wall time in ms */
  now(): number;
  visible(): boolean;
}

export function browserEnvironment(): EvidenceEnvironment {
  return {
    createWorker: createMigrationWorker,
    now: () => performance.now(),
    visible: () => document.visibilityState === 'visible',
  };
}
