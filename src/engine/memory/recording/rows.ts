/** The rows of a trace as they come: pages renumbered by first touch, in arrays that grow up to a limit. */
import { Digest } from '../../../base/clone.ts';
import type { Trace } from '../trace.ts';
import { PageNumbers } from './page-numbers.ts';

export const RECORDING_LIMITS = {
  /** 80 MiB as a trace holds them */
  rows: 16_777_216,
  /** 4 GiB of memory in pages of 4 KiB */
  pages: 1_048_576,
} as const;

export class Rows {
  private pages = new Int32Array(4096);
  private writes = new Uint8Array(4096);
  private readonly numbers = new PageNumbers(RECORDING_LIMITS.pages);
  count = 0;

  /** by first touch; −1 if there are too many pages */
  numberOf(page: number): number {
    return this.numbers.numberOf(page);
  }

  /** pages numbered so far */
  get pageCount(): number {
    return this.numbers.count;
  }

  get isFull(): boolean {
    return this.count === RECORDING_LIMITS.rows;
  }

  /** One reference. @param number as `numberOf` gave it @returns false if there is no room for it */
  add(number: number, writes: boolean): boolean {
    if (this.isFull) return false;
    if (this.count === this.pages.length) this.grow();
    this.pages[this.count] = number;
    this.writes[this.count] = writes ? 1 : 0;
    this.count += 1;
    return true;
  }

  private grow(): void {
    const length = Math.min(RECORDING_LIMITS.rows, this.pages.length * 2);
    const pages = new Int32Array(length);
    const writes = new Uint8Array(length);
    pages.set(this.pages);
    writes.set(this.writes);
    this.pages = pages;
    this.writes = writes;
  }

  /** @param stem what it is called beside its fingerprint */
  trace(stem: string): Trace {
    const pages = this.pages.slice(0, this.count);
    const writes = this.writes.slice(0, this.count);
    const name = `${stem}~${fingerprintOf(pages, writes)}`;
    return Object.freeze({ name, pages, writes, pageCount: this.pageCount });
  }
}

/** Of what a trace holds, not of how it was written: twelve hexadecimal digits. */
function fingerprintOf(pages: Int32Array, writes: Uint8Array): string {
  const digest = new Digest();
  digest.add(pages);
  digest.add(writes);
  return digest.hex().slice(0, 12);
}
