/** Measurements made elsewhere, fetched by a worker from beside the page. */
import type { MeasuredRun } from '../engine/experiments/measured-runs.ts';
import type { SpeedReply } from '../protocol/migration/requests.ts';
import { pageAddress } from './page-address.ts';

export function loadMeasured(scope: DedicatedWorkerGlobalScope): Promise<readonly MeasuredRun[]> {
  return load(scope, 'evidence/qemu-migrations.json', 'The measured migrations');
}

/** What `npm run evidence` measured where it was run last. */
export function loadClaimedSpeed(scope: DedicatedWorkerGlobalScope): Promise<SpeedReply['claimed']> {
  return load(scope, 'evidence/speed.json', 'The measured speeds');
}

async function load<T>(scope: DedicatedWorkerGlobalScope, file: string, what: string): Promise<T> {
  const response = await fetch(new URL(file, pageAddress(scope)));
  if (!response.ok) {
    throw new Error(`${what} could not be loaded (HTTP ${response.status}); reload the page.`);
  }
  return (await response.json()) as T;
}
