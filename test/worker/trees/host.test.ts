import { beforeEach, describe, expect, test } from 'vitest';
import { defaultLab, type LabSpec } from '../../../src/engine/lab/spec.ts';
import type { MomentRequest } from '../../../src/protocol/trees/moment.ts';
import type { TreesRequests } from '../../../src/protocol/trees/requests.ts';
import { Cancelled, WorkerClient } from '../../../src/worker/client.ts';
import { InProcessWorker } from './in-process.ts';

let worker: InProcessWorker;
let client: WorkerClient<TreesRequests>;

beforeEach(() => {
  worker = new InProcessWorker();
  client = new WorkerClient<TreesRequests>({ create: () => worker, onDeath: () => {} });
  return () => client.close();
});

async function opened(part: Partial<LabSpec> = {}): Promise<string> {
  const reply = await client.call('open', { spec: { ...defaultLab, ...part } });
  if ('problem' in reply) throw new Error(reply.problem);
  return reply.labKey;
}

const at = (labKey: string, operation: number, step: number, generation = 1): MomentRequest => ({
  labKey,
  generation,
  operation,
  step,
  window: { from: 0, to: 1e9 },
  limit: 20_000,
  strip: 5,
  bins: 10,
});

test('it says what trees and streams there are, each with code and parameters', async () => {
  const { trees, streams } = await client.call('describe', {});
  expect(trees.map(({ kind }) => kind)).toHaveLength(8);
  for (const { code, parameters } of trees) {
    expect(code.length).toBeGreaterThan(3);
    for (const { path, label, description } of parameters)
      expect([path, label, description]).not.toContain('');
  }
  expect(streams.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['zipf', 'trace', 'list']));
});

test('opening the same lab twice gives the same key, another one another', async () => {
  const key = await opened();
  expect(await opened()).toBe(key);
  expect(await opened({ seed: 8 })).not.toBe(key);
});

test('a lab that cannot be is told in one sentence and harms nothing', async () => {
  const key = await opened();
  const reply = await client.call('open', { spec: { ...defaultLab, start: '((1 2' } });
  expect(reply).toMatchObject({ problem: expect.stringMatching(/\.$/) });
  expect((await client.frame(at(key, 3, -1)))?.operation).toBe(3);
});

test('a moment of a lab that is not open is an error, not a crash', async () => {
  await expect(client.call('hash', { labKey: 'none', operation: 0, step: 0 })).rejects.toThrow(
    'The lab none is not open; open it first.',
  );
  expect(await client.call('parse', { what: 'keys', text: '1 2' })).toMatchObject({ keys: [1, 2] });
});

test('only the latest of several moments is answered', async () => {
  const key = await opened({ stream: { ...defaultLab.stream, length: 5000 } });
  const answers = await Promise.all(
    [4999, 4000, 3000, 10].map((operation) => client.frame(at(key, operation, -1))),
  );
  expect(answers.map((moment) => moment?.operation ?? null)).toEqual([4999, null, null, 10]);
});

test('the same position gives the same tree, from wherever one comes', async () => {
  const key = await opened();
  const hash = (operation: number, step: number) => client.call('hash', { labKey: key, operation, step });
  const straight = await hash(700, 4);
  await client.frame(at(key, 999, -1));
  await client.frame(at(key, 700, 4));
  expect(await hash(700, 4)).toEqual(straight);
  expect(await hash(700, 5)).toEqual(await hash(700, 5));
  expect(await hash(999, -1)).not.toEqual(straight);
});

describe('text out and in again', () => {
  test.each(['brackets', 'preorder', 'json'] as const)('a tree as %s', async (format) => {
    const key = await opened();
    const { text } = await client.call('export', { labKey: key, operation: 500, step: -1, format });
    const parsed = await client.call('parse', { what: 'shape', text });
    expect(parsed).toMatchObject({ problem: null, size: 31 });
    const copy = await opened({ start: text, stream: { ...defaultLab.stream, length: 0 } });
    const again = await client.call('export', { labKey: copy, operation: 0, step: 0, format });
    expect(again.text).toBe(text);
  });

  test('operations', async () => {
    const key = await opened({
      stream: { ...defaultLab.stream, length: 30 },
      typed: [{ operation: 'delete', key: 3, before: 10 }],
    });
    const { text } = await client.call('export', {
      labKey: key,
      operation: 0,
      step: 0,
      format: 'operations',
    });
    const { commands } = await client.call('parse', { what: 'operations', text });
    expect(commands).toHaveLength(31);
    expect(commands[10]).toEqual({ operation: 'delete', key: 3 });
  });

  test('what cannot be read is one sentence, and of a list the good keys can be used', async () => {
    const wrong = await client.call('parse', { what: 'operations', text: 'insert five' });
    expect(wrong.problem).toMatch(/^Operation 1 .*\.$/);
    const list = await client.call('parse', { what: 'keys', text: '1 2\nthree 4' });
    expect(list).toMatchObject({
      problem: null,
      keys: [1, 2, 4],
      complaints: [expect.stringContaining('ine 2')],
    });
  });
});

test('long work tells how far it is, lets quick questions in between, and can be called off', async () => {
  const abort = new AbortController();
  const seen: number[] = [];
  const long = client.call(
    'open',
    { spec: { ...defaultLab, stream: { ...defaultLab.stream, length: 1_000_000 } } },
    {
      onProgress: (done) => {
        seen.push(done);
        abort.abort();
      },
      signal: abort.signal,
    },
  );
  const quick = await client.call('parse', { what: 'keys', text: '5' });
  expect(quick.keys).toEqual([5]);
  expect(seen).toHaveLength(0);
  await expect(long).rejects.toThrow(Cancelled);
  expect(seen).toHaveLength(1);
  const key = await opened();
  expect((await client.frame(at(key, 0, 0)))?.size).toBe(31);
});
