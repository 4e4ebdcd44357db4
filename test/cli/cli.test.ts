/** The command line as others use it: a process, its output, its errors. Most cases call what the process calls. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../src/cli/migrate.ts';
import { run } from '../../src/cli/run.ts';
import { tree } from '../../src/cli/tree.ts';
import { predictors } from '../../src/engine/memory/predictor-registry.ts';
import { workloads } from '../../src/engine/memory/workload-registry.ts';
import { strategies } from '../../src/engine/migration/strategy-registry.ts';
import { treeKinds } from '../../src/engine/trees/registry.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Like npm: started in the project's folder, the caller's own in INIT_CWD. */
function cli(words: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
    });
    const text = { out: '', err: '' };
    child.stdout.on('data', (data) => {
      text.out += String(data);
    });
    child.stderr.on('data', (data) => {
      text.err += String(data);
    });
    child.on('close', (code) => resolve({ code, ...text }));
    child.stdin.on('error', () => {}); // it may not care
    child.stdin.end(input);
  });
}

function file(name: string, contents: unknown): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof contents === 'string' || Buffer.isBuffer(contents) ? contents : JSON.stringify(contents),
  );
  return path;
}

const keysOf = (record: unknown): string[] => Object.keys(record as object);

/** A run of a second, so that asking for its output costs little. */
const shortRun = {
  version: 1,
  durationMs: 1000,
  guests: [
    { memoryMiB: 16, workload: { kind: 'uniform', hotSetPages: 100, referencesPerSecond: 1000 } },
    { memoryMiB: 8, workload: { hotSetPages: 100 } },
    {},
  ],
  commands: [{ kind: 'stop-node', node: 1, atMs: 200 }],
};

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

describe('tree', () => {
  interface Vector {
    name: string;
    start: string;
    keys: number[];
    lcb: Record<string, unknown>;
    splay: Record<string, unknown>;
  }
  const vectors = JSON.parse(readFileSync(join(root, 'test/fixtures/tree-vectors.json'), 'utf8')) as Vector[];

  test.each(
    vectors.flatMap(
      (v) =>
        [
          [`lazy-counting ${v.name}`, 'lazy-counting', v, v.lcb],
          [`splay ${v.name}`, 'splay', v, v.splay],
        ] as const,
    ),
  )('%s', (_, kind, { start, keys }, { preorder, ...totals }) => {
    const report = JSON.parse(tree([kind, keys.join(' '), '--start', start])) as {
      preorder: number[][];
      height: number;
      size: number;
      totals: Record<string, number>;
    };
    expect(keysOf(report)).toEqual(['kind', 'size', 'height', 'preorder', 'totals']);
    expect(keysOf(report.totals)).toEqual([
      'operations',
      'nodesVisited',
      'rotations',
      'zig',
      'zigZig',
      'zigZag',
    ]);
    expect(report.preorder).toEqual(preorder);
    expect(report.totals).toMatchObject({ operations: keys.length, ...totals });
    expect(report.size).toBe(report.preorder.length);
    expect(report.height).toBe(Math.max(...report.preorder.map((row) => (row[1] ?? 0) + 1)));
    const { zig, zigZig, zigZag, rotations } = report.totals;
    expect(rotations).toBe((zig ?? 0) + 2 * (zigZig ?? 0) + 2 * (zigZag ?? 0));
  });

  test.each(treeKinds)('$kind runs operations from any start', ({ kind, decides, prepare, counts }) => {
    const report = JSON.parse(
      tree([kind, 'insert 5 9 3; find 9; delete 3; 7; find 100', '--start', '((1:2 2 -) 4:3 -)']),
    ) as { kind: string; size: number; preorder: number[][]; totals: Record<string, number> };
    expect(report).toMatchObject({ kind, size: 6, totals: { operations: 7 } });
    expect(report.preorder.map((row) => row[0]).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      1, 2, 4, 5, 7, 9,
    ]);
    expect(report.preorder[0]).toHaveLength(counts ? 5 : 2);
    if (decides === 'none') expect(report.totals.rotations).toBe(0);
    // yardsticks know all keys beforehand, the others start in the shape
    const shape = JSON.parse(tree([kind, '', '--start', '4 2 1'])) as { preorder: number[][] };
    expect(shape.preorder.map((row) => row[0])).toEqual(prepare === undefined ? [4, 2, 1] : [2, 1, 4]);
  });

  test.each(
    treeKinds.flatMap(({ kind, parameters }) => parameters.map((parameter) => [kind, parameter] as const)),
  )('%s takes its setting $name', (kind, { name, min, max, step }) => {
    const run = (value: number) => tree([kind, '1 2 3 4 5 1 1 1', '--set', `${name}=${value}`]);
    expect(() => [min, max, min + step].map(run)).not.toThrow();
    expect(() => run(max + step)).toThrow(`The setting "${name}" of "${kind}" cannot be `);
    expect(() => run(min - step)).toThrow(/ cannot be .*; use .*\.$/);
  });

  test('settings change what happens', () => {
    const rotations = (...settings: string[]) =>
      (
        JSON.parse(
          tree([
            'cbtree',
            '9 9 9 9 9 8 8 8',
            '--start',
            'chain:31',
            ...settings.flatMap((s) => ['--set', s]),
          ]),
        ) as { totals: { rotations: number } }
      ).totals.rotations;
    expect(rotations('epsilon=0.05')).toBeGreaterThan(rotations('epsilon=1.95'));
    expect(rotations('epsilon=1.95', 'epsilon=0.05')).toBe(rotations('epsilon=0.05'));
    expect(tree(['lazy-counting', '1 1 1 1', '--set=decayEvery=4'])).toMatch(/"preorder":\[\[1,0,2,0,0\]\]/);
  });

  test('as a process: operations from the words, from standard input, the start from a file', async () => {
    file('shape.json', {
      preorder: [
        [5, 0, 2],
        [3, 1, 1],
      ],
    });
    const [words, piped, shaped] = await Promise.all([
      cli(['tree', 'splay', 'insert 5 3 9; find 3']),
      cli(['tree', 'splay', '-'], 'insert 5\ninsert 3 9\n\nfind 3\n'),
      cli(['tree', 'lazy-counting', '9', '--start=shape.json']),
    ]);
    expect(words).toEqual({
      code: 0,
      err: '',
      out: '{"kind":"splay","size":3,"height":3,"preorder":[[3,0],[5,1],[9,2]],"totals":{"operations":4,"nodesVisited":6,"rotations":5,"zig":1,"zigZig":2,"zigZag":0}}\n',
    });
    expect(piped).toEqual(words);
    expect(JSON.parse(shaped.out)).toMatchObject({
      size: 3,
      preorder: [
        [5, 0, 2, 1, 1],
        [3, 1, 1, 0, 0],
        [9, 1, 1, 0, 0],
      ],
    });
  });
});

describe('migrate', () => {
  const fields = ['outcome', 'totalTimeMs', 'downtimeMs', 'bytesSent', 'pagesSent', 'rounds'];
  const roundFields = ['startMs', 'durationMs', 'pagesSent', 'bytesSent', 'pagesDirtied', 'remainingPages'];

  test('without a file: the defaults, in the format of the design', async () => {
    const { code, out, err } = await cli(['migrate']);
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out) as { rounds: Record<string, unknown>[]; outcome: string };
    expect(keysOf(result).slice(0, 6)).toEqual(fields);
    expect(result.outcome).toBe('completed');
    for (const round of result.rounds) expect(keysOf(round)).toEqual(roundFields);
    expect(migrate([file('default.json', { version: 1 })])).toBe(out);
  });

  test('a trace of the caller’s, packed or not', () => {
    const csv = Array.from({ length: 200 }, (_, i) => `0,${i % 40},1,${i % 2}`).join('\n');
    const spec = (name: string) => ({
      version: 1,
      vm: { memoryMiB: 16, workload: { pattern: 'trace', file: name } },
      link: { bandwidthBytesPerSecond: 100_000_000 },
    });
    const plain = migrate([file('plain.json', spec(file('trace.csv', csv)))]);
    const packed = migrate([file('packed.json', spec(file('trace.csv.gz', gzipSync(csv))))]);
    expect(packed).toBe(plain);
    expect(JSON.parse(plain)).toMatchObject({ outcome: 'completed' });
  });

  test('a link that drops and a host that dies, in any strategy', () => {
    const told = JSON.parse(
      migrate([
        file('faults.json', {
          version: 1,
          vm: { memoryMiB: 64 },
          link: { bandwidthBytesPerSecond: 100_000_000, outages: [{ fromMs: 100, toMs: 200 }], jitterMs: 1 },
          faults: { sourceDiesAtMs: 600 },
          strategy: { kind: 'post-copy', prePaging: 'forward', postcopyBandwidthBytesPerSecond: 0 },
        }),
      ]),
    ) as { outcome: string; totalTimeMs: number; lost: { pages: number; sentence: string } };
    expect([told.outcome, told.totalTimeMs]).toEqual(['vm-lost', 600]);
    expect(told.lost.sentence).toBe(
      `The source died while the VM ran at the destination: the newest version of ${told.lost.pages} pages was only there, so the VM is lost.`,
    );
  });
});

test('list: everything that can be chosen, each with a sentence, its source and its parameters', async () => {
  const { code, out, err } = await cli(['list']);
  expect([code, err]).toEqual([0, '']);
  const list = JSON.parse(out) as Record<
    string,
    { kind: string; description: string; source: string; parameters: Record<string, unknown>[] }[]
  >;
  const kinds = (name: string) => list[name]?.map(({ kind }) => kind);
  expect(kinds('strategies')).toEqual(strategies.map(({ kind }) => kind));
  expect(kinds('trees')).toEqual(treeKinds.map(({ kind }) => kind));
  expect(kinds('predictors')).toEqual(predictors.map(({ kind }) => kind));
  expect(kinds('workloads')).toEqual(workloads.map(({ kind }) => kind));
  expect(kinds('presets')).toEqual(['demo']);
  for (const name of ['strategies', 'stopRules', 'trees', 'predictors', 'workloads', 'presets']) {
    for (const entry of list[name] ?? []) {
      expect(entry.description).toMatch(/\.$/);
      expect(entry.source).not.toBe('');
      for (const parameter of entry.parameters) {
        expect(keysOf(parameter)).toEqual(
          expect.arrayContaining(['path', 'description', 'unit', 'default', 'source']),
        );
      }
    }
  }
  for (const parameter of list.parameters as unknown as Record<string, unknown>[]) {
    expect(keysOf(parameter)).toEqual(
      expect.arrayContaining(['path', 'label', 'unit', 'default', 'source', 'group']),
    );
    if (parameter.kind === 'number')
      expect(keysOf(parameter)).toEqual(expect.arrayContaining(['min', 'max']));
  }
});

describe('errors: one sentence on standard error, exit 2, nothing on standard output', () => {
  beforeAll(() => {
    file('broken.json', '{"version": 1,');
    file('field.json', { version: 1, seeds: 3 });
    file('range.json', { version: 1, migration: { rateMbps: 5 } });
  });

  test.each<[string[], RegExp]>([
    [['reboot'], /^There is no command "reboot"\. Use: cli run /],
    [
      ['run', 'missing.json'],
      /^"missing\.json" cannot be read: there is no such file; give the path of a file\.$/,
    ],
    [['run', 'broken.json'], /^"broken\.json" is not JSON: .*\.$/],
    [['run', 'field.json'], /^"seeds" is not a known field; allowed here: version, seed, /],
    [['run', 'range.json'], /^migration\.rateMbps is 5; it must lie between 10 and 10000 Mb\/s\.$/],
    [['tree', 'heap', '1'], /^There is no tree kind "heap"; use /],
  ])('%j', async (words, sentence) => {
    const { code, out, err } = await cli(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err.trim()).toMatch(sentence);
  });

  const inFile = (contents: unknown): string => file('case.json', contents);
  test.each<[string, () => string, RegExp]>([
    ['two files', () => run(['a.json', 'b.json']), /^"run" takes one file; "b\.json" is too much\.$/],
    ['a folder', () => run([folder]), /cannot be read: it is a folder; give the path of a file\.$/],
    ['no version', () => run([inFile({})]), /^A run names its "version"; /],
    [
      'a later version',
      () => run([inFile({ version: 2 })]),
      /^"version" is 2, but this program reads version 1 only\.$/,
    ],
    ['a list', () => run([inFile([])]), /^A run is a JSON object/],
    ['a word for a number', () => run([inFile({ version: 1, seed: 'x' })]), /^"?seed"? .*"?x"?/],
    [
      'an unknown failover',
      () => run([inFile({ version: 1, failover: 'pray' })]),
      /pray.*"paper-script", "stock-migrating", "stock-rebooting"\.$/,
    ],
    [
      'an unknown strategy',
      () => run([inFile({ version: 1, migration: { strategy: 'post-copy' } })]),
      /^migration\.strategy is "post-copy"; use one of stop-and-copy, /,
    ],
    [
      'an unknown predictor',
      () => run([inFile({ version: 1, prediction: { predictor: 'fortune' } })]),
      /^prediction\.predictor is "fortune"; use one of none, /,
    ],
    [
      'an unknown workload',
      () => run([inFile({ version: 1, guests: [{ workload: { kind: 'x' } }] })]),
      /"traces", "uniform", "zipf", "hot-cold", "sequential", "phases", "matrix"\.$/,
    ],
    [
      'a node there is not',
      () => run([inFile({ version: 1, commands: [{ kind: 'stop-node', node: 9, atMs: 1 }] })]),
      /^A command stops node 9; there are nodes 1 to 3\.$/,
    ],
    [
      'too little memory',
      () => run([inFile({ version: 1, guests: [{ memoryMiB: 32 }] })]),
      /^The workload of x0 needs 13440 pages, but 32 MiB are 8192; /,
    ],
    [
      'an unknown kind',
      () => migrate([inFile({ version: 1, strategy: { kind: 'teleport' } })]),
      /^strategy\.kind is "teleport"; use one of stop-and-copy, /,
    ],
    [
      'an outage without an end',
      () => migrate([inFile({ version: 1, link: { outages: [{ fromMs: 5 }] } })]),
      /^"link\.outages\.0\.toMs" /,
    ],
    [
      'a loss of all',
      () => migrate([inFile({ version: 1, link: { lossRate: 1 } })]),
      /^link\.lossRate is 1; it must lie between 0 and 0\.99\.$/,
    ],
    [
      'a wrong field',
      () => migrate([inFile({ version: 1, vm: { ram: 1 } })]),
      /^"vm\.ram" is not a known field; allowed here: memoryMiB, /,
    ],
    [
      'a torn trace',
      () =>
        migrate([
          inFile({
            version: 1,
            vm: { workload: { pattern: 'trace', file: file('bad.csv', '0,0,1,1\n0,x,1,1') } },
          }),
        ]),
      /^Line 2 of the page trace ".*bad\.csv" is "0,x,1,1"; /,
    ],
    [
      'a torn gzip',
      () =>
        migrate([
          inFile({
            version: 1,
            vm: { workload: { pattern: 'trace', file: file('bad.gz', Buffer.of(0x1f, 0x8b, 1)) } },
          }),
        ]),
      /cannot be unpacked; give an undamaged one\.$/,
    ],
    ['no operations', () => tree(['splay']), /^Use: tree KIND OPS /],
    ['a bad operation', () => tree(['splay', '5; push 3']), /^Operation 2 \(line 1, part 2\) is "push 3"; /],
    ['a bad start', () => tree(['splay', '1', '--start', 'ring:3']), /^There is no start shape "ring:3"; /],
    ['no start', () => tree(['splay', '1', '--start']), /^After --start comes a shape\. Use: tree /],
    [
      'an unknown option',
      () => tree(['splay', '1', '--stop', '3']),
      /^"--stop" is no option of "tree"\. Use: tree /,
    ],
    ['no setting', () => tree(['splay', '1', '--set']), /^After --set comes a setting as NAME=VALUE\. Use: /],
    [
      'a setting of nothing',
      () => tree(['splay', '1', '--set', 'fast']),
      /^"fast" sets nothing; write NAME=VALUE/,
    ],
    [
      'a setting of no number',
      () => tree(['cbtree', '1', '--set', 'epsilon=x']),
      /^"epsilon=x" sets nothing; /,
    ],
    [
      'a setting where there is none',
      () => tree(['splay', '1', '--set', 'epsilon=1']),
      /^"splay" has no setting "epsilon"; it has none at all\.$/,
    ],
    [
      'an unknown setting',
      () => tree(['cbtree', '1', '--set', 'eps=1']),
      /^"cbtree" has no setting "eps"; it has epsilon \(a number from 0\.05 to 1\.95\), decayEvery \(a whole number from 0 to 1000000\)\.$/,
    ],
    [
      'half a halving',
      () => tree(['cbtree', '1', '--set', 'decayEvery=2.5']),
      /^The setting "decayEvery" of "cbtree" cannot be 2\.5; use a whole number from 0 to 1000000\.$/,
    ],
    [
      'too many keys for the optimum',
      () => tree(['static-optimum', '1', '--start', 'balanced:1001']),
      /^The static optimum is worked out for at most 1000 keys, but 1001 are in view; /,
    ],
    [
      'a shape that is no tree',
      () =>
        tree([
          'splay',
          '1',
          '--start',
          inFile([
            [5, 0],
            [7, 2],
          ]),
        ]),
      /^Row 2 of the tree shape \(key 7, depth 2\) has no parent; /,
    ],
  ])('%s', (_, call, sentence) => {
    let message = '';
    try {
      call();
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^[A-Z"a-z][^\n]*\.$/);
  });
});

test('asked for help it gives it', async () => {
  const { code, out, err } = await cli(['--help']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^Use: cli run \[scenario\.json\] \| migrate \[migration\.json\] \| analyse \[migration\.json\] \| tree KIND OPS/,
  );
});
