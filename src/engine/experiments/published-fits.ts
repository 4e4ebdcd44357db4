/** Published pre-copy migrations (Clark et al. 2005) and a two-class U(t) fitted to the total bytes of each. */
import type { Bytes, Millis } from '../../base/units.ts';

export interface PublishedFit {
  readonly name: string;
  readonly source: string;
  readonly memoryBytes: Bytes;
  /** as printed */
  readonly roundBytes: readonly Bytes[];
  readonly totalBytes: Bytes;
  readonly downtimeMs: Millis;
  /** the model: a hot and a cold class of pages, each written uniformly */
  readonly fitted: {
    readonly hotPages: number;
    readonly hotWritesPerSecond: number;
    readonly coldPages: number;
    readonly coldWritesPerSecond: number;
    readonly roundBytes: readonly Bytes[];
    readonly totalBytes: Bytes;
    readonly downtimeMs: Millis;
  };
  /** |model / printed − 1| of each round, and their median */
  readonly roundErrors: readonly number[];
  readonly medianRoundError: number;
}
