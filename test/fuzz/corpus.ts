/** Good files and links of every kind, to be mutated. */
import { readFileSync } from 'node:fs';
import { comparison } from '../../src/engine/experiments/comparison.ts';
import { defaultMove, readyMoves } from '../../src/engine/experiments/moves.ts';
import { readySweeps } from '../../src/engine/experiments/sweep/ready.ts';
import { defaultLab } from '../../src/engine/lab/spec.ts';
import { defaultRun, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import { toBase64Url } from '../../src/protocol/base64url.ts';

const { scenario, commands } = demoRun;

/** of runs, by what reads them */
export const JSONS: readonly unknown[] = [
  { ...scenario, commands: commands.map(({ atMs, command }) => ({ ...command, atMs })) },
  { scenario, commands },
  { version: 1, failover: 'stock-rebooting', commands: [{ kind: 'lossy-data', lossShare: 0.2, atMs: 300 }] },
  ...readyMoves.map(({ lab }) => ({ ...lab.spec, against: lab.against })),
  ...comparison.slice(0, 4).map(({ strategy }) => ({ version: 1, strategy })),
  { version: 1, ...defaultLab },
  {
    version: 1,
    tree: { kind: 'cbtree', parameters: { epsilon: 0.5 } },
    start: '((1 2 3) 4 5)',
    stream: { kind: 'list', length: 4, list: [1, 2, 3, 2] },
    typed: [{ operation: 'insert', key: 9, before: 2 }],
  },
  ...readySweeps.map(({ spec }) => spec),
  {
    version: 1,
    subject: { migration: { version: 1 } },
    axes: [{ parameter: 'link.bandwidthBytesPerSecond', from: 1e7, to: 1e9, steps: 4, scale: 'log' }],
  },
  {
    kind: 'splay',
    preorder: [
      [4, 0],
      [2, 1],
      [1, 2],
      [5, 1],
    ],
  },
  [3, 1, 4, 1, 5],
  { return: { status: 'active', ram: { transferred: 1000, remaining: 20_000, total: 40_000 } } },
];

const log = readFileSync(new URL('../../public/evidence/example-log.jsonl', import.meta.url), 'utf8');

export const TEXTS: readonly string[] = [
  'window,page,reads,writes\n0,0,1043,112\n0,1,38,37\n1,2,1701,39\n',
  '0,0,1043,112\n0,1,38,37\n0,2,1701,39\n0,3,32,0\n',
  '==7== Lackey\nI  04001000,3\n L 1ffefff7e0,8\n S 1ffefff7d8,8\n M 0421c7b4,4\nI  04001003,7\n',
  '0x10\n0x20\n0x10\n17\n',
  '5 9 5 3\n12, 13; 14\n',
  '((1:2 2:1 -) 4:3 (- 5 6))',
  'insert 5 9; find 3\ndelete 5\n',
  'balanced:31',
  log.split('\n').slice(0, 30).join('\n'),
];

/** What links hold beside their JSON. */
export const LINKS: readonly { readonly prefix: string; readonly json: unknown; readonly rest: string }[] = [
  {
    prefix: '#/failover?v=1&run=',
    json: { seed: 9, commands: [{ kind: 'stop-node', node: 1, atMs: 900 }] },
    rest: '&t=1200.5',
  },
  { prefix: '#/failover?v=1&run=', json: { ...scenario, commands: [] }, rest: '' },
  {
    prefix: '#/migration?v=1&move=',
    json: { vm: { memoryMiB: 64 }, against: { kind: 'hybrid' } },
    rest: '&t=33&view=all',
  },
  { prefix: '#/migration?v=1&move=', json: { ...defaultMove.spec, against: null }, rest: '' },
  {
    prefix: '#/trees?v=1&lab=',
    json: { ...defaultLab, start: '(1 2 3)' },
    rest: '&at=12.3&ask=set.4.10.case-root',
  },
  {
    prefix: '#/trees?v=1&lab=',
    json: { typed: [{ operation: 'insert', key: 4, before: 0 }] },
    rest: '&ask=build.1.5.3',
  },
  {
    prefix: '#/explore?v=1&sweep=',
    json: { name: 'x', seeds: { first: 1, count: 2 } },
    rest: '&of=migration.&view=rank&figure=downtimeMs',
  },
  {
    prefix: '#/explore?v=1&sweep=',
    json: { axes: readySweeps[0]?.spec.axes, variants: readySweeps[0]?.spec.variants },
    rest: '&a=migration..x&b=failover..y',
  },
  { prefix: '#/evidence?show=log&run=default.3&x=', json: {}, rest: '' },
];

export const SEARCHES: readonly string[] = [
  '?embed=timeline&controls=0&theme=dark&play=1',
  '?embed=all&lock=failures,parameters',
  '?lock=share&theme=light',
];

export const defaults = {
  failover: defaultRun,
  migration: defaultMove,
  trees: defaultLab,
};

export const linkOf = (prefix: string, json: string, rest: string): string =>
  `${prefix}${toBase64Url(json.replace(/[\u0080-\uffff]/g, (l) => `\\u${l.charCodeAt(0).toString(16).padStart(4, '0')}`))}${rest}`;
