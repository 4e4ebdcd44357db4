/** Work that takes a while: what is there so far, how far it is, and what went wrong. */
export interface LongWork<T> {
  readonly busy: boolean;
  /** 0–1 */
  readonly done: number;
  readonly result: T | null;
  readonly problem: string | null;
}

export const IDLE: LongWork<never> = { busy: false, done: 0, result: null, problem: null };
