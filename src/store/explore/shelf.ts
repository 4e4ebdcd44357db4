/** Sweeps that were on screen, with their lines: Back finds them as they were. The oldest make room for new ones. */
import type { SweepSpec } from '../../protocol/explore/requests.ts';
import { sameJson } from '../../protocol/merge.ts';
import type { SweepRun } from './types.ts';

const MOST_RUNS = 12;
const MOST_LINES = 200_000;

export class Shelf {
  #runs: SweepRun[] = [];

  put(run: SweepRun): void {
    this.#runs = [...this.#runs.filter(({ spec }) => !sameJson(spec, run.spec)), run];
    while (this.#runs.length > MOST_RUNS || (this.#runs.length > 1 && this.#lines() > MOST_LINES)) {
      this.#runs.shift();
    }
  }

  of(sweep: SweepSpec): SweepRun | null {
    return this.#runs.find(({ spec }) => sameJson(spec, sweep)) ?? null;
  }

  #lines(): number {
    return this.#runs.reduce((sum, { arrived }) => sum + arrived, 0);
  }
}
