/** Two machines that write one disk image: since when, and how much may be broken. From the log, so that it counts live. */
import type { History, HistoryEvent, Run } from '../../../protocol/model.ts';

export interface SplitBrain {
  readonly vm: string;
  readonly node: string;
  readonly other: string;
  /** null: it is over */
  readonly sinceUs: number | null;
  /** how long it lasted before */
  readonly sharedUs: number;
}

export function splitBrains(history: History): SplitBrain[] {
  const found = new Map<string, SplitBrain>();
  for (const event of history.events) {
    const vm = String(event.slots.vm ?? '');
    if (event.code === 'split-brain') found.set(vm, begun(event, vm, found.get(vm)));
    else if (event.code === 'split-brain-over') {
      const before = found.get(vm);
      if (before) found.set(vm, { ...before, sinceUs: null, sharedUs: sharedUs(before, event.atUs) });
    }
  }
  const order = history.vms.map(({ name }) => name);
  return [...found.values()].sort((a, b) => order.indexOf(a.vm) - order.indexOf(b.vm));
}

function begun(event: HistoryEvent, vm: string, before: SplitBrain | undefined): SplitBrain {
  const { node = '', other = '' } = event.slots;
  return {
    vm,
    node: String(node),
    other: String(other),
    sinceUs: event.atUs,
    sharedUs: before?.sharedUs ?? 0,
  };
}

function sharedUs({ sinceUs, sharedUs: before }: SplitBrain, nowUs: number): number {
  return before + (sinceUs === null ? 0 : Math.max(0, nowUs - sinceUs));
}

/** Blocks of their disks that may be overwritten: all that either machine wrote meanwhile, as the engine counts. */
export function brokenBlocks(all: readonly SplitBrain[], run: Run, nowUs: number): number {
  const { writesPerSecond } = run.scenario.storage;
  return all.reduce((sum, one) => sum + Math.floor((2 * writesPerSecond * sharedUs(one, nowUs)) / 1e6), 0);
}
