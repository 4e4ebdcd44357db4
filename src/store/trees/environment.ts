/** What the trees' store needs of the world outside, so that tests can stand in for browser, clock and worker. */
import type { TreesRequests } from '../../protocol/trees/requests.ts';
import { createTreesWorker, type WorkerLike } from '../../worker/client.ts';

export interface TreesEnvironment {
  createWorker(): WorkerLike<TreesRequests>;
  /** wall time in ms */
  now(): number;
  nextFrame(run: (nowMs: number) => void): void;
  visible(): boolean;
  onVisible(run: () => void): void;
  reducedMotion(): boolean;
}

export function browserEnvironment(): TreesEnvironment {
  return {
    createWorker: createTreesWorker,
    now: () => performance.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    visible: () => document.visibilityState === 'visible',
    onVisible: (run) => document.addEventListener('visibilitychange', run),
    reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
