/**
 * A host's Gigabit transmit port and what a ping reply meets there (SEEDS, "Mechanisms that give these numbers").
 *
 *   pages ──► [ window of unacknowledged bytes ][ queue in the port ]──► wire
 *                                                 ▲ the ping reply waits here
 *
 * The sender keeps a window W of bytes under way. What does not fit on the wire (goodput × wire round trip) stands in
 * the port's queue, and everything that leaves the port waits for it:
 *
 *   C_p = C / η        goodput ceiling, η = wire bytes per payload byte
 *   queue = W − C_p·t_b / 8                 bytes
 *   D_q = 8 · queue · η / C                 the wait they mean
 */
import type { BitsPerSecond, Bytes, Micros, Millis } from '../../base/units.ts';

/** Wire bytes per TCP payload byte: 1448 B of payload travel as 1538 B (Ethernet, IP and TCP headers, gap). */
const WIRE_PER_PAYLOAD = 1538 / 1448;
export const PAYLOAD_BYTES_PER_PACKET = 1448;

export interface PortSettings {
  readonly linkMbps: number;
  readonly windowBytes: Bytes;
  readonly wireRttMs: Millis;
}

/** C_p: payload bits per second on a saturated link. */
export function goodput(linkMbps: number): BitsPerSecond {
  return (linkMbps * 1e6) / WIRE_PER_PAYLOAD;
}

/** Bytes standing in the port while a batch is on; 0 where the wire holds the whole window. */
export function queuedBytes(port: PortSettings): Bytes {
  const onWire = (goodput(port.linkMbps) * port.wireRttMs) / 8000;
  return Math.max(0, port.windowBytes - onWire);
}

/** D_q in ms: how long a packet waits behind a full queue. */
export function queueDelayMs(port: PortSettings): Millis {
  return (8 * queuedBytes(port) * WIRE_PER_PAYLOAD) / (port.linkMbps * 1e3);
}

/** Payload bytes whose leaving takes so long: the inverse of `queueDelayMs`. */
export function bytesInDelay(linkMbps: number, ms: Millis): Bytes {
  return (ms * linkMbps * 1e3) / (8 * WIRE_PER_PAYLOAD);
}

/** Time one page takes on the wire at goodput, in µs (not whole: 34.8 at 1 Gb/s). */
export function pageTimeMicros(linkMbps: number, pageBytes: Bytes): number {
  return (pageBytes * 8e6) / goodput(linkMbps);
}

/** Time from one batch's start to the next at a pace, in µs; never less than the batch itself takes. */
export function batchPeriodMicros(
  linkMbps: number,
  rateMbps: number,
  batchPages: number,
  pageBytes: Bytes,
): Micros {
  const rate = Math.min(rateMbps * 1e6, goodput(linkMbps));
  return (batchPages * pageBytes * 8e6) / rate;
}
