/** What goes over the wire for a page: itself, a mark, its difference from what was sent before, or its compressed form. */
import { BYTES_PER_MIB, type Bytes, type Millis } from '../../base/units.ts';
import { cpuMsOf } from '../migration/cpu-cost.ts';
import { PageCompression } from '../migration/page-compression.ts';
import type { Strategy } from '../migration/strategy.ts';
import type { Transfer } from '../migration/transfer.ts';
import { Xbzrle } from '../migration/xbzrle.ts';
import type { SoloGuest } from './solo-guest.ts';
import type { SoloSpec } from './solo-spec.ts';
import type { SoloWire } from './solo-wire.ts';

/** a page on the wire carries its number and flags; a zero page nothing else but a mark */
export const PAGE_HEADER_BYTES: Bytes = 8;
const ZERO_PAGE_BYTES: Bytes = 9;
/** comparing a page with its cached copy takes as long as sending it at this rate (measured: 1.3–1.6 µs a page) */
const ENCODE_BYTES_PER_SECOND = 2_800_000_000;
const BYTES_PER_WORD = 4;

export interface Encoded {
  readonly bytes: Bytes;
  /** how long the page keeps the sender busy, encoding or sending, whichever takes longer */
  readonly busyMs: Millis;
  /** what making it ready cost the source's CPU, without the sending */
  readonly cpuMs: Millis;
}

export class SoloEncoder {
  readonly xbzrle: Xbzrle | null;
  private readonly compression: PageCompression | null;
  private readonly spec: SoloSpec;
  private readonly guest: SoloGuest;
  private readonly transfer: Transfer;
  private readonly wire: SoloWire;
  private lastPage = -1;
  /** a pass over all pages is behind us: pages are re-sent from now on */
  private resends = false;

  constructor(
    spec: SoloSpec,
    strategy: Strategy,
    { guest, transfer, wire }: { guest: SoloGuest; transfer: Transfer; wire: SoloWire },
  ) {
    const { vm } = spec;
    const { xbzrleCacheMiB } = spec.strategy;
    this.spec = spec;
    this.guest = guest;
    this.transfer = transfer;
    this.wire = wire;
    this.compression = strategy.compresses ? new PageCompression(spec.strategy, vm.pageBytes) : null;
    this.xbzrle =
      xbzrleCacheMiB === null || strategy.suspendsFirst || strategy.compresses
        ? null
        : new Xbzrle(
            xbzrleCacheMiB * BYTES_PER_MIB,
            vm.pageBytes,
            vm.workload.wordsPerWrite * BYTES_PER_WORD,
          );
  }

  /** of a page as it is, neither its difference nor compressed */
  plainBytes(page: number): Bytes {
    return this.guest.isZero(page) ? ZERO_PAGE_BYTES : this.spec.vm.pageBytes + PAGE_HEADER_BYTES;
  }

  /** @param limit bytes per second the receiver takes @param paced the pace of the live rounds holds */
  encode(page: number, limit: number, paced: boolean): Encoded {
    const plain = this.plainBytes(page);
    if (plain === ZERO_PAGE_BYTES) {
      if (this.xbzrle !== null) this.follow(page);
      return this.asItIs(plain, limit);
    }
    if (this.compression !== null) return this.compressed(this.compression, page, limit, paced);
    if (this.xbzrle !== null) return this.difference(this.xbzrle, page, limit);
    return this.asItIs(plain, limit);
  }

  private asItIs(bytes: Bytes, limit: number): Encoded {
    return { bytes, busyMs: this.wire.msFor(bytes, limit), cpuMs: 0 };
  }

  private compressed(compression: PageCompression, page: number, limit: number, paced: boolean): Encoded {
    const { maxBandwidthBytesPerSecond, compressBytesPerSecond } = this.spec.strategy;
    const { pageBytes } = this.spec.vm;
    const pace = paced ? (maxBandwidthBytesPerSecond ?? limit) : limit;
    const sendBytesPerSecond = Math.min(this.wire.bytesPerSecond, limit, pace);
    const small = compression.compress(this.guest.contentOf(page), sendBytesPerSecond);
    if (small === null) return this.asItIs(pageBytes + PAGE_HEADER_BYTES, limit);
    const bytes = small.bytes + PAGE_HEADER_BYTES;
    return {
      bytes,
      busyMs: Math.max(small.compressMs, this.wire.msFor(bytes, limit)),
      cpuMs: cpuMsOf({ bytes: 0, compressedBytes: pageBytes, compressBytesPerSecond }),
    };
  }

  private difference(xbzrle: Xbzrle, page: number, limit: number): Encoded {
    const { guest, transfer, wire } = this;
    const { pageBytes } = this.spec.vm;
    this.follow(page);
    const plain = pageBytes + PAGE_HEADER_BYTES;
    // there is no difference to a page the destination does not have
    const fresh = transfer.destination[page] === 0;
    if (!this.resends || fresh) return this.asItIs(plain, limit);
    const writes = (guest.versions[page] as number) + 1 - (transfer.destination[page] as number);
    const bytes = xbzrle.encode(page, writes, transfer.round) ?? plain;
    const encodeMs = (pageBytes * 1000) / ENCODE_BYTES_PER_SECOND;
    return {
      bytes,
      busyMs: Math.max(encodeMs, wire.msFor(bytes, limit)),
      cpuMs: cpuMsOf({ bytes: 0, encodedBytes: pageBytes }),
    };
  }

  /** Going back to an earlier page means that a pass is over. */
  private follow(page: number): void {
    this.resends ||= page < this.lastPage;
    this.lastPage = page;
  }
}
