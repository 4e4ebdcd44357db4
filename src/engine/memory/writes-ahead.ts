/**
 * What the guest is about to write: only the oracle is shown this. The workload and its random stream are cloned and
 * run ahead, so that looking changes nothing.
 */
import { clone } from '../../base/clone.ts';
import type { RandomStream } from '../../base/random.ts';
import type { Workload } from './workload.ts';

export interface WritesAhead {
  /** references looked at */
  readonly references: number;
  /** distinct pages in the order of their first write */
  readonly pages: Int32Array;
  /** how often each of them will be written */
  readonly writes: Int32Array;
  /** at which reference, from 0, each is first written */
  readonly firstAt: Int32Array;
}

/** @param references how many of the next references to look at */
export function lookAhead(workload: Workload, random: RandomStream, references: number): WritesAhead {
  const ahead = clone(workload);
  const stream = clone(random);
  const placeOf = new Map<number, number>();
  const writes: number[] = [];
  const firstAt: number[] = [];
  for (let i = 0; i < references; i += 1) {
    ahead.next(stream);
    if (!ahead.write) continue;
    const place = placeOf.get(ahead.page);
    if (place === undefined) {
      placeOf.set(ahead.page, writes.length);
      writes.push(1);
      firstAt.push(i);
    } else writes[place] = (writes[place] as number) + 1;
  }
  return {
    references,
    pages: Int32Array.from(placeOf.keys()),
    writes: Int32Array.from(writes),
    firstAt: Int32Array.from(firstAt),
  };
}
