import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { list } from '../../src/cli/list.ts';
import { sweep } from '../../src/cli/sweep.ts';
import { caseCount } from '../../src/engine/experiments/sweep/cases.ts';
import { sweepFigures } from '../../src/engine/experiments/sweep/figures.ts';
import { readySweeps } from '../../src/engine/experiments/sweep/ready.ts';
import type { SweepLine } from '../../src/engine/experiments/sweep/spec.ts';
import { cli, file, keysOf, root } from './cli.ts';

const textOf = (words: readonly string[]): string => {
  const answer = sweep(words);
  return typeof answer === 'string' ? answer : [...answer].join('');
};
const linesOf = (text: string): SweepLine[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SweepLine);

const tiny = {
  version: 1,
  subject: {
    migration: {
      vm: { memoryMiB: 4, workload: { hotSetMiB: 1, hotStartMiB: 1 } },
      strategy: { windowMs: 10, stopRule: { kind: 'qemu' } },
      link: { bandwidthBytesPerSecond: 40_000_000 },
      giveUpAfterMs: 1000,
    },
  },
  axes: [{ parameter: 'vm.workload.writesPerSecond', from: 100, to: 6400, steps: 4, scale: 'log' }],
  variants: [
    { label: 'before', set: {} },
    { label: 'after', set: { 'strategy.kind': 'post-copy' } },
  ],
  seeds: 2,
};

describe('sweep', () => {
  test('one JSON line a run, by file and by standard input', async () => {
    const piped = await cli(['sweep', '-'], JSON.stringify(tiny));
    expect([piped.code, piped.err]).toEqual([0, '']);
    const lines = linesOf(piped.out);
    expect(lines).toHaveLength(2 * 4 * 2);
    for (const [i, line] of lines.entries()) {
      expect(keysOf(line)).toEqual(['index', 'variant', 'x', 'y', 'seed', 'outcome', 'problem', 'figures']);
      expect(line.index).toBe(i);
      expect(keysOf(line.figures)).toEqual(sweepFigures('migration').map(({ name }) => name));
    }
    expect(lines[0]).toMatchObject({ variant: 'before', x: 100, y: null, seed: 1, outcome: 'completed' });
    expect(lines.at(-1)).toMatchObject({ variant: 'after', x: 6400, seed: 2 });
    expect(textOf([file('tiny.json', tiny)])).toBe(piped.out);
  });

  test.each([1, 3, 5, 16, 40])('%i shards one after the other are the whole, byte for byte', (n) => {
    const path = file(`shards-${n}.json`, tiny);
    const parts = Array.from({ length: n }, (_, i) => textOf([path, '--shard', `${i + 1}/${n}`]));
    expect(parts.join('')).toBe(textOf([path]));
    expect(textOf([path, `--shard=1/${n}`])).toBe(parts[0]);
  });

  test('a trace of the caller’s own, beside a recorded one', () => {
    const csv = Array.from({ length: 200 }, (_, i) => `0,${i % 40},1,${i % 2}`).join('\n');
    const own = file('own.csv.gz', gzipSync(csv));
    const lines = linesOf(
      textOf([
        file('own.json', {
          version: 1,
          subject: { migration: { vm: { memoryMiB: 4, workload: { pattern: 'trace', file: own } } } },
          axes: [{ parameter: 'link.latencyMs', values: [1] }],
          variants: [{}, { set: { 'vm.workload.file': 'sort', 'vm.memoryMiB': 16 } }],
        }),
      ]),
    );
    expect(lines).toMatchObject([{ outcome: 'completed' }, { outcome: 'completed' }]);
    expect(lines[0]?.figures).not.toEqual(lines[1]?.figures);
  });

  test('whoever has read enough ends it early', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'sweep'], { cwd: root });
    const told = { err: '' };
    child.stderr.on('data', (data) => {
      told.err += String(data);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, told.err]).toEqual([0, '']);
  });

  test('ready-made ones: a list, and each a file that runs', async () => {
    const listed = linesOf(textOf(['--ready'])) as unknown as { kind: string; runs: number }[];
    expect(listed.map(({ kind }) => kind)).toEqual(readySweeps.map(({ kind }) => kind));
    expect(listed.map(({ runs }) => runs)).toEqual(readySweeps.map(({ spec }) => caseCount(spec)));
    const distance = textOf(['--ready', 'distance']);
    const one = textOf([file('distance.json', distance), '--shard', '240/240']);
    expect(linesOf(one)).toMatchObject([{ index: 239, variant: 'Hybrid', outcome: 'completed' }]);
    const named = JSON.parse(list([])) as { sweeps: { kind: string }[]; sweepable: Record<string, unknown> };
    expect(named.sweeps.map(({ kind }) => kind)).toEqual(listed.map(({ kind }) => kind));
    expect(keysOf(named.sweepable)).toEqual(['failover', 'migration', 'trees']);
  });

  test('without a file: the first ready-made one', () => {
    const [last] = linesOf(textOf(['--shard', '4000/4000']));
    expect(last).toMatchObject({ index: 3999, variant: 'Xen’s rule', seed: 5 });
    expect(textOf([file('first.json', textOf(['--ready', 'convergence'])), '--shard', '4000/4000'])).toBe(
      textOf(['--shard', '4000/4000']),
    );
  });

  test('the example runs', () => {
    const example = readFileSync(join(root, 'public/examples/sweep.json'), 'utf8');
    const [first] = linesOf(textOf([file('example.json', example), '--shard', '1/240']));
    expect(first).toMatchObject({ variant: 'Pre-copy', outcome: 'completed' });
  });

  test.each<[string, string[], RegExp]>([
    [
      'shard 0',
      ['--shard', '0/4'],
      /^--shard 0\/4 is not there; shards are counted from 1, here 1\/4 to 4\/4\.$/,
    ],
    ['a shard too many', ['--shard', '5/4'], /^--shard 5\/4 is not there/],
    ['no shards', ['--shard', '1/0'], /asks for 0 shards/],
    ['no number', ['--shard', 'x'], /^"x" is no shard; write which one of how many, as in --shard 1\/4\.$/],
    ['negative', ['--shard', '-1/4'], /^"-1\/4" is no shard/],
    ['nothing', ['--shard'], /^After --shard comes which one of how many/],
    ['twice', ['--shard', '1/2', '--shard', '2/2'], /^--shard is given twice/],
    ['an unknown option', ['--shards', '1/2'], /^"--shards" is no option of "sweep"/],
    ['two files', ['a.json', 'b.json'], /^"sweep" takes one file; "b.json" is too much/],
    [
      'an unknown ready one',
      ['--ready', 'nix'],
      /^There is no ready-made sweep "nix"; use one of convergence,/,
    ],
    ['too much', ['--ready', 'distance', 'now'], /^"--ready" takes one name; "now" is too much/],
    ['no such file', ['nowhere.json'], /^"nowhere.json" cannot be read: there is no such file/],
  ])('%s is one sentence', (_name, words, sentence) => {
    expect(() => textOf(words)).toThrow(sentence);
  });

  test('faults of the file come before any line, with exit 2', async () => {
    const wrong = { ...tiny, axes: [{ parameter: 'vm.memory', values: [1] }] };
    const { code, out, err } = await cli(['sweep', file('wrong.json', wrong)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^"axes.0.parameter" is "vm.memory", which no axis of a migration can vary; use one of .*\.\n$/,
    );
    expect(() => textOf([file('shape.json', { version: 1 })])).toThrow(/^"subject" is missing/);
  });
});
