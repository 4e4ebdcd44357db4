/** A fault in what was typed or read: its message is one clear sentence. */
export class Complaint extends Error {}

/** Unwraps what a reader gave: the value, or its one sentence thrown. */
export function orComplain<T>(problem: string | null, value: T): T {
  if (problem !== null) throw new Complaint(problem);
  return value;
}
