/** A Migration workspace at a moment, for components: both sides are truly simulated, the actions are spies. */
import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { MOVE_WIDTH } from '../../src/base/columns.ts';
import { predictors } from '../../src/engine/memory/predictor-registry.ts';
import { stopRules, strategies } from '../../src/engine/migration/strategy-registry.ts';
import { migrateSoloSteps } from '../../src/engine/simulation/solo.ts';
import { SoloJournal } from '../../src/engine/simulation/solo-journal.ts';
import { defaultSolo, type SoloSpec } from '../../src/engine/simulation/solo-spec.ts';
import type { MoveLab } from '../../src/protocol/migration/model.ts';
import type { MigrationCatalogue, MoveSide } from '../../src/protocol/migration/requests.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationActions, MigrationState } from '../../src/store/migration/types.ts';

/** 4 MiB and 512 KiB of read-only memory over 20 MB/s: 1152 pages, a second or so. */
export const smallSpec: SoloSpec = {
  ...defaultSolo,
  vm: {
    ...defaultSolo.vm,
    memoryMiB: 4,
    romKiB: 512,
    workload: { ...defaultSolo.vm.workload, hotSetMiB: 1, hotStartMiB: 1, writesPerSecond: 2000 },
  },
  link: { ...defaultSolo.link, bandwidthBytesPerSecond: 20_000_000 },
};

export const smallLab: MoveLab = {
  spec: smallSpec,
  against: { ...smallSpec.strategy, kind: 'post-copy' },
};

function simulated(spec: SoloSpec): { side: MoveSide; journal: SoloJournal } {
  const journal = new SoloJournal();
  const steps = migrateSoloSteps(spec, { traces: [] }, journal);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { pages, endMs, suspendedMs, resumedMs, series, rows, pause, pauseRows, turns } = journal;
  const result = step.value;
  return {
    side: {
      spec,
      pages,
      result,
      endMs,
      suspendedMs,
      resumedMs,
      series,
      rows,
      pause,
      pauseRows,
      turns,
      heldPages: result.heldPages > 0 ? result.heldPages : null,
    },
    journal,
  };
}

const AGREES = new Set([
  'openLab',
  'setParameter',
  'setStrategy',
  'swapSides',
  'breakLink',
  'restoreLink',
  'killHost',
  'removeFault',
  'undo',
]);

/** Every action is a spy; those that promise something refuse nothing. */
function spies(): MigrationActions {
  const made = new Map<string, ReturnType<typeof vi.fn>>();
  return new Proxy({} as MigrationActions, {
    get: (_, name: string) => {
      const known = made.get(name) ?? (AGREES.has(name) ? vi.fn(async () => null) : vi.fn());
      made.set(name, known);
      return known;
    },
  });
}

export interface MoveStory {
  readonly sides: readonly MoveSide[];
  readonly endMs: number;
  /** the state at a moment, as the store would hold it; later moments are reached by it */
  stateAt(ms: number, more?: Partial<MigrationState>): MigrationState;
  /** puts it into the store */
  show(ms: number, more?: Partial<MigrationState>): void;
}

export function moveStory(lab: MoveLab = smallLab): MoveStory {
  const specs = lab.against === null ? [lab.spec] : [lab.spec, { ...lab.spec, strategy: lab.against }];
  const runs = specs.map(simulated);
  const sides = runs.map(({ side }) => side);
  const endMs = Math.max(...sides.map((side) => side.endMs));
  const actions = spies();
  const catalogue = { strategies, stopRules, predictors } as unknown as MigrationCatalogue;
  const stateAt = (atMs: number, more: Partial<MigrationState> = {}): MigrationState => ({
    ...migrationStore.getInitialState(),
    status: 'ready',
    catalogue,
    lab,
    opened: { moveKey: 'story', sides, hash: '' },
    atMs,
    reachedMs: atMs,
    endMs,
    moment: {
      moveKey: 'story',
      atMs,
      sides: runs.map(({ journal, side }) => {
        const cursor = journal.cursor();
        cursor.seek(atMs);
        const values = new Float64Array(MOVE_WIDTH);
        journal.rowAt(Math.min(atMs, side.endMs), values);
        return { states: cursor.states, changed: null, counts: cursor.counts, values };
      }),
    },
    stories: null,
    actions,
    ...more,
  });
  return {
    sides,
    endMs,
    stateAt,
    show: (ms, more) => act(() => migrationStore.setState(stateAt(ms, more), true)),
  };
}
