/** The link of a single migration: how long bytes and messages take on it, outages included. */
import { RandomStream } from '../../base/random.ts';
import type { Bytes, Millis } from '../../base/units.ts';
import type { SoloSpec } from './solo-spec.ts';

export class SoloWire {
  /** what other traffic leaves */
  readonly bytesPerSecond: number;
  private readonly link: SoloSpec['link'];
  /** in order of time */
  private readonly outages: readonly { readonly fromMs: Millis; readonly toMs: Millis }[];
  /** outages before this one are over */
  private ahead = 0;
  private readonly loss: RandomStream;
  private readonly jitter: RandomStream;

  constructor({ link, seed }: SoloSpec) {
    this.link = link;
    this.bytesPerSecond = link.bandwidthBytesPerSecond * (1 - link.competingShare);
    this.outages = link.outages;
    this.loss = new RandomStream(seed, 'solo loss');
    this.jitter = new RandomStream(seed, 'solo jitter');
  }

  /** on a wire of at most `limit` bytes per second */
  msFor(bytes: Bytes, limit = Number.POSITIVE_INFINITY): Millis {
    return (bytes * 1000) / Math.min(this.bytesPerSecond, limit);
  }

  /** When a transmission of `ms` that begins at `fromMs` has left: an outage holds it up. Asked in the order of time. */
  endOf(fromMs: Millis, ms: Millis): Millis {
    while ((this.outages[this.ahead]?.toMs ?? Number.POSITIVE_INFINITY) <= fromMs) this.ahead += 1;
    let at = fromMs;
    let left = ms;
    for (let i = this.ahead; i < this.outages.length; i += 1) {
      const outage = this.outages[i];
      if (outage === undefined || at + left <= outage.fromMs) break;
      left -= Math.max(0, outage.fromMs - at);
      at = Math.max(at, outage.toMs);
    }
    return at + left;
  }

  /** When a message sent at `fromMs` is at the other side. */
  arrivalOf(fromMs: Millis): Millis {
    const { latencyMs, jitterMs } = this.link;
    return this.endOf(fromMs, 0) + latencyMs + (jitterMs > 0 ? jitterMs * this.jitter.uniform() : 0);
  }

  /** whether an outage holds the link up */
  isDown(ms: Millis): boolean {
    return this.outages.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
  }

  /** whether a page's transmission must be repeated */
  loses(): boolean {
    return this.link.lossRate > 0 && this.loss.uniform() < this.link.lossRate;
  }
}
