/** What a single migration tells of itself. Names are public: the command line prints this. */
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { StopReason } from '../migration/strategy.ts';

export interface SoloRound {
  startMs: Millis;
  durationMs: Millis;
  pagesSent: Pages;
  bytesSent: Bytes;
  pagesDirtied: Pages;
  remainingPages: Pages;
  /** only with auto-converge: share of the time the guest's CPU is put to sleep as the round ends */
  throttlePercent?: number;
}

/** How the VM fared between its resuming at the destination and its last page. */
export interface PostCopyFigures {
  resumedMs: Millis;
  /** times the guest needed a page that was not there */
  faults: number;
  /** requests answered: the page had not left anyway */
  requests: number;
  /** how long the guest waited for pages, in all */
  stalledMs: Millis;
  /** pages the guest gave back before it moved */
  balloonedPages: Pages;
}

export interface Loss {
  /** who died */
  side: 'source' | 'destination';
  phase: 'live' | 'stop-and-copy' | 'post-copy';
  /** pages of which the newest version is gone */
  pages: Pages;
  sentence: string;
}

export interface SoloResult {
  outcome: 'completed' | 'not-converged' | 'aborted' | 'vm-lost';
  totalTimeMs: Millis;
  downtimeMs: Millis;
  bytesSent: Bytes;
  pagesSent: Pages;
  /** the last one, where completed, is the copy with the VM paused, or what followed the VM to the destination */
  rounds: SoloRound[];
  strategy: string;
  stopReason: StopReason | null;
  heldPages: Pages;
  /** held pages that were written before the stop: the prediction's hits */
  heldPagesWritten: Pages;
  pageWrites: number;
  /** what migrating kept a core of the source busy for (cpu-cost.ts) */
  cpuMs: Millis;
  /** null where the VM never ran at the destination before its pages were there */
  postCopy: PostCopyFigures | null;
  /** pages that went as a difference, and re-sent pages the cache did not hold; null without a cache */
  xbzrle: { hits: Pages; misses: Pages } | null;
  /** what a host's death cost; null where none died in time */
  lost: Loss | null;
}

/** Times are given to the microsecond: digits below it are no information. */
export function toMicroDigits(ms: Millis): Millis {
  return Math.round(ms * 1000) / 1000;
}
