/** Pieces that are known beforehand, given out in their order. */
import type { ExploreClient, Source } from './pool.ts';

export class ListSource<P> implements Source<P> {
  readonly #left: P[];
  readonly run: (client: ExploreClient, piece: P, signal: AbortSignal) => Promise<void>;

  constructor(
    pieces: readonly P[],
    run: (client: ExploreClient, piece: P, signal: AbortSignal) => Promise<void>,
  ) {
    this.#left = pieces.toReversed();
    this.run = run;
  }

  take(): P | null {
    return this.#left.pop() ?? null;
  }

  giveBack(piece: P): void {
    this.#left.push(piece);
  }
}
