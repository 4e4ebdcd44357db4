import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Frame, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import type { FrameRequest } from '../../src/protocol/requests.ts';
import { WorkerClient } from '../../src/worker/client.ts';
import { FakeWorker } from '../store/fake-worker.ts';

const have = {
  historyRevision: 0,
  series: { pings: 0, progress: 0, cpu: 0, shares: 0, batches: 0, pages: 0, beats: 0, rotations: 0 },
};

function request(toUs: number, generation = 1): FrameRequest {
  return { runKey: 'a', generation, toUs, have, wantPages: true, treeProcess: 0, treeRows: 15 };
}

function frameOf(asked: FrameRequest): Frame {
  return {
    generation: asked.generation,
    runKey: asked.runKey,
    scalars: new Float64Array(SCALAR_COUNT).fill(asked.toUs),
    cpu: new Float64Array(0),
    heard: new Float64Array(0),
    pages: null,
    tree: null,
    history: null,
    series: [],
  };
}

let workers: FakeWorker[];
let deaths: string[];
let visible: boolean;
let client: WorkerClient;

function worker(): FakeWorker {
  const newest = workers.at(-1);
  if (!newest) throw new Error('no worker was made');
  return newest;
}

function answerFrame(): void {
  const asked = worker().posted.findLast((message) => message.name === 'frame');
  if (asked?.name !== 'frame') throw new Error('no frame was asked for');
  worker().say({ id: asked.id, name: 'frame', reply: frameOf(asked.request) });
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  deaths = [];
  visible = true;
  client = new WorkerClient({
    create: () => {
      workers.push(new FakeWorker());
      return worker();
    },
    onDeath: (reason) => deaths.push(reason),
    visible: () => visible,
  });
});

afterEach(() => {
  client.close();
  vi.useRealTimers();
});

describe('frames', () => {
  it('are asked for one at a time, and only the newest waits', async () => {
    const frames = [client.frame(request(1)), client.frame(request(2)), client.frame(request(3))];
    expect(worker().posted.map((message) => message.name === 'frame' && message.request.toUs)).toEqual([1]);
    answerFrame();
    expect(worker().posted.map((message) => message.name === 'frame' && message.request.toUs)).toEqual([
      1, 3,
    ]);
    answerFrame();
    const times = (await Promise.all(frames)).map((frame) => frame?.scalars[0] ?? null);
    expect(times).toEqual([1, null, 3]);
  });

  it('of an older generation are dropped when a newer intention waits', async () => {
    const old = client.frame(request(1, 1));
    const seek = client.frame(request(2, 2));
    answerFrame();
    expect(await old).toBeNull();
    answerFrame();
    expect((await seek)?.generation).toBe(2);
  });

  it('that the worker calls overtaken are nothing, and the next is sent', async () => {
    const first = client.frame(request(1));
    const second = client.frame(request(2));
    worker().say({ id: worker().posted[0]?.id ?? -1, superseded: true });
    expect(await first).toBeNull();
    answerFrame();
    expect((await second)?.scalars[0]).toBe(2);
  });
});

describe('the death of the worker', () => {
  it('by an error ends what waits and is told once', async () => {
    const frame = client.frame(request(1));
    const call = client.call('hash', { runKey: 'a', atUs: 0 });
    worker().onerror?.({ message: 'boom' });
    expect(await frame).toBeNull();
    await expect(call).rejects.toThrow('The worker ended.');
    expect(deaths).toEqual(['boom']);
    expect(worker().terminated).toBe(true);
  });

  it('by silence is noticed after a sign of life was asked for in vain', async () => {
    void client.frame(request(1));
    await vi.advanceTimersByTimeAsync(6000);
    expect(deaths).toEqual([]);
    expect(worker().posted.map((message) => message.name)).toEqual(['frame', 'describe']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(deaths).toEqual(['it did not answer']);
  });

  it('is not read from the silence of long work that still gives signs of life', async () => {
    const frame = client.frame(request(1));
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(3000);
      const probe = worker().posted.findLast((message) => message.name === 'describe');
      if (probe) worker().say({ id: probe.id, error: 'busy' });
    }
    answerFrame();
    expect((await frame)?.scalars[0]).toBe(1);
    expect(deaths).toEqual([]);
  });

  it('is not read from the silence of a hidden page', async () => {
    void client.frame(request(1));
    visible = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(deaths).toEqual([]);
  });

  it('is not the end: a new worker answers', async () => {
    client.kill('ended for a test');
    expect(deaths).toEqual(['ended for a test']);
    client.restart();
    expect(workers.length).toBe(2);
    const frame = client.frame(request(7));
    answerFrame();
    expect((await frame)?.scalars[0]).toBe(7);
  });

  it('leaves no late answer of the old worker in the new one’s way', async () => {
    void client.frame(request(1));
    const old = worker();
    client.kill('test');
    client.restart();
    const frame = client.frame(request(2));
    old.terminated = false;
    old.say({ id: 2, name: 'frame', reply: frameOf(request(99)) });
    answerFrame();
    expect((await frame)?.scalars[0]).toBe(2);
  });
});
