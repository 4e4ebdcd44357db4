import { expect, it } from 'vitest';
import type { Trace } from '../../src/protocol/import/requests.ts';
import { PART_ROWS, type TracePart } from '../../src/protocol/trace-requests.ts';
import { bringTraces, type TraceTaker } from '../../src/store/traces/bring.ts';
import { partsOf } from '../../src/store/traces/parts.ts';
import type { Traces } from '../../src/store/traces/store.ts';
import { ImportedTraces } from '../../src/worker/imported-traces.ts';

const trace = (name: string, rows: number): Trace => ({
  name,
  pages: Int32Array.from({ length: rows }, (_, i) => i % 100),
  writes: Uint8Array.from({ length: rows }, (_, i) => i % 2),
  pageCount: 100,
});

/** A worker, and what the page asked of it. */
function worker(imported = new ImportedTraces()) {
  const asked: string[] = [];
  const call = async (name: string, request: { names?: readonly string[]; part?: TracePart }) => {
    asked.push(name);
    return request.part === undefined
      ? imported.missing({ names: request.names ?? [] })
      : imported.add({ part: request.part });
  };
  return { taker: { call } as TraceTaker, imported, asked };
}

const shelf = (...traces: readonly Trace[]): Traces =>
  ({
    part: async (name: string, from: number) => {
      const there = traces.find((one) => one.name === name);
      return there === undefined ? null : (partsOf(there, from).next().value ?? null);
    },
  }) as unknown as Traces;

it('a long trace comes in parts and is whole at the other end, frozen', async () => {
  const long = trace('long~0123456789ab', 2 * PART_ROWS + 7);
  const { taker, imported, asked } = worker();
  expect(await bringTraces(taker, [long.name, 'matrix'], shelf(long))).toBeNull();
  expect(asked).toEqual(['missingTraces', 'addTrace', 'addTrace', 'addTrace']);
  const found = imported.find(long.name);
  expect(found?.pageCount).toBe(100);
  expect(found?.pages.every((page, row) => page === long.pages[row])).toBe(true);
  expect(found?.writes.every((wrote, row) => wrote === long.writes[row])).toBe(true);
  expect(found?.pages).toHaveLength(long.pages.length);
  expect(Object.isFrozen(found)).toBe(true);
  // Who has it is not told again; a new worker after a death is.
  expect(await bringTraces(taker, [long.name], shelf(long))).toBeNull();
  expect(asked).toHaveLength(5);
  const next = worker();
  await bringTraces(next.taker, [long.name], shelf(long));
  expect(next.imported.find(long.name)).toBeDefined();
});

it('one that is not here is one sentence that names it and says what to do', async () => {
  const { taker } = worker();
  expect(await bringTraces(taker, ['mine~0123456789ab'], shelf())).toBe(
    'It needs the page trace “mine (imported, 012345)”, which is not in this browser; import the file it was made from (Keep, Import) and open it again.',
  );
  expect(await bringTraces(taker, ['matrix', 'doom'], shelf())).toBeNull();
});

it('only the last few are held', () => {
  const imported = new ImportedTraces();
  for (let i = 0; i < 5; i += 1)
    for (const part of partsOf(trace(`t${i}~0123456789ab`, 10))) imported.add({ part });
  const names = Array.from({ length: 5 }, (_, i) => `t${i}~0123456789ab`);
  expect(imported.missing({ names }).missing).toEqual(names.slice(0, 2));
});
