import { beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../src/cli/migrate.ts';
import { run } from '../../src/cli/run.ts';
import { tree } from '../../src/cli/tree.ts';
import { cli, file, folder } from './cli.ts';

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
