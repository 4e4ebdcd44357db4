/** The measured migrations, fetched by a worker from beside the page. */
import type { MeasuredRun } from '../engine/experiments/measured-runs.ts';
import { pageAddress } from './page-address.ts';

export async function loadMeasured(scope: DedicatedWorkerGlobalScope): Promise<readonly MeasuredRun[]> {
  const response = await fetch(new URL('evidence/qemu-migrations.json', pageAddress(scope)));
  if (!response.ok) {
    throw new Error(
      `The measured migrations could not be loaded (HTTP ${response.status}); reload the page.`,
    );
  }
  return (await response.json()) as readonly MeasuredRun[];
}
