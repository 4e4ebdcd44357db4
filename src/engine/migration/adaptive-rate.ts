/**
 * The rate of Clark et al. 2005: slow at first, so that the service hardly notices, then as fast as the guest dirtied
 * memory in the round before plus a fixed step, up to a ceiling.
 */
import type { Bytes, Millis } from '../../base/units.ts';

/** 500 Mb/s, where the strategy names no pace */
const TOP_BYTES_PER_SECOND = 62_500_000;

export class AdaptiveRate {
  bytesPerSecond: number;
  private readonly bottom: number;
  private readonly top: number;
  private readonly step: number;

  constructor(settings: {
    readonly minBandwidthBytesPerSecond: number;
    readonly maxBandwidthBytesPerSecond: number | null;
    readonly bandwidthStepBytesPerSecond: number;
  }) {
    this.top = settings.maxBandwidthBytesPerSecond ?? TOP_BYTES_PER_SECOND;
    this.step = settings.bandwidthStepBytesPerSecond;
    this.bottom = Math.min(settings.minBandwidthBytesPerSecond, this.top);
    this.bytesPerSecond = this.bottom;
  }

  get atTop(): boolean {
    return this.bytesPerSecond >= this.top;
  }

  /** A round is over: what was dirtied in it sets the pace of the next. */
  onRound(dirtied: Bytes, ms: Millis): void {
    const dirtyRate = ms > 0 ? (dirtied * 1000) / ms : 0;
    this.bytesPerSecond = Math.min(Math.max(this.bottom, dirtyRate + this.step), this.top);
  }
}
