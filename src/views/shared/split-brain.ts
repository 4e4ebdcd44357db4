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

/** All that go on at the moment, in the order of their begin. */
export function splitBrainsAt(history: History, atUs: Micros): SplitBrain[] {
  const open = new Map<string, SplitBrain>();
  for (const { atUs: when, code, slots } of history.events) {
    if (when > atUs) break;
    const vm = String(slots.vm);
    if (code === 'split-brain-over') open.delete(vm);
    if (code !== 'split-brain') continue;
    open.set(vm, { vm, node: String(slots.node), other: String(slots.other), sinceUs: when });
  }
  return [...open.values()];
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
