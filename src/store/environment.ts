/** What the store needs of the world outside, so that tests can stand in for browser, clock and worker. */
import { createWorker, type WorkerLike } from '../worker/client.ts';

export interface Environment {
  createWorker(): WorkerLike;
  /** wall time in ms */
  now(): number;
  nextFrame(run: (nowMs: number) => void): void;
  visible(): boolean;
  onVisible(run: () => void): void;
  hash(): string;
  replaceHash(hash: string): void;
  pushHash(hash: string): void;
  onNavigate(run: () => void): void;
  later(ms: number, run: () => void): void;
}

export function browserEnvironment(): Environment {
  return {
    createWorker,
    now: () => performance.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    visible: () => document.visibilityState === 'visible',
    onVisible: (run) => document.addEventListener('visibilitychange', run),
    hash: () => location.hash,
    replaceHash: (hash) => history.replaceState(null, '', hash),
    pushHash: (hash) => history.pushState(null, '', hash),
    onNavigate: (run) => window.addEventListener('popstate', run),
    later: (ms, run) => {
      setTimeout(run, ms);
    },
  };
}
