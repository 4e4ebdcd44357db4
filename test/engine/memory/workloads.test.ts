import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import type { Workload } from '../../../src/engine/memory/workload.ts';
import {
  type WorkloadInput,
  workloadEntry,
  workloads,
} from '../../../src/engine/memory/workload-registry.ts';
import { library } from '../recorded.ts';

const SEED = { seed: 20_100_501, numRuns: 60 };

const base: WorkloadInput = {
  library,
  processes: 4,
  memoryPages: 4096,
  hotStart: 512,
  hotPages: 1000,
  coldPages: 0,
  coldFraction: 0,
  writeShare: 0.5,
  exponent: 1,
  hotFraction: 0.9,
  hotShare: 0.1,
  phaseReferences: 250,
  growSteps: 5,
};

const create = (kind: string, input: Partial<WorkloadInput> = {}, seed = 1): Workload =>
  workloadEntry(kind).create({ ...base, ...input }, new RandomStream(seed, 'layout'));

/** `[process, key, page, write]` of the next references */
function references(workload: Workload, count: number, seed = 1): [number, number, number, boolean][] {
  const random = new RandomStream(seed, 'references');
  return Array.from({ length: count }, () => {
    workload.next(random);
    return [workload.process, workload.key, workload.page, workload.write];
  });
}

const pagesOf = (workload: Workload, count: number): number[] =>
  references(workload, count).map(([, , page]) => page);

const kinds = workloads.map(({ kind }) => kind);

describe.each(kinds)('%s', (kind) => {
  const inputs = fc.record({
    hotPages: fc.integer({ min: 1, max: 2000 }),
    coldPages: fc.nat(1000),
    coldFraction: fc.constantFrom(0, 0.1, 1),
    writeShare: fc.constantFrom(0, 0.3, 1),
    exponent: fc.constantFrom(0, 0.8, 2),
    hotFraction: fc.constantFrom(0, 0.9, 1),
    hotShare: fc.constantFrom(0.001, 0.1, 1),
    processes: fc.integer({ min: 1, max: 6 }),
  });

  test('stays in its pages and knows whose they are', () => {
    fc.assert(
      fc.property(inputs, fc.nat(1000), (input, seed) => {
        const workload = create(kind, input, seed);
        const end = workloadEntry(kind).pagesNeeded({ ...base, ...input });
        const first = kind === 'traces' ? 0 : base.hotStart;
        const beyond = kind === 'traces' ? base.memoryPages : end;
        const strays = references(workload, 300, seed).filter(
          ([process, key, page]) =>
            !(page >= first && page < beyond) ||
            workload.pageOf(process, key) !== page ||
            workload.processOf(page) !== process ||
            workload.keyOf(page) !== key,
        );
        expect(strays).toEqual([]);
      }),
      SEED,
    );
  });

  test('the same seeds give the same references, another layout or stream gives others', () => {
    const first = references(create(kind, {}, 1), 500, 1);
    expect(references(create(kind, {}, 1), 500, 1)).toEqual(first);
    if (kind === 'traces' || kind === 'zipf') {
      expect(references(create(kind, {}, 2), 500, 1)).not.toEqual(first);
    }
    if (kind !== 'traces') expect(references(create(kind, {}, 1), 500, 2)).not.toEqual(first);
  });

  test('writes its share', () => {
    if (kind === 'traces') return;
    const writes = references(create(kind, { writeShare: 0.3 }), 20_000).filter(([, , , write]) => write);
    expect(writes.length / 20_000).toBeCloseTo(0.3, 1);
    expect(references(create(kind, { writeShare: 0 }), 200).some(([, , , write]) => write)).toBe(false);
    expect(references(create(kind, { writeShare: 1 }), 200).every(([, , , write]) => write)).toBe(true);
  });
});

describe('patterns', () => {
  test('uniform: every page of the hot set as often as the others', () => {
    const counts = new Map<number, number>();
    for (const page of pagesOf(create('uniform', { hotPages: 20 }), 40_000)) {
      counts.set(page, (counts.get(page) ?? 0) + 1);
    }
    expect(counts.size).toBe(20);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000));
  });

  test('hot-cold: the fraction asked for goes to the share asked for', () => {
    const pages = pagesOf(create('hot-cold', { hotFraction: 0.9, hotShare: 0.1 }), 50_000);
    const hot = pages.filter((page) => page < base.hotStart + 100);
    expect(hot.length / pages.length).toBeCloseTo(0.9, 2);
    expect(new Set(hot).size).toBe(100);
    expect(new Set(pages).size).toBeGreaterThan(950);
  });

  test('a cold set behind the hot one takes its fraction', () => {
    const pages = pagesOf(create('uniform', { hotPages: 100, coldPages: 400, coldFraction: 0.2 }), 50_000);
    const cold = pages.filter((page) => page >= base.hotStart + 100);
    expect(cold.length / pages.length).toBeCloseTo(0.2, 2);
    expect(Math.max(...cold)).toBeLessThan(base.hotStart + 500);
    const workload = create('uniform', { hotPages: 100, coldPages: 400, coldFraction: 0.2 });
    expect([511, 512, 1011, 1012].map((page) => workload.processOf(page))).toEqual([-1, 0, 0, -1]);
  });

  test.each([0.5, 1, 1.5])('zipf %d: the r-th page as often as 1/r^exponent', (exponent) => {
    const hotPages = 200;
    const draws = 100_000;
    const counts = new Map<number, number>();
    for (const page of pagesOf(create('zipf', { exponent, hotPages }), draws)) {
      counts.set(page, (counts.get(page) ?? 0) + 1);
    }
    const weights = Array.from({ length: hotPages }, (_, i) => 1 / (i + 1) ** exponent);
    const total = weights.reduce((sum, x) => sum + x, 0);
    const ranked = [...counts.values()].sort((a, b) => b - a);
    for (const rank of [1, 2, 3, 5, 8]) {
      const expected = (draws * (weights[rank - 1] ?? 0)) / total;
      // the ranking itself prefers the lucky, so a little more than 5 σ
      expect(Math.abs((ranked[rank - 1] ?? 0) - expected)).toBeLessThan(6 * Math.sqrt(expected));
    }
    // the hot pages are scattered, not in a row
    const [hottest] = [...counts.entries()].sort((a, b) => b[1] - a[1]);
    expect(hottest?.[0]).not.toBe(base.hotStart);
  });

  test('sequential: page after page, again and again', () => {
    expect(pagesOf(create('sequential', { hotPages: 4 }), 10)).toEqual([
      512, 513, 514, 515, 512, 513, 514, 515, 512, 513,
    ]);
  });
});

describe('traces', () => {
  const processes = 6;
  const memoryPages = 8192;
  const make = (seed: number): Workload => create('traces', { processes, memoryPages }, seed);
  const traceOf = (process: number) => {
    const trace = library.traces[process % library.traces.length];
    if (trace === undefined) throw new Error('There are no traces.');
    return trace;
  };

  test('every process gets pages of its own, in extents of 16', () => {
    const workload = make(3);
    const taken = new Set<number>();
    for (let process = 0; process < processes; process += 1) {
      const { pageCount } = traceOf(process);
      for (let key = 0; key < pageCount; key += 1) {
        const page = workload.pageOf(process, key);
        expect(taken.has(page)).toBe(false);
        taken.add(page);
        expect(page % 16).toBe(key % 16);
        expect(page - (key % 16)).toBe(workload.pageOf(process, key - (key % 16)));
        expect([workload.processOf(page), workload.keyOf(page)]).toEqual([process, key]);
      }
    }
    let owned = 0;
    for (let page = 0; page < memoryPages; page += 1) if (workload.processOf(page) >= 0) owned += 1;
    expect(owned).toBe(taken.size);
  });

  test('each process in turn, each replays its recording row by row and round again', () => {
    const workload = make(3);
    const rows: number[][] = Array.from({ length: processes }, () => []);
    const writes: boolean[][] = Array.from({ length: processes }, () => []);
    const longest = Math.max(...library.traces.map((trace) => trace.pages.length));
    const made = references(workload, processes * (longest + 50));
    expect(made.findIndex(([process], i) => process !== i % processes)).toBe(-1);
    for (const [process, key, , write] of made) {
      rows[process]?.push(key);
      writes[process]?.push(write);
    }
    const starts = new Set<number>();
    for (let process = 0; process < processes; process += 1) {
      const { pages, writes: written, name } = traceOf(process);
      expect(workload.programOf(process)).toBe(name);
      const seen = rows[process] ?? [];
      const startsHere = [...pages.keys()].filter((start) =>
        seen.slice(0, 60).every((key, i) => key === pages[(start + i) % pages.length]),
      );
      const start = startsHere.find((from) =>
        seen.every((key, i) => {
          const row = (from + i) % pages.length;
          return key === pages[row] && writes[process]?.[i] === (written[row] === 1);
        }),
      );
      if (start === undefined) throw new Error(`Process ${process} does not replay ${name}.`);
      starts.add(start);
    }
    expect(starts.size).toBeGreaterThan(processes / 2); // they do not start together
  });

  test('another seed starts elsewhere and lies elsewhere', () => {
    expect(make(4).pageOf(0, 0)).not.toBe(make(3).pageOf(0, 0));
  });
});

describe('phases', () => {
  const own = { hotPages: 400, hotFraction: 1, hotShare: 0.05, phaseReferences: 300, writeShare: 1 };

  test('each phase stays in a window of its own', () => {
    const pages = pagesOf(create('phases', own), 3000).map((page) => page - base.hotStart);
    const phases = Array.from({ length: 10 }, (_, i) => new Set(pages.slice(300 * i, 300 * (i + 1))));
    for (const phase of phases) expect(phase.size).toBe(20);
    // windows lie anywhere; that neighbours share many pages is rare
    const shared = phases
      .slice(1)
      .map((phase, i) => [...phase].filter((page) => phases[i]?.has(page)).length);
    expect(shared.filter((count) => count > 10).length).toBeLessThan(3);
    // what lies beyond the end goes on at the start
    expect(Math.max(...pages)).toBeLessThan(400);
  });

  test('the rest goes to all of the hot set', () => {
    const pages = pagesOf(create('phases', { ...own, hotFraction: 0.5 }), 30_000);
    expect(new Set(pages).size).toBe(400);
  });
});

describe('matrix', () => {
  const own = { hotPages: 60, phaseReferences: 500, growSteps: 5 };

  test('memory in use grows by five steps and shrinks again', () => {
    const rows = references(create('matrix', own), 500 * 17);
    const reach = Array.from({ length: 17 }, (_, i) =>
      Math.max(...rows.slice(500 * i, 500 * (i + 1)).map(([, , page]) => page - base.hotStart + 1)),
    );
    expect(reach).toEqual([12, 24, 36, 48, 60, 48, 36, 24, 12, 24, 36, 48, 60, 48, 36, 24, 12]);
  });

  test('memory just given is cleared in order, then C alone is written and A and B are read in turn', () => {
    const rows = references(create('matrix', own), 500).map(
      ([, , page, write]) => [page - base.hotStart, write] as const,
    );
    const written = rows.filter(([, write]) => write).map(([page]) => page);
    const read = rows.filter(([, write]) => !write).map(([page]) => page);
    expect(written.slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(written.slice(12, 17)).toEqual([8, 9, 10, 11, 8]);
    expect(read.slice(0, 9)).toEqual([0, 4, 1, 5, 2, 6, 3, 7, 0]);
  });

  test('one step of growth stays where it is, and the smallest region is a page', () => {
    expect(new Set(pagesOf(create('matrix', { ...own, hotPages: 1, growSteps: 1 }), 2000)).size).toBe(1);
    expect(new Set(pagesOf(create('matrix', { ...own, growSteps: 1 }), 2000)).size).toBe(60);
  });
});

test('an unknown workload is named together with the known ones', () => {
  expect(() => workloadEntry('random')).toThrow(
    'There is no workload "random"; use one of traces, uniform, zipf, hot-cold, sequential, phases, matrix.',
  );
});
