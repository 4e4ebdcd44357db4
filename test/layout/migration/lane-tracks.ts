/** A migration for the lanes' tests, truly simulated. */
import { migrateSoloSteps } from '../../../src/engine/simulation/solo.ts';
import { SoloJournal } from '../../../src/engine/simulation/solo-journal.ts';
import { defaultSolo, type SoloSpec, type SoloStrategy } from '../../../src/engine/simulation/solo-spec.ts';
import type { MoveSide } from '../../../src/protocol/migration/requests.ts';

export interface SmallMove {
  readonly strategy?: Partial<SoloStrategy>;
  readonly writesPerSecond?: number;
  readonly outages?: readonly { fromMs: number; toMs: number }[];
  readonly faults?: Partial<SoloSpec['faults']>;
  readonly seed?: number;
}

/** 8 MiB over 10 MB/s: 2048 pages, a second or two. */
export function smallMove({
  strategy = {},
  writesPerSecond = 800,
  outages = [],
  faults = {},
  seed = 1,
}: SmallMove): MoveSide {
  const { vm, link } = defaultSolo;
  const spec: SoloSpec = {
    ...defaultSolo,
    seed,
    vm: {
      ...vm,
      memoryMiB: 8,
      romKiB: 0,
      workload: { ...vm.workload, hotSetMiB: 4, hotStartMiB: 1, writesPerSecond },
    },
    link: { ...link, bandwidthBytesPerSecond: 10_000_000, outages },
    faults: { ...defaultSolo.faults, ...faults },
    strategy: { ...defaultSolo.strategy, windowMs: 10, workingSetPages: 128, ...strategy },
    giveUpAfterMs: 8000,
  };
  const journal = new SoloJournal();
  const steps = migrateSoloSteps(spec, { traces: [] }, journal);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { pages, endMs, suspendedMs, resumedMs, series, rows, pause, pauseRows, turns } = journal;
  return {
    spec,
    pages,
    result: step.value,
    endMs,
    suspendedMs,
    resumedMs,
    series,
    rows,
    pause,
    pauseRows,
    turns,
    heldPages: null,
  };
}
