/**
 * Bytes by flow, as a NetFlow collector would count them, from what a run has recorded. Bytes are those on the wire,
 * every header and gap included. The simulation moves pages, pings and heartbeats one by one, so these are counted; it
 * knows the disk's re-reads only as a share of the link, and requests only as a rate, so these need a size: assumed.
 */
import { type Bytes, MICROS_PER_SECOND, type Micros } from '../../base/units.ts';
import { firstRowAt, type Table } from '../decimate.ts';
import { FRAME_BYTES, PAYLOAD_BYTES } from './queue-sums.ts';

const WIRE_PER_PAYLOAD = FRAME_BYTES / PAYLOAD_BYTES;
const PAGE_BYTES = 4096;
/** 56 B of data, ICMP, IP and Ethernet headers, checksum, preamble and gap: ping's default size (assumed) */
const PING_BYTES = 122;
/** one of Heartbeat's status messages, signed, in UDP (assumed) */
const BEAT_BYTES = 266;
/** a request and its answer of about 1 kB, with all headers and acknowledgements (assumed) */
const REQUEST_BYTES = 2000;

export type FlowName = 'stream' | 'pings' | 'disk' | 'http' | 'heartbeat';

export interface Flow {
  readonly name: FlowName;
  readonly totalBytes: Bytes;
  /** bytes in each second of the run; the last one may be short */
  readonly perSecond: Float64Array;
  /** bytes in the last whole second before the moment reached */
  readonly lastSecond: Bytes;
}

export interface FlowFacts {
  readonly pings: Table;
  readonly beats: Table;
  readonly batches: Table;
  readonly moves: readonly {
    readonly endUs: Micros | null;
    readonly outcome: string;
    readonly pagesSent: number;
    readonly bytesSent: Bytes;
  }[];
  /** spans in which a guest answers requests, with its rate */
  readonly serving: readonly {
    readonly fromUs: Micros;
    readonly toUs: Micros;
    readonly requestsPerSecond: number;
  }[];
  readonly linkMbps: number;
  readonly tailShare: number;
  readonly tailMs: number;
  readonly untilUs: Micros;
}

export function flowsOf(facts: FlowFacts): Flow[] {
  const books: Record<FlowName, Book> = {
    stream: new Book(facts.untilUs),
    pings: new Book(facts.untilUs),
    disk: new Book(facts.untilUs),
    http: new Book(facts.untilUs),
    heartbeat: new Book(facts.untilUs),
  };
  bookStream(books.stream, facts);
  const { pings, beats, untilUs } = facts;
  const lastPing = firstRowAt(pings, untilUs);
  for (let row = 0; row < lastPing; row += 1) {
    const rtt = pings.data[row * pings.width + 1] ?? Number.NaN;
    books.pings.put(pings.data[row * pings.width] ?? 0, Number.isNaN(rtt) ? PING_BYTES : 2 * PING_BYTES);
  }
  const lastBeat = firstRowAt(beats, untilUs);
  for (let row = 0; row < lastBeat; row += 1)
    books.heartbeat.put(beats.data[row * beats.width] ?? 0, BEAT_BYTES);
  for (const { fromUs, toUs, requestsPerSecond } of facts.serving) {
    const bytes = ((toUs - fromUs) / MICROS_PER_SECOND) * requestsPerSecond * REQUEST_BYTES;
    books.http.spread(fromUs, toUs, bytes);
  }
  bookDisk(books.disk, facts);
  return (['stream', 'disk', 'http', 'pings', 'heartbeat'] as const).map((name) => books[name].flow(name));
}

/** Batches as they ended; the processor's state goes with the last page and is known at the end of a move. */
function bookStream(book: Book, { batches, moves, untilUs }: FlowFacts): void {
  for (let row = 0; row < batches.rows; row += 1) {
    const at = (column: number) => batches.data[row * batches.width + column] ?? 0;
    if (at(1) > untilUs) break;
    book.spread(at(0), at(1), at(5) * PAGE_BYTES * WIRE_PER_PAYLOAD);
  }
  for (const { endUs, outcome, pagesSent, bytesSent } of moves) {
    if (endUs === null || endUs > untilUs || outcome !== 'completed') continue;
    book.put(endUs, (bytesSent - pagesSent * PAGE_BYTES) * WIRE_PER_PAYLOAD);
  }
}

/** The cold cache's share of the link after an activation, ρ_d · e^(−t/τ), read as bytes (assumed). */
function bookDisk(book: Book, { moves, linkMbps, tailShare, tailMs, untilUs }: FlowFacts): void {
  const tauUs = tailMs * 1000;
  const bytesPerUs = linkMbps / 8;
  const until = (us: Micros) => bytesPerUs * tailShare * tauUs * (1 - Math.exp(-us / tauUs));
  for (const { endUs, outcome } of moves) {
    if (endUs === null || outcome !== 'completed') continue;
    for (let fromUs = endUs; fromUs < untilUs; ) {
      const toUs = Math.min(untilUs, (Math.floor(fromUs / MICROS_PER_SECOND) + 1) * MICROS_PER_SECOND);
      book.put(fromUs, until(toUs - endUs) - until(fromUs - endUs));
      fromUs = toUs;
    }
  }
}

/** Bytes of one flow by second. */
class Book {
  private readonly seconds: Float64Array;
  private readonly untilUs: Micros;

  constructor(untilUs: Micros) {
    this.untilUs = untilUs;
    this.seconds = new Float64Array(Math.max(1, Math.ceil(untilUs / MICROS_PER_SECOND)));
  }

  put(atUs: Micros, bytes: Bytes): void {
    const second = Math.min(this.seconds.length - 1, Math.max(0, Math.floor(atUs / MICROS_PER_SECOND)));
    this.seconds[second] = (this.seconds[second] ?? 0) + bytes;
  }

  spread(fromUs: Micros, toUs: Micros, bytes: Bytes): void {
    if (toUs <= fromUs) {
      if (bytes > 0) this.put(fromUs, bytes);
      return;
    }
    for (let us = fromUs; us < toUs; ) {
      const next = Math.min(toUs, (Math.floor(us / MICROS_PER_SECOND) + 1) * MICROS_PER_SECOND);
      this.put(us, (bytes * (next - us)) / (toUs - fromUs));
      us = next;
    }
  }

  flow(name: FlowName): Flow {
    const { seconds } = this;
    const whole = Math.floor(this.untilUs / MICROS_PER_SECOND) - 1;
    return {
      name,
      totalBytes: seconds.reduce((sum, bytes) => sum + bytes, 0),
      perSecond: seconds,
      lastSecond: seconds[Math.max(0, whole)] ?? 0,
    };
  }
}
