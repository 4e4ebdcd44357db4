import { beforeEach, describe, expect, it } from 'vitest';
import type { MigrationRequests } from '../../../src/protocol/migration/requests.ts';
import { createEvidenceApp, type EvidenceApp } from '../../../src/store/evidence/store.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';
import { twinRow } from './rows.ts';

interface Asked {
  readonly id: number;
  readonly name: string;
  readonly request?: Record<string, unknown>;
}

/** A worker that notes what it is asked and answers when the test says so. */
class Scripted implements WorkerLike<MigrationRequests> {
  onmessage: WorkerLike<MigrationRequests>['onmessage'] = null;
  onerror: WorkerLike<MigrationRequests>['onerror'] = null;
  onmessageerror: WorkerLike<MigrationRequests>['onmessageerror'] = null;
  readonly asked: Asked[] = [];
  ended = false;

  postMessage(message: unknown): void {
    this.asked.push(message as Asked);
  }

  terminate(): void {
    this.ended = true;
  }

  last(name: string): Asked {
    const found = this.asked.findLast((message) => message.name === name);
    if (found === undefined) throw new Error(`Nobody asked for ${name}.`);
    return found;
  }

  async say(name: string, part: object): Promise<void> {
    const data = { id: this.last(name).id, name, ...part };
    this.onmessage?.({ data } as unknown as Parameters<NonNullable<typeof this.onmessage>>[0]);
    await settled();
  }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

let workers: Scripted[];
let app: EvidenceApp;
const worker = (): Scripted => workers.at(-1) as Scripted;
const state = () => app.store.getState();
const actions = () => state().actions;
let nowMs = 0;

async function begin(hash = '#/evidence'): Promise<void> {
  void app.start(
    {
      createWorker: () => {
        workers.push(new Scripted());
        return worker();
      },
      now: () => nowMs,
      visible: () => true,
    },
    hash,
  );
  await worker().say('describe', { reply: { version: 'test' } });
}

beforeEach(() => {
  workers = [];
  nowMs = 0;
  app = createEvidenceApp();
});

describe('the measured runs', () => {
  it('stream in, and are not asked for twice', async () => {
    await begin();
    actions().startTwins();
    await worker().say('twins', { progress: { rows: [twinRow('a', 0, 0)], done: 0.5 } });
    expect(state().twins).toMatchObject({ busy: true, done: 0.5, result: [{ name: 'a' }] });
    actions().startTwins();
    await worker().say('twins', { reply: { rows: [twinRow('a', 0, 0), twinRow('b', 0, 0)] } });
    expect(state().twins).toMatchObject({ busy: false, done: 1, result: [{ name: 'a' }, { name: 'b' }] });
    actions().startTwins();
    expect(worker().asked.filter(({ name }) => name === 'twins')).toHaveLength(1);
  });

  it('cancelled, keep what is there and can be taken up again', async () => {
    await begin();
    actions().startTwins();
    await worker().say('twins', { progress: { rows: [twinRow('a', 0, 0)], done: 0.5 } });
    actions().cancelTwins();
    await settled();
    expect(state().twins).toMatchObject({ busy: false, done: 0.5, problem: null, result: [{ name: 'a' }] });
    expect(worker().asked.at(-1)).toMatchObject({ name: 'cancel', id: worker().last('twins').id });
    actions().startTwins();
    expect(state().twins).toMatchObject({ busy: true, result: [{ name: 'a' }] });
  });

  it('say what went wrong', async () => {
    await begin();
    actions().startTwins();
    await worker().say('twins', { error: 'The measured runs could not be loaded; reload the page.' });
    expect(state().twins.problem).toBe('The measured runs could not be loaded; reload the page.');
  });

  it('are looked at one at a time: the last one chosen wins', async () => {
    await begin();
    actions().choose({ name: 'a', repeat: 0 });
    const first = worker().last('twin').id;
    actions().choose({ name: 'b', repeat: 2 });
    await settled();
    expect(worker().asked).toContainEqual({ id: first, name: 'cancel' });
    await worker().say('twin', { reply: { row: twinRow('b', 0, 0) } });
    expect(state().detail).toMatchObject({ busy: false, result: { row: { name: 'b' } } });
    expect(actions().link()).toBe('#/evidence?run=b.2');
    actions().choose(null);
    expect(state().detail.result).toBeNull();
    expect(actions().link()).toBe('#/evidence');
  });
});

describe('a log', () => {
  const reading = (lines: number) => ({ problem: null, complaints: [], lines, settings: [], twin: null });
  const refusal = { ...reading(1), problem: 'No line of it is a reply of query-migrate.' };

  it('that cannot be read is told in one sentence, and nothing else changes', async () => {
    await begin();
    actions().openLog('shopping.txt', 'milk');
    await worker().say('log', { reply: refusal });
    expect(state()).toMatchObject({ logName: null, log: { busy: false, result: null } });
    expect(state().log.problem).toBe('shopping.txt: No line of it is a reply of query-migrate.');
  });

  it('that cannot be read leaves the one on screen, settings and all', async () => {
    await begin();
    actions().openLog('good.jsonl', '{}');
    await worker().say('log', { reply: reading(40) });
    actions().openLog('shopping.txt', 'milk');
    await worker().say('log', { reply: refusal });
    expect(state()).toMatchObject({ logName: 'good.jsonl', log: { result: { lines: 40 } } });
    expect(state().log.problem).toMatch(/The log of before stays\.$/);
    actions().setLogParameter('vm.memoryMiB', 512);
    expect(worker().last('log').request).toEqual({ text: '{}', changes: { 'vm.memoryMiB': 512 } });
  });

  it('keeps the settings made by hand, but for one that cannot be', async () => {
    await begin();
    actions().openLog('good.jsonl', '{}');
    await worker().say('log', { reply: reading(40) });
    actions().setLogParameter('vm.memoryMiB', 512);
    await worker().say('log', { reply: reading(40) });
    actions().setLogParameter('vm.memoryMiB', -1);
    await worker().say('log', { reply: { ...refusal, problem: 'vm.memoryMiB is -1.' } });
    expect(state().log.problem).toContain('vm.memoryMiB is -1.');
    actions().setLogParameter('strategy.autoConverge', true);
    expect(worker().last('log').request).toMatchObject({
      changes: { 'vm.memoryMiB': 512, 'strategy.autoConverge': true },
    });
  });

  it('closed is forgotten', async () => {
    await begin();
    actions().openLog('good.jsonl', '{}');
    await worker().say('log', { reply: reading(40) });
    actions().closeLog();
    expect(state()).toMatchObject({ logName: null, log: { result: null, busy: false } });
  });
});

describe('the address', () => {
  it('leads to a section and a run', async () => {
    await begin('#/evidence?show=prediction&run=u-128.1');
    expect(state()).toMatchObject({
      section: 'prediction',
      summons: 1,
      chosen: { name: 'u-128', repeat: 1 },
    });
    expect(worker().last('twin').request).toEqual({ name: 'u-128', repeat: 1 });
    expect(actions().link()).toBe('#/evidence?show=prediction&run=u-128.1');
  });

  it('that is broken is told, and the page stands at its beginning', async () => {
    await begin('#/evidence?show=nonsense');
    expect(state().notice?.text).toMatch(/^The link cannot be read: its section "nonsense" is none/);
    expect(state().section).toBe('machine');
  });
});

describe('a worker that dies', () => {
  it('is started again, and with it what was under way', async () => {
    await begin();
    actions().startTwins();
    await worker().say('twins', { progress: { rows: [twinRow('a', 0, 0)], done: 0.5 } });
    actions().killWorker();
    await settled();
    expect(workers).toHaveLength(2);
    expect(state()).toMatchObject({ status: 'restarting', twins: { busy: true, result: [{ name: 'a' }] } });
    expect(worker().last('twins')).toBeDefined();
    await worker().say('describe', { reply: { version: 'test' } });
    expect(state()).toMatchObject({ status: 'ready', notice: null });
  });

  it('again and again is given up', async () => {
    await begin();
    actions().startTwins();
    for (let i = 0; i < 4; i += 1) {
      actions().killWorker();
      await settled();
    }
    expect(state()).toMatchObject({ status: 'failed', twins: { busy: false } });
    expect(state().notice?.text).toMatch(/several times in a row/);
  });
});
