/** What a host's CPU does: its guests, the hypervisor's work for their requests, and Dom0 moving pages. */
import type { Percent } from '../../base/units.ts';
import { requestCpuPercent } from './response-time.ts';

export interface CpuGuest {
  readonly cpuPercent: Percent;
  readonly requestsPerSecond: number;
}

export interface CpuLoad {
  percent: Percent;
  dom0Percent: Percent;
}

/**
 * @param guests        those that run here now
 * @param movedBits     payload bits sent or received by migrations in the window
 * @param windowMicros  length of the window
 * @param coresPerGbps  Dom0's cores per Gb/s moved, an illustrative assumption
 */
export function cpuLoad(
  guests: readonly CpuGuest[],
  movedBits: number,
  windowMicros: number,
  coresPerGbps: number,
  cores: number,
): CpuLoad {
  const gbps = movedBits / 1e3 / windowMicros;
  const dom0Percent = Math.min(100, (100 * gbps * coresPerGbps) / cores);
  let percent = dom0Percent;
  for (const guest of guests) percent += guest.cpuPercent + requestCpuPercent(guest.requestsPerSecond);
  return { percent: Math.min(100, percent), dom0Percent };
}
