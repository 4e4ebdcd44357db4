/**
 * What a migration costs the source's CPU: ms of one core. An order of magnitude, not a prediction: the constants are
 * of one machine, and those marked "assumed" are of none. The VM's own work is not in it.
 */
import type { Bytes, Millis, Pages } from '../../base/units.ts';

/**
 * Assumed: 1 ns a byte over TCP, a core that fills 8 Gb/s. Measured over a local socket (QEMU 7.2, two idle VMs of 256
 * and 512 MiB): 0.4 ns, the least it can be.
 */
const MS_PER_BYTE_SENT = 1e-6;
/** Measured on QEMU 7.2: a sync of 131 072 pages takes up to 0.1 ms. */
const MS_PER_PAGE_OF_DIRTY_LOG = 8e-7;
/** Measured on QEMU 7.2: comparing a page with its cached copy takes 1.3 to 1.6 µs, 2.8 GB/s. */
const MS_PER_BYTE_ENCODED = 1 / 2_800_000;

export interface SentWork {
  /** on the wire, repetitions included */
  readonly bytes: Bytes;
  /** compared with a cached copy (XBZRLE), as they are in memory */
  readonly encodedBytes?: Bytes;
  /** run through a codec, as they are in memory */
  readonly compressedBytes?: Bytes;
  /** of that codec, one thread; without it nothing is said of compressing */
  readonly compressBytesPerSecond?: number;
}

/** ms of a source core for what was sent */
export function cpuMsOf({
  bytes,
  encodedBytes = 0,
  compressedBytes = 0,
  compressBytesPerSecond = Number.POSITIVE_INFINITY,
}: SentWork): Millis {
  return (
    bytes * MS_PER_BYTE_SENT +
    encodedBytes * MS_PER_BYTE_ENCODED +
    (compressedBytes * 1000) / compressBytesPerSecond
  );
}

/** ms of a source core for reading the dirty log of a VM's memory once */
export function dirtyLogCpuMs(pages: Pages): Millis {
  return pages * MS_PER_PAGE_OF_DIRTY_LOG;
}
