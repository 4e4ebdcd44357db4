/** The migrations under way, and who is among them. */
import type { Job, SimState } from './state.ts';

export function jobById(sim: SimState, id: number): Job | null {
  for (const job of sim.jobs) if (job.id === id) return job;
  return null;
}

export function jobOf(sim: SimState, vm: number): Job | null {
  for (const job of sim.jobs) if (job.vm === vm) return job;
  return null;
}

/** How many may be under way at once. */
export function parallelLimit({ scenario }: SimState): number {
  return scenario.migration.parallelMigrations ?? 1;
}

/** It is waiting in line already, or moving. */
export function isUnderWay(sim: SimState, vm: number): boolean {
  return jobOf(sim, vm) !== null || sim.waiting.some((waiting) => waiting.vm === vm);
}

/** Its pages go over the wire, or would if its batch were on. */
export function isSending(job: Job): boolean {
  return (job.stage === 'stream' || job.stage === 'copy') && job.stalledUs < 0;
}

/** The same, and the processor's state after them: it takes its share of the ports. */
export function usesPorts(job: Job): boolean {
  return isSending(job) || (job.stage === 'acknowledge' && job.stalledUs < 0);
}

/** From its first page to its activation. */
export function hasBegun(job: Job): boolean {
  return job.transfer.round > 0;
}
