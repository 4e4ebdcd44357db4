/** One ICMP echo from the storage machine to a VM, and where its time goes. */
import { exp } from '../../base/exact-math.ts';
import type { Micros, Millis } from '../../base/units.ts';
import type { PingNoise } from './ping-noise.ts';

export interface PingSettings {
  readonly wireRttMs: Millis;
  readonly hypervisorRttMs: Millis;
  readonly noiseMs: Millis;
}

/** The parts of one answered ping, in ms; they add up to `rttMs`. */
export interface PingParts {
  rttMs: Millis;
  queueMs: Millis;
  tailMs: Millis;
  noiseMs: Millis;
}

/**
 * @param queueMs wait in the port where the reply leaves: D_q while a batch is on there, else 0
 * @param tailMs  cold-cache traffic after an activation, see `tailShare`
 */
export function pingParts(
  settings: PingSettings,
  queueMs: Millis,
  tailMs: Millis,
  noise: PingNoise,
): PingParts {
  const floor = settings.wireRttMs + settings.hypervisorRttMs + queueMs + tailMs;
  // A reply cannot overtake the wire: noise never takes more than the hypervisor's part.
  const noiseMs = Math.max(-settings.hypervisorRttMs, settings.noiseMs * noise.next());
  return { rttMs: floor + noiseMs, queueMs, tailMs, noiseMs };
}

/** ρ(t) = ρ_d · e^(−t/τ): share of the queue's delay that re-reading the disk over iSCSI still causes. */
export function tailShare(initialShare: number, tauMs: Millis, sinceActivation: Micros): number {
  if (sinceActivation < 0) return 0;
  return initialShare * exp(-sinceActivation / (tauMs * 1000));
}
