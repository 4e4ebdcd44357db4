/**
 * What a host's CPU does: its guests' programs, the hypervisor's work for their requests, and Dom0 moving pages. Each
 * part is kept with the guest that causes it, so that Dom0's work can be charged to it (the idea of XenMon and
 * ShareGuard: who causes the work pays for it).
 */
import type { Percent } from '../../base/units.ts';
import { requestCpuPercent } from './response-time.ts';

export interface CpuGuest {
  readonly cpuPercent: Percent;
  readonly requestsPerSecond: number;
  /** percent of the host it may use at most; absent or 100 = no cap */
  readonly capPercent?: number;
}

export interface CpuLoad {
  percent: Percent;
  dom0Percent: Percent;
}

/** The parts of one guest, in percent of the whole host. */
export interface CpuShare {
  /** its own programs */
  readonly ownPercent: Percent;
  /** the hypervisor's work for the requests it answers */
  readonly requestPercent: Percent;
}

/**
 * How fast a guest's work goes on under its cap: 1 = unhindered. The rule: everything it does, programs and requests
 * alike, goes slower by what it lacks.
 */
export function speedUnderCap(guest: CpuGuest, requestFactor = 1): number {
  const wanted = guest.cpuPercent + requestCpuPercent(guest.requestsPerSecond, requestFactor);
  const cap = guest.capPercent ?? 100;
  return wanted > cap ? cap / wanted : 1;
}

/** @param requestFactor the layers' c_v as a multiple of Xen's */
export function guestShare(guest: CpuGuest, requestFactor = 1): CpuShare {
  const speed = speedUnderCap(guest, requestFactor);
  return {
    ownPercent: guest.cpuPercent * speed,
    requestPercent: requestCpuPercent(guest.requestsPerSecond, requestFactor) * speed,
  };
}

/** Dom0's work for pages moved, in percent of the host. @param bits payload bits sent or received in the window */
export function movingPercent(
  bits: number,
  windowMicros: number,
  coresPerGbps: number,
  cores: number,
): Percent {
  const gbps = bits / 1e3 / windowMicros;
  return Math.min(100, (100 * gbps * coresPerGbps) / cores);
}

/**
 * Mb/s a Dom0 can move that may use `capPercent` of its host at most: ∞ without a cap, or where moving costs nothing.
 * At either end the same holds, so a capped Dom0 slows the migration.
 */
export function cappedMbps(capPercent: Percent, coresPerGbps: number, cores: number): number {
  if (capPercent >= 100 || coresPerGbps <= 0) return Number.POSITIVE_INFINITY;
  return (10 * capPercent * cores) / coresPerGbps;
}

/**
 * @param guests        those that run here now
 * @param movedBits     payload bits sent or received by migrations in the window
 * @param windowMicros  length of the window
 * @param coresPerGbps  Dom0's cores per Gb/s moved, an illustrative assumption
 * @param requestFactor the layers' c_v as a multiple of Xen's
 */
export function cpuLoad(
  guests: readonly CpuGuest[],
  movedBits: number,
  windowMicros: number,
  coresPerGbps: number,
  cores: number,
  requestFactor = 1,
): CpuLoad {
  const dom0Percent = movingPercent(movedBits, windowMicros, coresPerGbps, cores);
  let percent = dom0Percent;
  for (const guest of guests) {
    const { ownPercent, requestPercent } = guestShare(guest, requestFactor);
    percent += ownPercent + requestPercent;
  }
  return { percent: Math.min(100, percent), dom0Percent };
}
