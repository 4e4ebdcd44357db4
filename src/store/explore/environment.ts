/** What the Explore workspace's store needs of the world outside, so that tests can stand in for clock and workers. */
import type { ExploreRequests } from '../../protocol/explore/requests.ts';
import type { WorkerLike } from '../../worker/client.ts';
import { createExploreWorker } from '../../worker/client-explore.ts';
import { goTo } from '../go-to.ts';

export interface ExploreEnvironment {
  createWorker(): WorkerLike<ExploreRequests>;
  /** how many of them may run at once */
  readonly workers: number;
  /** wall time in ms */
  now(): number;
  later(ms: number, run: () => void): void;
  visible(): boolean;
  /** goes to another place of the app, as a link does */
  go(hash: string): void;
}

const MOST_WORKERS = 8;

export function browserEnvironment(): ExploreEnvironment {
  return {
    createWorker: createExploreWorker,
    workers: workersFor(navigator.hardwareConcurrency),
    now: () => performance.now(),
    later: (ms, run) => {
      setTimeout(run, ms);
    },
    visible: () => document.visibilityState === 'visible',
    go: goTo,
  };
}

/** One core is the page's own; with two, the page needs so little that both can work (measured: it keeps its frames). */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, cores <= 2 ? cores : cores - 1));
}
