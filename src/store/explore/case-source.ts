/** The cases of a sweep that are still to come, in pieces of about equal time. */
import type { SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import { handingOut } from './order.ts';
import type { ExploreClient, Source } from './pool.ts';

/** What a worker has of one sweep at a time: the second waits while the first is under way. */
export const DEPTH = 2;
/** Long enough that the page hears of a worker about four times a second, short enough that little is lost by a cancel. */
const PIECE_MS = 250;
const MOST_CASES = 64;
/** of the latest piece in the mean time of a case */
const WEIGHT = 0.3;

interface CaseSourceOptions {
  readonly spec: SweepSpec;
  readonly isThere: (index: number) => boolean;
  readonly workers: number;
  /** wall time in ms */
  readonly now: () => number;
  readonly arrive: (lines: readonly SweepLine[]) => void;
}

export class CaseSource implements Source<readonly number[]> {
  readonly #options: CaseSourceOptions;
  /** to be taken from its end */
  readonly #left: number[];
  /** how long a case takes by itself, ms; null before one is done */
  #caseMs: number | null = null;

  constructor(options: CaseSourceOptions) {
    this.#options = options;
    this.#left = [...handingOut(options.spec)].filter((index) => !options.isThere(index)).reverse();
  }

  take(): readonly number[] | null {
    if (this.#left.length === 0) return null;
    const fits = this.#caseMs === null ? 1 : Math.floor(PIECE_MS / Math.max(this.#caseMs, 0.01));
    // Near the end pieces get smaller, so that all workers end together.
    const share = Math.ceil(this.#left.length / (2 * DEPTH * this.#options.workers));
    const size = Math.max(1, Math.min(fits, share, MOST_CASES));
    return this.#left.splice(-size).reverse();
  }

  giveBack(piece: readonly number[]): void {
    this.#left.push(...piece.toReversed());
  }

  async run(client: ExploreClient, piece: readonly number[], signal: AbortSignal): Promise<void> {
    const { spec, now, arrive } = this.#options;
    const from = now();
    const { lines } = await client.call('cases', { sweep: spec, indices: piece }, { signal });
    const ownMs = (now() - from) / (DEPTH * piece.length);
    this.#caseMs = this.#caseMs === null ? ownMs : this.#caseMs + WEIGHT * (ownMs - this.#caseMs);
    arrive(lines);
  }
}
