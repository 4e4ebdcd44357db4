/**
 * The sums behind a ping's wait in the port, with one run's numbers (the engine's own: network/transmit-port).
 *
 *   η = 1538 / 1448   C_p = C / η   on the wire = C_p · t_b / 8   queue = W − on the wire
 *   D_q = 8 · queue · η / C   ρ = min(1, R / C_p)   RTT = RTT₀ + ρ · D_q
 */
import type { Bytes, Millis } from '../../base/units.ts';
import { queueWaitMs, standingQueueBytes } from '../port.ts';

export const FRAME_BYTES = 1538;
export const PAYLOAD_BYTES = 1448;

export interface QueueFacts {
  readonly linkMbps: number;
  readonly windowBytes: Bytes;
  readonly wireRttMs: Millis;
  readonly hypervisorRttMs: Millis;
}

export interface QueueSums {
  /** η: wire bytes per payload byte */
  readonly overhead: number;
  /** C_p, Mb/s of payload */
  readonly goodputMbps: number;
  readonly onWireBytes: Bytes;
  readonly queueBytes: Bytes;
  readonly packets: number;
  /** D_q */
  readonly waitMs: Millis;
  /** R, Mb/s: what the stream really gets */
  readonly rateMbps: number;
  /** ρ: share of the time in which a batch is leaving */
  readonly share: number;
  /** RTT₀ */
  readonly baseMs: Millis;
  /** mean round trip while the stream runs */
  readonly meanMs: Millis;
}

/** @param rateMbps the stream's mean pace, in Mb/s of payload */
export function queueSums(facts: QueueFacts, rateMbps: number): QueueSums {
  const overhead = FRAME_BYTES / PAYLOAD_BYTES;
  const goodputMbps = facts.linkMbps / overhead;
  const queueBytes = standingQueueBytes(facts);
  const waitMs = queueWaitMs(facts, queueBytes);
  const share = goodputMbps > 0 ? Math.min(1, rateMbps / goodputMbps) : 1;
  const baseMs = facts.wireRttMs + facts.hypervisorRttMs;
  return {
    overhead,
    goodputMbps,
    onWireBytes: facts.windowBytes - queueBytes,
    queueBytes,
    packets: Math.round(queueBytes / PAYLOAD_BYTES),
    waitMs,
    rateMbps: Math.min(rateMbps, goodputMbps),
    share,
    baseMs,
    meanMs: baseMs + share * waitMs,
  };
}
