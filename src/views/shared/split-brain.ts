/** Two machines that write to one disk, told from what has happened by a moment. */
import type { Micros } from '../../base/units.ts';
import type { History, Scenario } from '../../protocol/model.ts';

export interface SplitBrain {
  readonly vm: string;
  /** "node 2" */
  readonly node: string;
  readonly other: string;
  readonly sinceUs: Micros;
}

/** The one that began last and goes on at the moment, or null. */
export function splitBrainAt(history: History, atUs: Micros): SplitBrain | null {
  const over = new Set<unknown>();
  for (const { atUs: when, code, slots } of history.events.toReversed()) {
    if (when > atUs) continue;
    if (code === 'split-brain-over') over.add(slots.vm);
    if (code !== 'split-brain' || over.has(slots.vm)) continue;
    return { vm: String(slots.vm), node: String(slots.node), other: String(slots.other), sinceUs: when };
  }
  return null;
}

/**
 * Blocks of a guest's disk two machines may have overwritten for each other: all both have written while both ran.
 * The history is only told anew when something happens; this goes on with time.
 */
export function blocksAt(history: History, vm: string, { storage }: Scenario, atUs: Micros): number {
  let sinceUs: Micros | null = null;
  let sharedUs = 0;
  for (const { atUs: when, code, slots } of history.events) {
    if (when > atUs || slots.vm !== vm) continue;
    if (code === 'split-brain') sinceUs = when;
    if (code === 'split-brain-over' && sinceUs !== null) {
      sharedUs += when - sinceUs;
      sinceUs = null;
    }
  }
  if (sinceUs !== null) sharedUs += atUs - sinceUs;
  return Math.floor((2 * storage.writesPerSecond * sharedUs) / 1e6);
}
