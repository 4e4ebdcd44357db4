/**
 * Response time of a request and CPU of its host against the memory in use: paper A, Tables 1 and 2.
 *
 *   T(M) = t₀ + h·[in a VM] + k·M²      M in MB: 17.9 touches per MB, 100 ns a miss, miss ratio M / 50 MB
 *   U    = 41 % + λ·c_v                 41 % is the matrix job, c_v the hypervisor's work per request
 */
import type { Millis, Percent } from '../../base/units.ts';

const BASE_MS = 0.0187;
/** h, under Xen */
export const HYPERVISOR_MS = 0.0211;
const MISS_MS_PER_MB2 = 3.58e-5;
/** c_v: ms of CPU the hypervisor adds to one request, under Xen */
export const HYPERVISOR_CPU_MS_PER_REQUEST = 0.3;

/**
 * @param memoryInUseMB decimal megabytes the request handler has taken
 * @param delayFactor the layers' h as a multiple of Xen's
 */
export function responseTimeMs(memoryInUseMB: number, inVm: boolean, delayFactor = 1): Millis {
  return BASE_MS + (inVm ? HYPERVISOR_MS * delayFactor : 0) + MISS_MS_PER_MB2 * memoryInUseMB * memoryInUseMB;
}

/**
 * Percent of the host that the hypervisor's work for `requestsPerSecond` takes.
 * @param cpuFactor the layers' c_v as a multiple of Xen's
 */
export function requestCpuPercent(requestsPerSecond: number, cpuFactor = 1): Percent {
  return (requestsPerSecond * HYPERVISOR_CPU_MS_PER_REQUEST * cpuFactor) / 10;
}
