/** Single migrations of a large VM: how long the simulation takes, beside touching every page once in a typed array. */
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { migrateSolo } from '../../src/engine/simulation/solo.ts';
import { defaultSolo, type SoloSpec } from '../../src/engine/simulation/solo-spec.ts';
import { inTurns, type Table } from './measure.ts';

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
    told[kind] = `${result.rounds.length} rounds, ${(result.bytesSent / 1e9).toFixed(2)} GB`;
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
