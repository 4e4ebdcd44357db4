/** What the layers and the caps of a scenario do to a run. Without caps and under Xen they do nothing. */
import type { Millis } from '../../base/units.ts';
import { cappedMbps, speedUnderCap } from '../cluster/cpu.ts';
import { layersOf } from '../cluster/layers.ts';
import { responseTimeMs } from '../cluster/response-time.ts';
import type { GuestSpec, Scenario } from './scenario.ts';
import type { SimState, SimVm } from './state.ts';

/** Dom0's credit is dealt out in ticks of this length (Xen's credit scheduler: 10 ms). */
const CREDIT_TICK_US = 10_000;

/** c_v and h of the hosts' layers, as multiples of Xen's. */
export function layersNow({ cluster }: Scenario): { cpuFactor: number; delayFactor: number } {
  return layersOf(cluster.layers);
}

/** Page references a second: a capped guest makes fewer, and so writes fewer pages. */
export function referenceRate(sim: SimState, vm: SimVm): number {
  const guest = sim.scenario.guests[vm.id];
  if (guest === undefined) return 0;
  return guest.workload.referencesPerSecond * speedUnderCap(guest, layersNow(sim.scenario).cpuFactor);
}

/** Response time of one request with the memory in use, through these layers, stretched where the cap bites. */
export function responseUnderCapMs(scenario: Scenario, guest: GuestSpec, memoryInUseMB: number): Millis {
  const { cpuFactor, delayFactor } = layersNow(scenario);
  return responseTimeMs(memoryInUseMB, true, delayFactor) / speedUnderCap(guest, cpuFactor);
}

/** Mb/s Dom0 can move under its cap. */
export function dom0Mbps(sim: SimState): number {
  const { cluster, migration } = sim.scenario;
  return cappedMbps(cluster.dom0CapPercent, migration.dom0CoresPerGbps, cluster.cores);
}

/**
 * Pages of one batch: a capped Dom0 spends its credit tick by tick, so its bursts are no longer than one tick's.
 * @param sharedBy migrations that share the credit
 */
export function batchPagesNow(sim: SimState, pageBytes: number, sharedBy = 1): number {
  const { batchPages } = sim.scenario.migration;
  const perTick = (dom0Mbps(sim) * CREDIT_TICK_US) / 8 / pageBytes / sharedBy;
  return Math.max(1, Math.min(batchPages, Math.floor(perTick)));
}
