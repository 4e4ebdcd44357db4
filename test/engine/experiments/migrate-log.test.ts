/** Logs of `query-migrate`: what is understood, what is refused and why, and what is made of it. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_WIDTH } from '../../../src/base/columns.ts';
import { fitHotSet } from '../../../src/engine/experiments/dirtying-fit.ts';
import { type ReadLog, readMigrateLog } from '../../../src/engine/experiments/migrate-log.ts';
import { uniformDirtying } from '../../../src/engine/memory/analysis/dirty-curve.ts';
import { migrateSolo } from '../../../src/engine/simulation/solo.ts';
import { library } from '../recorded.ts';

const MIB = 1_048_576;
const fileOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

interface Reply {
  status: string;
  'total-time'?: number;
  ram?: Record<string, unknown>;
  [name: string]: unknown;
}
/** 128 MiB at 64 MB/s */
const reply = (seconds: number, more: Partial<Reply> = {}): Reply => ({
  status: 'active',
  'total-time': seconds * 1000,
  'expected-downtime': 250,
  ...more,
  ram: {
    transferred: seconds * 64e6,
    remaining: 128 * MIB - seconds * 64e6,
    total: 128 * MIB,
    'dirty-sync-count': 1,
    ...more.ram,
  },
});
const jsonl = (...replies: unknown[]): string => replies.map((one) => JSON.stringify(one)).join('\n');
const settingOf = (log: ReadLog, path: string): unknown =>
  log.settings.find((setting) => setting.path === path)?.value;
const fromOf = (log: ReadLog, path: string): string | undefined =>
  log.settings.find((setting) => setting.path === path)?.from;

describe('forms of a log', () => {
  const replies = [reply(0.2), reply(0.6), reply(1)];

  test.each([
    ['bare replies, one a line', jsonl(...replies)],
    ['replies as QMP gives them', jsonl(...replies.map((one) => ({ return: one })))],
    ['blank lines and Windows line ends', `\r\n${jsonl(...replies).replaceAll('\n', '\r\n\r\n')}\r\n`],
    ['an array', JSON.stringify(replies, null, 2)],
  ])('%s', (_name, text) => {
    const log = readMigrateLog(text);
    expect([log.problem, log.complaints, log.lines, log.sampleRows]).toEqual([null, [], 3, 3]);
    expect([...log.samples.slice(SAMPLE_WIDTH, 2 * SAMPLE_WIDTH)]).toEqual([600, 38.4e6, 128 * MIB - 38.4e6]);
  });

  test('a single reply over several lines', () => {
    expect(readMigrateLog(JSON.stringify(reply(1), null, 2)).lines).toBe(1);
  });

  test('without total-time the timestamps tell', () => {
    const stamped = [10, 10.5, 11].map((at, i) => ({
      return: { ...reply(0.4 * (i + 1)), 'total-time': undefined },
      timestamp: { seconds: Math.floor(at), microseconds: (at % 1) * 1e6 },
    }));
    const { samples } = readMigrateLog(jsonl(...stamped));
    expect([samples[0], samples[SAMPLE_WIDTH], samples[2 * SAMPLE_WIDTH]]).toEqual([0, 500, 1000]);
  });
});

describe('what cannot be used is named', () => {
  test('a wrong line by its number and reason; the good ones are used', () => {
    const text = [
      JSON.stringify(reply(0.2)),
      '{"status": "active", "total-ti',
      '[1, 2]',
      '{"event": "MIGRATION_PASS"}',
      '',
      JSON.stringify(reply(0.4, { ram: { transferred: 'many' } })),
      '{"status": "active", "total-time": 5}',
      '{"status": "setup"}',
      JSON.stringify(reply(1)),
    ].join('\n');
    const log = readMigrateLog(text);
    expect([log.problem, log.lines]).toEqual([null, 2]);
    expect(log.complaints).toEqual([
      'Line 2 was left out: it is no JSON, it begins "{"status": "active", "total-ti".',
      'Line 3 was left out: it is no JSON object.',
      'Line 4 was left out: it has no status, so it is no reply to query-migrate.',
      'Line 6 was left out: its ram.transferred is "many"; a number from 0 is meant.',
      'Line 7 was left out: it has no ram, which tells the progress.',
    ]);
  });

  test('of many complaints the first twenty are told', () => {
    const log = readMigrateLog(`${JSON.stringify(reply(1))}\n${'x\n'.repeat(50)}`);
    expect(log.complaints.length).toBe(21);
    expect(log.complaints.at(-1)).toBe('There are 30 more complaints of this kind.');
  });

  test('a second migration in the same log', () => {
    const log = readMigrateLog(jsonl(reply(0.5), reply(1), reply(0.1)));
    expect(log.lines).toBe(2);
    expect(log.complaints).toEqual([
      'From line 3 on another migration begins, for time or bytes go back there; only the first one is used.',
    ]);
  });

  test.each([
    ['', 'The log is empty; give the replies of query-migrate as JSON, one a line.'],
    ['[]', 'The log is empty; give the replies of query-migrate as JSON, one a line.'],
    [
      'hello',
      'Nothing in the log can be used; give the replies of query-migrate as JSON, one a line. Line 1 was left out: it is no JSON, it begins "hello".',
    ],
    [
      '{"status": "setup"}',
      'Nothing in the log can be used; give the replies of query-migrate as JSON, one a line. No reply tells of a migration under way.',
    ],
  ])('%j as a whole', (text, problem) => {
    const log = readMigrateLog(text);
    expect([log.problem, log.spec, log.lines]).toEqual([problem, null, 0]);
  });
});

describe('what a log tells of the settings', () => {
  test('said, or assumed and told so', () => {
    const log = readMigrateLog(jsonl(reply(0.2), reply(0.6), reply(1), reply(1.4)));
    expect(settingOf(log, 'vm.memoryMiB')).toBe(128);
    expect(settingOf(log, 'strategy.maxBandwidthBytesPerSecond')).toBe(64e6);
    expect(fromOf(log, 'strategy.maxBandwidthBytesPerSecond')).toMatch(/^The slope of ram\.transferred/);
    expect(settingOf(log, 'strategy.stopRule.downtimeLimitMs')).toBe(250);
    expect(fromOf(log, 'vm.pageBytes')).toMatch(/^Assumed/);
    for (const { from, label } of log.settings) expect([label, from.endsWith('.')]).toEqual([label, true]);
  });

  test('ram.mbps rather than the slope, where it is there', () => {
    const told = [0.2, 0.6, 1].map((at) => reply(at, { ram: { mbps: 800 } }));
    expect(settingOf(readMigrateLog(jsonl(...told)), 'strategy.maxBandwidthBytesPerSecond')).toBe(100e6);
  });

  test('auto-converge, XBZRLE and post-copy when they are seen', () => {
    const plain = readMigrateLog(jsonl(reply(0.5), reply(1)));
    expect(plain.spec?.strategy).toMatchObject({
      kind: 'pre-copy',
      autoConverge: false,
      xbzrleCacheMiB: null,
    });
    const all = readMigrateLog(
      jsonl(
        reply(0.5, { 'xbzrle-cache': { 'cache-size': 64 * MIB } }),
        reply(1, { 'cpu-throttle-percentage': 30 }),
        reply(1.2, { status: 'postcopy-active' }),
      ),
    );
    expect(all.spec?.strategy).toMatchObject({
      kind: 'hybrid',
      autoConverge: true,
      throttleInitialPercent: 30,
      xbzrleCacheMiB: 64,
    });
  });

  test('a setting set by hand takes its place, and a wrong one is refused', () => {
    const text = jsonl(reply(0.5), reply(1));
    const log = readMigrateLog(text, { 'vm.workload.writesPerSecond': 1234 });
    expect(log.spec?.vm.workload.writesPerSecond).toBe(1234);
    expect(fromOf(log, 'vm.workload.writesPerSecond')).toBe('Set by hand.');
    expect(readMigrateLog(text, { 'vm.memoryMiB': -1 }).problem).toMatch(/^vm\.memoryMiB is -1; it must lie/);
    expect(readMigrateLog(text, { 'vm.shoeSize': 1 }).problem).toMatch(/^There is no setting "vm\.shoeSize"/);
  });
});

test('a uniform hot set is found again from what it dirtied', () => {
  const dirtied = uniformDirtying(5000, 20_000);
  const spans = [4000, 500, 200, 100].map((ms) => ({
    ms,
    pages: dirtied(ms / 1000),
    pending: 0,
    running: 1,
  }));
  const hot = fitHotSet(spans, 65_536);
  expect(Math.abs(hot.pages / 5000 - 1)).toBeLessThan(0.03);
  expect(Math.abs(hot.writesPerSecond / 20_000 - 1)).toBeLessThan(0.03);
});

describe('beside the migration whose log it is', () => {
  test.each([
    ['public/evidence/example-log.jsonl', 'auto-converge', 0.02],
    ['test/fixtures/query-migrate/pre-copy.jsonl', 'pre-copy', 0.02],
    ['test/fixtures/query-migrate/post-copy.jsonl', 'post-copy', 0.02],
    ['test/fixtures/query-migrate/xbzrle.jsonl', 'XBZRLE', 0.02],
  ])('%s: %s', (path, _mode, tolerance) => {
    const { spec, measured, complaints } = readMigrateLog(fileOf(path));
    if (spec === null || measured === null) throw new Error('The log cannot be used.');
    expect(complaints).toEqual([]);
    const result = migrateSolo(spec, library);
    expect(result.outcome).toBe('completed');
    expect(measured.completed).toBe(true);
    expect(Math.abs(result.totalTimeMs / measured.totalTimeMs - 1)).toBeLessThan(tolerance);
    expect(Math.abs(result.bytesSent / measured.bytesSent - 1)).toBeLessThan(tolerance);
    expect(Math.abs(result.downtimeMs - (measured.downtimeMs ?? 0))).toBeLessThan(5);
  });
});

// Whatever stands in a log, it is understood or refused with a sentence, and quickly.
test('no log breaks the reading', () => {
  const amount = fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(0, 1, 511, 4096, 65_536, 134_217_728, 1e12, undefined) },
    { weight: 1, arbitrary: fc.constantFrom(9e15, -1, null, 'x') },
  );
  const names = [
    'duplicate',
    'normal',
    'dirty-pages-rate',
    'mbps',
    'page-size',
    'downtime-bytes',
    'postcopy-bytes',
  ];
  const ram = fc.record({
    transferred: amount,
    remaining: amount,
    total: fc.constantFrom(0, 1e6, 134_750_208, 8e9, 1e15),
    'dirty-sync-count': fc.constantFrom(0, 1, 2, 3, 9, undefined),
    ...Object.fromEntries(names.map((name) => [name, amount])),
  });
  const line = fc.record({
    status: fc.constantFrom('active', 'active', 'active', 'setup', 'postcopy-active', 'completed', 7),
    'total-time': fc.constantFrom(0, 1, 500, 900, 20_000, undefined),
    'expected-downtime': amount,
    downtime: amount,
    'cpu-throttle-percentage': fc.constantFrom(0, 0.4, 20, 99, 500, undefined),
    'xbzrle-cache': fc.constantFrom(undefined, {}, { 'cache-size': 1 }, { 'cache-size': 67_108_864 }, 3),
    ram: fc.oneof(
      { weight: 20, arbitrary: ram },
      { weight: 1, arbitrary: fc.constantFrom(undefined, null, 3) },
    ),
  });
  let used = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.jsonValue() })),
      (lines) => {
        const log = readMigrateLog(jsonl(...lines));
        for (const sentence of [...log.complaints, log.problem ?? 'None.']) expect(sentence).toMatch(/\.$/);
        if (log.spec !== null) used += 1;
        expect(log.problem === null).toBe(log.spec !== null);
        expect(log.samples.every((value) => Number.isFinite(value))).toBe(true);
      },
    ),
    { seed: 72, numRuns: 500 },
  );
  // enough of them could be used for the law to mean something
  expect(used).toBeGreaterThan(50);
});
