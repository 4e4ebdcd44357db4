import { describe, expect, test } from 'vitest';
import { PAGE_EVENT } from '../../src/base/columns.ts';
import { strategies } from '../../src/engine/migration/strategy-registry.ts';
import { defaultRun, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Run } from '../../src/engine/simulation/scenario.ts';
import { hashSimulation } from '../../src/engine/simulation/simulation.ts';
import { causeText } from '../../src/protocol/texts.ts';
import { play, smallRun } from '../engine/simulation/runs.ts';
import { Bench, small } from './host-harness.ts';

describe('answers', () => {
  test('describe: what the registries say, ready to be sent', async () => {
    const reply = await new Bench().ask('describe', {});
    expect(reply.version).toBe('1.2.3');
    expect(reply.defaultRun).toEqual(defaultRun);
    expect(reply.demoRun).toEqual(demoRun);
    expect(reply.strategies.map(({ kind }) => kind)).toEqual(strategies.map(({ kind }) => kind));
    for (const list of [reply.predictors, reply.trees, reply.workloads, reply.presets, reply.stopRules]) {
      expect(list.length).toBeGreaterThan(0);
      for (const entry of list) expect(entry.description).toMatch(/\.$/);
    }
  });

  test('each request is answered once, in order', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const ids = [
      bench.send('hash', { runKey: key, atUs: 900_000 }),
      bench.send('describe', {}),
      bench.send('why', { runKey: key, atUs: 300_000, target: { kind: 'now' } }),
      bench.send('page', { runKey: key, atUs: 500_000, vm: 0, page: 3 }),
      bench.send('hash', { runKey: key, atUs: 0 }),
    ];
    await bench.answerTo(ids.at(-1) ?? 0);
    await bench.idle();
    expect(bench.posted.map((message) => message.id)).toEqual([1, ...ids]);
  });

  test('hash: that of a straight run, wherever the worker has been', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    for (const atUs of [1_200_000, 0, 640_001, 640_000]) {
      const { hash } = await bench.ask('hash', { runKey: key, atUs });
      expect(hash).toBe(hashSimulation(play(small, atUs).sim));
    }
  });

  test('why: the delays of a ping add up to its round trip, and every cause has its words', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const { series, sim } = play(small);
    const atUs = sim.migrations[0]?.endUs ?? 0;
    let waited = 0;
    for (let index = 0; index < series.pings.rowsUntil(atUs); index += 3) {
      const { causes } = await bench.ask('why', { runKey: key, atUs, target: { kind: 'ping', index } });
      await expect(causes.length).toBeGreaterThan(0);
      for (const cause of causes) expect(causeText(cause, true).title).not.toBe('');
      for (const { atUs: when } of causes) expect(when ?? 0).toBeLessThanOrEqual(atUs);
      const rtt = series.pings.at(index, 1);
      const delays = causes.filter(({ code }) =>
        ['wire', 'hypervisor', 'queue', 'tail', 'noise'].includes(code),
      );
      const sum = delays.reduce((total, cause) => total + (cause.addsMs ?? 0), 0);
      if (Number.isNaN(rtt)) expect(causes[0]?.code).toBe('ping-lost');
      else expect(sum).toBeCloseTo(rtt, 9);
      if (series.pings.at(index, 2) > 0) {
        waited += 1;
        expect(causes.map(({ code }) => code)).toEqual(
          expect.arrayContaining(['queue', 'batch', 'pace', 'stop-command']),
        );
      }
    }
    expect(waited).toBeGreaterThan(3);
    const { causes } = await bench.ask('why', {
      runKey: key,
      atUs: 100_000,
      target: { kind: 'ping', index: 50 },
    });
    expect(causes).toEqual([]); // not sent yet
  });

  test('page: what happened to it until then, and nothing of what comes', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const { series, sim } = play(small);
    const { pages } = series;
    let page = -1;
    for (let row = 0; row < pages.rows; row += 1) {
      if (pages.at(row, 1) === 0 && pages.at(row, 3) === PAGE_EVENT.written) page = pages.at(row, 2);
    }
    const expected: { atUs: number; kind: number; round: number }[] = [];
    for (let row = 0; row < pages.rows; row += 1) {
      if (pages.at(row, 1) !== 0 || pages.at(row, 2) !== page) continue;
      expected.push({ atUs: pages.at(row, 0), kind: pages.at(row, 3), round: pages.at(row, 4) });
    }
    expect(expected.length).toBeGreaterThan(2);
    const end = await bench.ask('page', { runKey: key, atUs: 1_400_000, vm: 0, page });
    expect(end.rows).toEqual(expected);
    expect(end).toMatchObject({ vm: 0, page, state: 1, process: sim.vms[0]?.workload.processOf(page) });
    const middle = expected[1]?.atUs ?? 0;
    const then = await bench.ask('page', { runKey: key, atUs: middle, vm: 0, page });
    expect(then.rows).toEqual(expected.filter(({ atUs }) => atUs <= middle));
    expect(then.version).toBe(play(small, middle).sim.vms[0]?.versions[page]);
    await expect(bench.ask('page', { runKey: key, atUs: 0, vm: 0, page: 4096 })).rejects.toThrow(
      'There is no page 4096 of VM 0; pick another one.',
    );
  });

  test('compare: the totals beside plain pre-copy of the same seed and commands', async () => {
    const bench = new Bench();
    const key = await bench.open(small);
    const reply = await bench.ask('compare', { runKey: key, vm: 0 });
    const totals = (run: Run) => {
      const record = play(run).sim.migrations[0];
      if (record === undefined) throw new Error('x0 has not moved.');
      const { startUs, suspendUs, endUs, pagesSent, bytesSent, rounds } = record;
      return {
        totalMs: ((endUs ?? 0) - (startUs ?? 0)) / 1000,
        downtimeMs: ((endUs ?? 0) - (suspendUs ?? 0)) / 1000,
        pagesSent,
        bytesSent,
        rounds: rounds.length - 1,
      };
    };
    expect(reply?.here).toEqual({
      strategy: 'working-set-pre-copy',
      predictor: 'lazy-counting',
      ...totals(small),
    });
    const plain = smallRun({ migration: { strategy: 'pre-copy' } });
    expect(reply?.baseline).toEqual({ strategy: 'pre-copy', predictor: 'none', ...totals(plain) });
    const quiet = await bench.open(smallRun({}, []));
    expect(await bench.ask('compare', { runKey: quiet, vm: 0 })).toBeNull();
  });
});
