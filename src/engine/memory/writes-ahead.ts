/**
 * What the guest is about to write: only the oracle is shown this. The workload and its random stream are cloned and
 * run ahead, so that looking changes nothing.
 */
import { clone } from '../../base/clone.ts';
import type { RandomStream } from '../../base/random.ts';
import type { Workload } from './workload.ts';

export interface WritesAhead {
  /** distinct pages in the order of their first write */
  readonly pages: Int32Array;
  /** how often each of them will be written */
  readonly writes: Int32Array;
}

/** @param references how many of the next references to look at */
export function lookAhead(workload: Workload, random: RandomStream, references: number): WritesAhead {
  const ahead = clone(workload);
  const stream = clone(random);
  const counts = new Map<number, number>();
  for (let i = 0; i < references; i += 1) {
    ahead.next(stream);
    if (ahead.write) counts.set(ahead.page, (counts.get(ahead.page) ?? 0) + 1);
  }
  return { pages: Int32Array.from(counts.keys()), writes: Int32Array.from(counts.values()) };
}
