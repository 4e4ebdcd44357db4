/** What the Migration workspace's store needs of the world outside, so that tests can stand in for browser, clock and worker. */
import type { MigrationRequests } from '../../protocol/migration/requests.ts';
import { createMigrationWorker, type WorkerLike } from '../../worker/client.ts';

export interface MigrationEnvironment {
  createWorker(): WorkerLike<MigrationRequests>;
  /** wall time in ms */
  now(): number;
  nextFrame(run: (nowMs: number) => void): void;
  visible(): boolean;
  onVisible(run: () => void): void;
}

export function browserEnvironment(): MigrationEnvironment {
  return {
    createWorker: createMigrationWorker,
    now: () => performance.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    visible: () => document.visibilityState === 'visible',
    onVisible: (run) => document.addEventListener('visibilitychange', run),
  };
}
