/** How long a sweep still takes: from the mean of what is done, smoothed so that it counts down rather than jumps. */
const ENOUGH_MS = 1000;
const ENOUGH_CASES = 4;
/** of the present estimate in what is said, a second later */
const WEIGHT = 0.25;

export class Countdown {
  readonly #cases: number;
  readonly #fromMs: number;
  #saidMs: number | null = null;
  #atMs: number;

  /** @param cases to be done from now on @param nowMs wall time */
  constructor(cases: number, nowMs: number) {
    this.#cases = cases;
    this.#fromMs = this.#atMs = nowMs;
  }

  /** @param done of them @returns ms; null before that can be told */
  left(done: number, nowMs: number): number | null {
    const spentMs = nowMs - this.#fromMs;
    if (done < ENOUGH_CASES || spentMs < ENOUGH_MS) return null;
    const estimate = (spentMs / done) * (this.#cases - done);
    const passed = nowMs - this.#atMs;
    this.#atMs = nowMs;
    if (this.#saidMs === null) this.#saidMs = estimate;
    else {
      const counted = Math.max(0, this.#saidMs - passed);
      this.#saidMs = counted + Math.min(1, (WEIGHT * passed) / 1000) * (estimate - counted);
    }
    return this.#saidMs;
  }
}
