/** Starts the worker that reads what somebody brings along. Apart from `client.ts`, which is part of the first load. */
import type { ImportRequests } from '../protocol/import/requests.ts';
import type { WorkerLike } from './client.ts';

export function createImportWorker(): WorkerLike<ImportRequests> {
  return new Worker(new URL('./import/entry.ts', import.meta.url), {
    type: 'module',
    name: document.baseURI,
  }) as WorkerLike<ImportRequests>;
}
