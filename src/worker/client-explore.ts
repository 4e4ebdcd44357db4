/** Starts a worker of the pool that explores. Apart from `client.ts`, since that is part of the page's first load. */
import type { ExploreRequests } from '../protocol/explore/requests.ts';
import type { WorkerLike } from './client.ts';

export function createExploreWorker(): WorkerLike<ExploreRequests> {
  return new Worker(new URL('./explore/entry.ts', import.meta.url), {
    type: 'module',
    name: document.baseURI,
  }) as WorkerLike<ExploreRequests>;
}
