/** The Migration workspace's store as its views see it: the real catalogue, real simulations, and actions that only listen. */
import { vi } from 'vitest';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { analyseSolo } from '../../src/engine/simulation/solo-analysis.ts';
import type { MoveLab, SoloAnalysis, SoloSpec } from '../../src/protocol/migration/model.ts';
import type { CompareRow, MigrationCatalogue, OpenedMove } from '../../src/protocol/migration/requests.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationActions, MigrationState } from '../../src/store/migration/types.ts';
import { ImportedTraces } from '../../src/worker/imported-traces.ts';
import { migrationCatalogue } from '../../src/worker/migration/catalogue.ts';
import { compare } from '../../src/worker/migration/compare.ts';
import type { MigrationContext } from '../../src/worker/migration/handler.ts';
import { Moves } from '../../src/worker/migration/moves.ts';
import { open } from '../../src/worker/migration/open.ts';

/** No test here moves a recorded program. */
const library = traceLibrary([]);

export const catalogue: MigrationCatalogue = migrationCatalogue('test');

const context: MigrationContext = {
  moves: new Moves(),
  imported: new ImportedTraces(),
  libraryFor: () => Promise.resolve(library),
  library: () => Promise.resolve(library),
  measured: () => Promise.reject(new Error('none')),
  claimedSpeed: () => Promise.reject(new Error('none')),
  now: () => 0,
};

/** The default lab, smaller, so that a test need not wait. */
export function smallLab(part: Partial<SoloSpec['vm']['workload']> = {}): MoveLab {
  const { spec, against } = catalogue.defaultLab;
  const { vm } = spec;
  const workload = { ...vm.workload, hotSetMiB: 8, hotStartMiB: 2, ...part };
  return { spec: { ...spec, vm: { ...vm, memoryMiB: 16, workload } }, against };
}

async function finish<T>(steps: unknown): Promise<T> {
  const job = (await steps) as Generator<unknown, T, void>;
  for (;;) {
    const { done, value } = job.next();
    if (done === true) return value;
  }
}

export async function comparedRows(spec: SoloSpec, labels?: readonly string[]): Promise<CompareRow[]> {
  const strategies = catalogue.comparison.filter(({ label }) => labels?.includes(label) ?? true);
  const { rows } = await finish<{ rows: readonly CompareRow[] }>(
    compare(context, { spec, strategies, samples: 60 }),
  );
  return [...rows];
}

export const analysed = (spec: SoloSpec): SoloAnalysis => analyseSolo(spec, library);

export const opened = (lab: MoveLab): Promise<OpenedMove> => finish<OpenedMove>(open(context, { lab }));

export function setMigration(lab: MoveLab, part: Partial<MigrationState> = {}) {
  const actions = {
    startCompare: vi.fn(),
    cancelCompare: vi.fn(),
    startAnalysis: vi.fn(),
    cancelAnalysis: vi.fn(),
    setStrategy: vi.fn(() => Promise.resolve<string | null>(null)),
    setView: vi.fn(),
    openPanel: vi.fn(),
    tell: vi.fn(),
  };
  migrationStore.setState({
    status: 'ready',
    catalogue,
    lab,
    reachedMs: 0,
    opened: null,
    actions: actions as unknown as MigrationActions,
    ...part,
  });
  return actions;
}
