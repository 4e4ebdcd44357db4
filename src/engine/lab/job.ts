/**
 * Long work as a generator: it yields how far it is every few milliseconds' worth of work and returns the result. Whoever
 * runs it decides how many slices to run at a time, and drops it to cancel; slicing never changes the result.
 */
export type Job<P, R> = Generator<P, R, void>;

/** How far a job is: so many of so many parts. */
export interface JobProgress {
  readonly done: number;
  readonly of: number;
}

/** Runs a job to its end without looking at its progress: tests, the command line. */
export function finish<P, R>(job: Job<P, R>): R {
  for (;;) {
    const { done, value } = job.next();
    if (done === true) return value;
  }
}
