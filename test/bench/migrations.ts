/**
 * Single migrations of a large VM: how long the simulation takes, beside touching every page once in a typed array, and
 * how many page accesses (writes of the guest, pages that leave) it does a second, with and without a journal.
 */
import { RandomStream } from '../../src/base/random.ts';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { migrateSolo, migrateSoloSteps } from '../../src/engine/simulation/solo.ts';
import { SoloJournal } from '../../src/engine/simulation/solo-journal.ts';
import { defaultSolo, type SoloSpec } from '../../src/engine/simulation/solo-spec.ts';
import { createTree } from '../../src/engine/trees/registry.ts';
import { inTurns, millions, type Table, times } from './measure.ts';

const MEMORY_MIB = 4096;
const PAGES = (MEMORY_MIB * 1024) / 4;

/** 4 GiB at 1 GB/s; a hot set of 1 GiB keeps pre-copy going for about ten rounds */
const large = (kind: string): SoloSpec => ({
  ...defaultSolo,
  vm: {
    ...defaultSolo.vm,
    memoryMiB: MEMORY_MIB,
    workload: { ...defaultSolo.vm.workload, hotSetMiB: 1024, writesPerSecond: 160_000 },
  },
  link: { ...defaultSolo.link, bandwidthBytesPerSecond: 1_000_000_000 },
  strategy: { ...defaultSolo.strategy, kind, stopRule: { kind: 'qemu', downtimeLimitMs: 30 } },
});

export function benchMigrations(rounds: number): Table {
  const library = traceLibrary([]);
  const bare = new Uint32Array(PAGES);
  const told: Record<string, string> = {};
  const simulate = (kind: string) => () => {
    const result = migrateSolo(large(kind), library);
    told[kind] = `rounds: ${result.rounds.length}, ${(result.bytesSent / 1e9).toFixed(2)} GB`;
  };
  const kinds = ['pre-copy', 'hybrid', 'post-copy'];
  const taken = inTurns(
    {
      bare: () => {
        for (let page = 0; page < PAGES; page += 1) bare[page] = (bare[page] as number) + 1;
      },
      ...Object.fromEntries(kinds.map((kind) => [kind, simulate(kind)])),
    },
    Math.min(3, rounds),
  );
  const base = taken.get('bare') ?? Number.NaN;
  return {
    title: 'Simulating the migration of a 4 GiB VM',
    baseline: 'counting every page once in a typed array',
    columns: ['what it was'],
    rows: ['bare', ...kinds].map((what) => {
      const seconds = taken.get(what) ?? Number.NaN;
      return {
        what,
        figure: `${(seconds * 1000).toFixed(1)} ms`,
        ratio: seconds / base,
        more: [told[what] ?? ''],
      };
    }),
  };
}

const ACCESSES = 400_000;
const COUNTER = 'typed-array counter';
const ONE_ACCESS = 'lazy counting tree, one access each';

/** What the journal costs, and what predicting does: accesses a second beside a bare counter and one tree access. */
export function benchSoloAccesses(rounds: number): Table {
  const library = traceLibrary([]);
  const random = new RandomStream(3, 'bench');
  const pages = Int32Array.from({ length: ACCESSES }, () => random.below(PAGES / 4));
  const counts = new Uint32Array(PAGES);
  const done = new Map<string, number>();
  const simulate = (what: string, kind: string, journal: () => SoloJournal | null) => () => {
    const steps = migrateSoloSteps(large(kind), library, journal());
    for (;;) {
      const { done: over, value } = steps.next();
      if (over !== true) continue;
      done.set(what, value.pageWrites + value.pagesSent);
      return;
    }
  };
  const moves: readonly (readonly [string, string, () => SoloJournal | null])[] = [
    ['pre-copy', 'pre-copy', () => null],
    ['pre-copy, figures kept', 'pre-copy', () => new SoloJournal(false)],
    ["pre-copy, every page's story kept", 'pre-copy', () => new SoloJournal()],
    ['working-set pre-copy, lazy counting', 'working-set-pre-copy', () => null],
  ];
  const taken = inTurns(
    {
      [COUNTER]: () => {
        for (let i = 0; i < pages.length; i += 1) {
          const page = pages[i] as number;
          counts[page] = (counts[page] as number) + 1;
        }
      },
      [ONE_ACCESS]: () => {
        const tree = createTree('lazy-counting');
        for (const page of pages) tree.access(page);
      },
      ...Object.fromEntries(moves.map(([what, kind, journal]) => [what, simulate(what, kind, journal)])),
    },
    Math.min(3, rounds),
  );
  const each = (what: string): number => (taken.get(what) ?? Number.NaN) / (done.get(what) ?? ACCESSES);
  return {
    title: 'Page accesses of a 4 GiB migration',
    baseline: COUNTER,
    columns: ['× one tree access'],
    rows: [...taken.keys()].map((what) => ({
      what,
      figure: millions(1 / each(what)),
      more: [times(each(ONE_ACCESS) / each(what))],
      ratio: each(COUNTER) / each(what),
    })),
  };
}
