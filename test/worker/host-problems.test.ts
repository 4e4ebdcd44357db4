import { describe, expect, test } from 'vitest';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { demoRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Scenario } from '../../src/engine/simulation/scenario.ts';
import { SCALAR } from '../../src/protocol/frame.ts';
import type { RequestName, RequestOf } from '../../src/protocol/requests.ts';
import { library } from '../engine/recorded.ts';
import { type Part, smallRun, stop } from '../engine/simulation/runs.ts';
import { Bench, small } from './host-harness.ts';

describe('problems', () => {
  test.each<[string, Part<Scenario>, RegExp]>([
    ['a seed out of range', { seed: -1 }, /^seed is -1; it must lie between 0 and 4294967295\.$/],
    [
      'an unknown strategy',
      { migration: { strategy: 'teleport' } },
      /^migration\.strategy is "teleport"; use one of /,
    ],
    [
      'an unknown predictor',
      { prediction: { predictor: 'fortune' } },
      /^prediction\.predictor is "fortune"; use one of /,
    ],
    ['a ping to nobody', { pingedVm: 'x9' }, /^pingedVm is "x9", which is no guest; use one of x0, x1/],
    [
      'a workload too large',
      { guests: [{ memoryMiB: 16 }] },
      /^The workload of x0 needs 13440 pages, but 16 MiB are 4096; /,
    ],
    [
      'half a page',
      { migration: { batchPages: 1.5 } },
      /^migration\.batchPages is 1\.5; give a whole number\.$/,
    ],
  ])('%s: the run is not opened, one sentence says why', async (_, part, sentence) => {
    const merge = (whole: object, some: object): object =>
      Object.fromEntries(
        Object.entries(whole).map(([key, value]) => {
          const other = (some as Record<string, unknown>)[key];
          if (Array.isArray(value) && Array.isArray(other)) {
            return [key, value.map((item, i) => (other[i] === undefined ? item : merge(item, other[i])))];
          }
          const deep = typeof value === 'object' && typeof other === 'object' && other !== null;
          return [key, other === undefined ? value : deep ? merge(value as object, other) : other];
        }),
      );
    const scenario = merge(demoRun.scenario, part) as Scenario;
    const bench = new Bench();
    const { problem, runKey } = await bench.ask('open', { run: { ...demoRun, scenario }, parentKey: null });
    expect(problem).toMatch(sentence);
    expect(problem).toMatch(/^[^\n]+\.$/);
    await expect(bench.frame(runKey, 0)).rejects.toThrow(`The run ${runKey} is not open; open it first.`);
  });

  test('a command for a node there is not', async () => {
    const run = { ...demoRun, commands: [stop(4, 1)] };
    const { problem } = await new Bench().ask('open', { run, parentKey: null });
    expect(problem).toBe('A command stops node 4; there are nodes 1 to 3.');
  });

  test('traces that cannot be loaded: an error, and the next try loads them again', async () => {
    let tries = 0;
    const bench = new Bench({
      loadLibrary: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(new Error('The page trace "gzip" could not be loaded.'))
          : Promise.resolve(library);
      },
    });
    await expect(bench.open(small)).rejects.toThrow('The page trace "gzip" could not be loaded.');
    expect((await bench.frame(await bench.open(small), 10_000)).scalars[SCALAR.timeUs]).toBe(10_000);
  });

  test('an unknown request, a run not open, a moment that is none: an error reply each, and it goes on', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const ask = (name: string) => bench.ask(name as RequestName, {} as RequestOf<RequestName>);
    await expect(ask('reboot')).rejects.toThrow('The worker knows no request "reboot".');
    await expect(bench.ask('hash', { runKey: 'x', atUs: 0 })).rejects.toThrow(
      'The run x is not open; open it first.',
    );
    await expect(bench.frame('x', 0)).rejects.toThrow('The run x is not open; open it first.');
    for (const atUs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(bench.frame(key, atUs)).rejects.toThrow('There is no such moment');
      await expect(bench.ask('hash', { runKey: key, atUs })).rejects.toThrow('There is no such moment');
    }
    expect((await bench.frame(key, 0)).scalars[SCALAR.timeUs]).toBe(0);
  });

  describe('an error of the engine in the middle of a run', () => {
    /** A recording that cannot be read beyond some row. */
    const torn = traceLibrary(
      library.traces.map((trace) => ({
        ...trace,
        writes: new Proxy(trace.writes, {
          get: (rows, key) => {
            if (key === '6000') throw new Error(`The trace "${trace.name}" is torn.`);
            return rows[Number(key)];
          },
        }),
      })),
    );
    const bench = (): Bench => new Bench({ loadLibrary: () => Promise.resolve(torn) });
    const run = smallRun({ guests: [{ workload: { referencesPerSecond: 60_000 } }, {}, {}] });

    test('is one error reply to whoever asked for a moment behind it; moments before it can be seen', async () => {
      const host = bench();
      const key = await host.open(run);
      for (const _ of [1, 2]) {
        await expect(host.frame(key, 1_400_000)).rejects.toThrow(/^The trace "\w+" is torn\.$/);
        await expect(host.ask('hash', { runKey: key, atUs: 1_400_000 })).rejects.toThrow('is torn');
      }
      await host.idle();
      expect(host.posted.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
      expect((await host.frame(key, 1000)).scalars[SCALAR.timeUs]).toBe(1000);
    });

    test('met while looking ahead it ends that, not the worker', async () => {
      const host = bench();
      const key = await host.open(run);
      await host.idle();
      expect(host.posted).toHaveLength(1);
      expect(await host.ask('describe', {})).toHaveProperty('version');
      expect((await host.frame(key, 1000)).scalars[SCALAR.timeUs]).toBe(1000);
      await expect(host.frame(key, 1_400_000)).rejects.toThrow('is torn');
      const other = await host.open(smallRun({ guests: [{ workload: { kind: 'uniform' } }, {}, {}] }));
      expect((await host.frame(other, 1_000_000)).scalars[SCALAR.timeUs]).toBe(1_000_000);
    });
  });
});
