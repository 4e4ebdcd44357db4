/**
 * Adaptive compression by page class (Jin et al. 2009): a zero page is a mark anyway, a page whose words resemble each
 * other goes through a fast word-dictionary codec, any other goes as it is.
 *
 * While one page is on the wire the next is compressed, so V bytes take T = max(V / R, V · ratio / B), with R what all
 * threads read together and B what the wire (or the pace) takes; it pays only where T < V / B.
 */
import type { Bytes, Millis } from '../../base/units.ts';
import type { PageContent } from '../memory/page-contents.ts';

export interface CompressionSettings {
  /** what is left of a similar page, 0–1 of it */
  readonly similarRatio: number;
  /** of one thread */
  readonly compressBytesPerSecond: number;
  readonly compressThreads: number;
}

export interface CompressedPage {
  /** without the page's header */
  readonly bytes: Bytes;
  /** until the threads have it ready */
  readonly compressMs: Millis;
}

export class PageCompression {
  private readonly similar: CompressedPage;
  private readonly pageBytes: Bytes;
  private readonly readBytesPerSecond: number;

  constructor(settings: CompressionSettings, pageBytes: Bytes) {
    this.pageBytes = pageBytes;
    this.readBytesPerSecond = settings.compressBytesPerSecond * settings.compressThreads;
    this.similar = {
      bytes: Math.max(1, Math.round(pageBytes * settings.similarRatio)),
      compressMs: (pageBytes * 1000) / this.readBytesPerSecond,
    };
  }

  /** @param sendBytesPerSecond what the wire or the pace takes @returns null where the page goes as it is */
  compress(content: PageContent, sendBytesPerSecond: number): CompressedPage | null {
    if (content !== 'similar') return null;
    const { pageBytes, similar } = this;
    const seconds = Math.max(pageBytes / this.readBytesPerSecond, similar.bytes / sendBytesPerSecond);
    return seconds < pageBytes / sendBytesPerSecond ? similar : null;
  }
}
