import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { cli, file, keysOf, root, shortRun } from './cli.ts';

describe('run', () => {
  interface Report {
    hash: string;
    durationMs: number;
    phases: { name: string; startMs: number; endMs: number }[];
    migrations: {
      vm: string;
      from: number;
      to: number;
      startMs: number;
      endMs: number;
      downtimeMs: number;
      bytesSent: number;
      rounds: Record<string, number>[];
    }[];
    rtt: { sentAtMs: number; rttMs: number | null }[];
    cpu: { node: number; atMs: number; percent: number }[];
    vms: { name: string; node: number; state: string }[];
    events: { atMs: number; text: string }[];
  }

  test('without a file: the scripted 30 s, in the format of the design, and the golden hash', async () => {
    const { code, out, err } = await cli(['run']);
    expect([code, err]).toEqual([0, '']);
    expect(out.endsWith('}\n')).toBe(true);
    const report = JSON.parse(out) as Report;
    const golden = JSON.parse(readFileSync(join(root, 'test/fixtures/golden.json'), 'utf8')) as {
      hash: string;
    };
    expect(keysOf(report)).toEqual([
      'hash',
      'durationMs',
      'phases',
      'migrations',
      'rtt',
      'cpu',
      'vms',
      'events',
    ]);
    expect(report.hash).toBe(golden.hash);
    expect(report.durationMs).toBe(30_000);

    expect(keysOf(report.phases[0])).toEqual(['name', 'startMs', 'endMs']);
    const names = report.phases.map((phase) => phase.name);
    expect(names.slice(0, 5)).toEqual(['steady', 'stop-notice', 'reserve', 'predict', 'round-1']);
    expect(names.slice(-3)).toEqual(['stop-and-copy', 'activate', 'recover']);
    expect(report.phases[1]?.startMs).toBe(18_000);
    expect(report.phases.at(-1)?.endMs).toBe(30_000);

    const [x0, x1] = report.migrations;
    expect(report.migrations).toHaveLength(2);
    expect(keysOf(x0)).toEqual(
      expect.arrayContaining(['vm', 'from', 'to', 'startMs', 'endMs', 'downtimeMs', 'bytesSent', 'rounds']),
    );
    expect([x0?.vm, x0?.from, x0?.to, x1?.vm, x1?.from, x1?.to]).toEqual(['x0', 1, 2, 'x1', 1, 3]);
    expect(x0?.startMs).toBe(report.phases[4]?.startMs);
    const paused = report.phases.find((phase) => phase.name === 'stop-and-copy')?.startMs ?? 0;
    expect(x0?.downtimeMs).toBeCloseTo((x0?.endMs ?? 0) - paused, 3);
    for (const round of x0?.rounds ?? []) {
      for (const field of [
        'startMs',
        'durationMs',
        'pagesSent',
        'bytesSent',
        'pagesDirtied',
        'remainingPages',
      ]) {
        expect(Number.isFinite(round[field])).toBe(true);
      }
    }
    // what the rounds sent, and the CPU's state
    const sent = (x0?.rounds ?? []).reduce((sum, round) => sum + (round.bytesSent ?? 0), 0);
    expect((x0?.bytesSent ?? 0) - sent).toBe(65_536);

    expect(report.rtt).toHaveLength(3000);
    report.rtt.forEach((ping, i) => {
      if (keysOf(ping).join() !== 'sentAtMs,rttMs' || ping.sentAtMs !== i * 10)
        throw new Error(`ping ${i}: ${JSON.stringify(ping)}`);
    });
    const lost = report.rtt.filter((ping) => ping.rttMs === null);
    expect(lost.length).toBeGreaterThan(0);
    for (const { sentAtMs } of lost) {
      expect(sentAtMs).toBeGreaterThanOrEqual(paused);
      expect(sentAtMs).toBeLessThan(x0?.endMs ?? 0);
    }

    expect(report.cpu).toHaveLength(900);
    expect(report.cpu.slice(0, 4).map(({ node, atMs }) => [node, atMs])).toEqual([
      [1, 100],
      [2, 100],
      [3, 100],
      [1, 200],
    ]);
    expect(report.cpu[1]).toEqual({ node: 2, atMs: 100, percent: 44 });

    expect(report.vms.map(({ name, node, state }) => [name, node, state])).toEqual([
      ['x0', 2, 'running'],
      ['x1', 3, 'running'],
      ['x2', 2, 'running'],
      ['x3', 2, 'running'],
      ['x4', 3, 'running'],
      ['x5', 3, 'running'],
    ]);
    expect(keysOf(report.events[0])).toEqual(['atMs', 'text']);
    for (const { text } of report.events) expect(text).toMatch(/^[A-Z0-9x].*\.$/);
    for (let i = 1; i < report.events.length; i += 1) {
      expect(report.events[i]?.atMs).toBeGreaterThanOrEqual(report.events[i - 1]?.atMs ?? 0);
    }
  });

  test('a file of the caller’s folder, "-" for standard input: the same run', async () => {
    file('short.json', shortRun);
    const [named, piped] = await Promise.all([
      cli(['run', 'short.json']),
      cli(['run', '-'], JSON.stringify(shortRun)),
    ]);
    expect([named.code, named.err]).toEqual([0, '']);
    expect(piped).toEqual(named);
    const report = JSON.parse(named.out) as Report;
    expect([report.durationMs, report.rtt.length, report.cpu.length]).toEqual([1000, 100, 30]);
    expect(report.vms).toHaveLength(3);
    expect(report.migrations[0]?.vm).toBe('x0');
    // every other field is the default's
    expect(run([file('short.json', shortRun)])).toBe(named.out);
    expect(run([file('other.json', { ...shortRun, seed: 8 })])).not.toBe(named.out);
  });

  test.each(['paper-script', 'stock-migrating', 'stock-rebooting'])('failover %s', (failover) => {
    const report = JSON.parse(run([file('mode.json', { ...shortRun, failover })])) as Report;
    expect(report.phases.at(-1)?.endMs).toBe(1000);
    expect(report.migrations.length > 0).toBe(failover !== 'stock-rebooting');
    expect(report.vms.every((vm) => vm.state === 'running')).toBe(true);
  });
});
