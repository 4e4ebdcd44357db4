/**
 * Particles at the source's transmit port and on the wire. Everything follows from the frame's time and the pace of
 * playback, so that a moment looks the same however it was reached.
 *
 * `pace` is simulated seconds per second of watching. Real packets would pass too fast to be seen: a drawn thing stands
 * for `k` real ones, and moves at the speed of the eye.
 */
import type { Bytes, Micros } from '../base/units.ts';

/** TCP payload of a full Ethernet frame. */
const PACKET_BYTES = 1448;
/** A packet with every header, preamble and gap, per byte of payload (SEEDS: η). */
const WIRE_OVERHEAD = 1538 / 1448;

export interface LinkFacts {
  readonly linkMbps: number;
  readonly windowBytes: Bytes;
  readonly wireRttMs: number;
}

/** Payload Mb/s of a saturated link. */
export function goodputMbps(linkMbps: number): number {
  return linkMbps / WIRE_OVERHEAD;
}

/** Bytes that stand in the port's queue while a batch is on: the window, less what the wire itself holds. */
export function standingQueueBytes(link: LinkFacts): Bytes {
  const goodputBytesPerSecond = (goodputMbps(link.linkMbps) * 1e6) / 8;
  return Math.max(0, link.windowBytes - (goodputBytesPerSecond * link.wireRttMs) / 1000);
}

export interface BatchTimes {
  readonly onUs: Micros;
  readonly cycleUs: Micros;
}

/** How long a batch leaves at the link's full speed, and after which time the next one begins at the given pace. */
export function batchTimes(linkMbps: number, rateMbps: number, batchBytes: Bytes): BatchTimes {
  const onUs = (batchBytes * 8 * WIRE_OVERHEAD) / linkMbps;
  return { onUs, cycleUs: Math.max(onUs, (batchBytes * 8) / rateMbps) };
}

/** How long a packet that comes now waits until the queue before it has left, in ms. */
export function queueWaitMs(link: LinkFacts, queueBytes: Bytes): number {
  return (queueBytes * 8 * WIRE_OVERHEAD) / (link.linkMbps * 1000);
}

export interface QueuePicture {
  readonly packets: number;
  readonly drawn: number;
  /** real packets one drawn packet stands for */
  readonly perDrawn: number;
}

/** As many packets as fit, each standing for the same whole number of real ones. */
export function queuePicture(queueBytes: Bytes, room: number): QueuePicture {
  const packets = Math.round(queueBytes / PACKET_BYTES);
  if (packets <= 0 || room < 1) return { packets: Math.max(0, packets), drawn: 0, perDrawn: 1 };
  const perDrawn = Math.max(1, Math.ceil(packets / Math.floor(room)));
  return { packets, drawn: Math.ceil(packets / perDrawn), perDrawn };
}

export interface BatchFacts {
  readonly on: boolean;
  /** batches that have ended before */
  readonly batch: number;
  readonly startUs: Micros;
  readonly changeUs: Micros;
  readonly nowUs: Micros;
}

/** Shortest time a full or an empty queue may be shown, in seconds of watching: faster cannot be read. */
const CALM_SECONDS = 0.65;
/** A pause so short that even its drawing would take longer than this to come round is not waited for. */
const LONGEST_SECONDS = 4;

export interface BatchPicture {
  readonly on: boolean;
  /** how far the drawn batch is, or, when off, the gap after it, 0–1 */
  readonly share: number;
  /** real batches one drawn batch stands for */
  readonly perDrawn: number;
}

/**
 * The batch as drawn. Where real batches come too fast for the eye, one drawn batch stands for several: the drawn one
 * is on for the same share of its time.
 */
export function batchPicture(facts: BatchFacts, times: BatchTimes, pace: number): BatchPicture {
  const { onUs, cycleUs } = times;
  const duty = cycleUs > 0 ? Math.min(1, onUs / cycleUs) : 1;
  const perDrawn = cycleUs > 0 ? Math.max(1, Math.ceil((calmSeconds(duty) * 1e6 * pace) / cycleUs)) : 1;
  if (perDrawn === 1) {
    const span = facts.on ? facts.changeUs - facts.startUs : cycleUs - onUs;
    const share = span > 0 ? 1 - (facts.changeUs - facts.nowUs) / span : 1;
    return { on: facts.on, share: unit(share), perDrawn };
  }
  const within = unit((facts.nowUs - facts.startUs) / cycleUs);
  // In the pause after it a batch has ended, so it is already counted; it is the one that `startUs` belongs to.
  const running = Math.max(0, facts.on ? facts.batch : facts.batch - 1);
  const share = ((running % perDrawn) + within) / perDrawn;
  return share < duty || duty >= 1
    ? { on: true, share: unit(share / duty), perDrawn }
    : { on: false, share: unit((share - duty) / (1 - duty)), perDrawn };
}

/** How long one drawn batch and the pause after it take at least, so that either can be read. */
function calmSeconds(duty: number): number {
  const shorter = Math.min(duty, 1 - duty);
  return shorter > 0 ? Math.min(LONGEST_SECONDS, CALM_SECONDS / shorter) : CALM_SECONDS;
}

function unit(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 1;
}

/** Offsets (0–1 along a wire) of packets `gap` apart that move one gap in `secondsPerGap` seconds of watching. */
export function wireOffsets(nowUs: Micros, pace: number, gap: number, secondsPerGap: number): number[] {
  const period = secondsPerGap * 1e6 * pace;
  const phase = period > 0 ? (nowUs % period) / period : 0;
  const offsets: number[] = [];
  for (let at = phase * gap; at <= 1; at += gap) offsets.push(at);
  return offsets;
}

/** Seconds of watching one drawn ping takes there and back. */
const PING_SECONDS = 1;

export interface PingPicture {
  /** 0–1 on the way out, then 0–1 on the way back */
  readonly back: boolean;
  readonly share: number;
  /** real pings one drawn ping stands for */
  readonly perDrawn: number;
}

/** One dot for `perDrawn` pings, there in the first half of its time and back in the second. */
export function pingPicture(nowUs: Micros, intervalUs: Micros, pace: number): PingPicture {
  const perDrawn = Math.max(1, Math.round((PING_SECONDS * 1e6 * pace) / intervalUs));
  const period = perDrawn * intervalUs;
  const phase = (((nowUs % period) + period) % period) / period;
  return phase < 0.5
    ? { back: false, share: phase * 2, perDrawn }
    : { back: true, share: phase * 2 - 1, perDrawn };
}

/** Seconds of watching a heartbeat takes along its LAN. */
const BEAT_SECONDS = 0.45;

/** How far a beat sent at `sentUs` has come, 0–1, or −1 when it is not on its way. */
export function beatShare(nowUs: Micros, sentUs: Micros, pace: number): number {
  const share = (nowUs - sentUs) / (BEAT_SECONDS * 1e6 * pace);
  return share >= 0 && share <= 1 ? share : -1;
}
