import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultMove, readyMoves } from '../../../src/engine/experiments/moves.ts';
import { defaultLab } from '../../../src/engine/lab/spec.ts';
import { parseTrace } from '../../../src/engine/memory/trace.ts';
import { defaultRun, demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import { encodeLink, type Workspace } from '../../../src/protocol/link.ts';
import { encodeMoveLink } from '../../../src/protocol/migration/link.ts';
import { encodeTreesLink } from '../../../src/protocol/trees/link.ts';
import { stemOf } from '../../../src/worker/import/read.ts';
import { packed, read, refusal } from './reading.ts';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const kindOf = async (content: string | Uint8Array, here: Workspace = 'failover') =>
  (await read(content, { here })).kind;
const answer = { status: 'active', ram: { transferred: 1, remaining: 2 } };

describe('JSON', () => {
  it('is a scenario with its commands, in either form', async () => {
    const { scenario, commands } = demoRun;
    const flat = { ...scenario, commands: commands.map(({ atMs, command }) => ({ ...command, atMs })) };
    for (const written of [{ ...scenario, commands }, flat, demoRun, { version: 1, durationMs: 30_000 }])
      expect(await read(json(written))).toEqual({ kind: 'failover', run: demoRun });
    expect(await read(json({ ...defaultRun.scenario, commands: [] }))).toEqual({
      kind: 'failover',
      run: defaultRun,
    });
  });

  it.each([...readyMoves, { kind: 'default', lab: defaultMove }])(
    'is the migration $kind',
    async ({ lab }) => {
      expect(await read(json({ ...lab.spec, against: lab.against }))).toEqual({ kind: 'migration', lab });
    },
  );

  it('is a migration filled up with what the command line would take', async () => {
    expect(await read('{"version": 1, "vm": {"memoryMiB": 64}}')).toEqual({
      kind: 'migration',
      lab: { spec: { ...defaultSolo, vm: { ...defaultSolo.vm, memoryMiB: 64 } }, against: null },
    });
  });

  it('is a lab', async () => {
    expect(await read(json({ version: 1, ...defaultLab }))).toEqual({ kind: 'trees', spec: defaultLab });
  });

  it('that fits several kinds is one of the workspace on screen', async () => {
    expect(await kindOf('{"version": 1}')).toBe('failover');
    expect(await kindOf('{"version": 1, "seed": 3}', 'migration')).toBe('migration');
    expect(await kindOf('{"version": 1}', 'trees')).toBe('trees');
    expect(await kindOf('{"version": 1}', 'evidence')).toBe('failover');
  });

  it('is a tree’s shape, or numbers', async () => {
    expect(await kindOf('[[4,0],[2,1]]')).toBe('tree-text');
    expect(await kindOf('{"kind": "splay", "preorder": [[4,0],[2,1]]}')).toBe('tree-text');
    expect(await read('[5, 7, 9]')).toEqual({ kind: 'numbers', text: '5 7 9', count: 3 });
    expect(await kindOf('[5, 7, 9]', 'trees')).toBe('tree-text');
  });

  it('is a log of query-migrate: a line, several, or a list of replies', async () => {
    for (const text of [
      json({ return: answer }),
      json([answer, answer]),
      `${JSON.stringify({ QMP: {} })}\nnot json\n${JSON.stringify(answer)}\n`,
      `{"return": {"status": "active", "ram": \n${JSON.stringify({ return: answer })}\n`,
      `Connection reset\n${JSON.stringify(answer)}\n`,
      readFileSync(new URL('../../../public/evidence/example-log.jsonl', import.meta.url), 'utf8'),
    ])
      expect(await read(text)).toEqual({ kind: 'log', text });
  });
});

describe('text', () => {
  it.each([
    ['a shape in brackets', '((1 2 3) 4 5)'],
    ['the empty tree', '-'],
    ['a named shape', 'balanced:31'],
    ['operations', 'insert 5 9; find 3\ndelete 5'],
  ])('is %s', async (_what, text) => {
    expect(await read(text)).toEqual({ kind: 'tree-text', text });
  });

  it('of plain numbers is asked about, but in Trees it is keys', async () => {
    const text = '5, 9, 12\n3\n';
    expect(await read(text)).toEqual({ kind: 'numbers', text, count: 4 });
    expect(await kindOf(text, 'trees')).toBe('tree-text');
    const found = await read(text, { as: 'trace' });
    expect(found.kind === 'trace' && [...found.reading.trace.pages]).toEqual([0, 1, 2, 3]);
  });

  it.each([
    [
      'the Failover workspace',
      encodeLink({ workspace: 'failover', run: demoRun, atUs: 4_000_000 }, defaultRun),
    ],
    ['the Migration workspace', encodeMoveLink({ lab: defaultMove, atMs: 3, view: 'all' }, defaultMove)],
    [
      'the Trees workspace',
      encodeTreesLink({ spec: { ...defaultLab, seed: 5 }, at: null, asked: null }, defaultLab),
    ],
    ['the Evidence page', '#/evidence?show=log'],
  ])('is a link into %s, alone or with an address in front', async (_where, hash) => {
    const found = { kind: 'link', workspace: hash.split(/[/?]/)[1], hash };
    expect(await read(hash)).toEqual(found);
    expect(await read(`https://example.org/some/path/?x=1${hash}\n`)).toEqual(found);
    // Mail breaks long lines.
    expect(await read(`https://example.org/${hash.slice(0, 30)}\r\n${hash.slice(30)}`)).toEqual(found);
  });

  it('of a broken link is refused before anything moves', async () => {
    expect(await refusal('#/failover?v=1&run=abc')).toMatch(/^The link cannot be read: its run is cut off/);
    expect(await refusal('#/nowhere')).toBe(
      'mine.txt leads to "nowhere", which is no workspace here; it was not opened.',
    );
    expect(await refusal('#/migration?v=9')).toMatch(/version 9/);
    const huge = { ...defaultMove, spec: { ...defaultSolo, vm: { ...defaultSolo.vm, memoryMiB: 1e9 } } };
    expect(await refusal(encodeMoveLink({ lab: huge, atMs: null, view: 'run' }, defaultMove))).toMatch(
      /memoryMiB is 1000000000/,
    );
  });
});

describe('recordings', () => {
  const lackey = '==7== Lackey\nI  04001000,3\n L 1ffefff7e0,8\n S 1ffefff7d8,8\nI  04001003,7\n';

  it.each([
    ['this project’s CSV', 'csv', '0,0,5,0\n0,1,0,2\n'],
    ['with a head', 'csv', 'window,page,reads,writes\n0,0,5,0\n'],
    ['valgrind lackey', 'lackey', lackey],
    ['page numbers, some hexadecimal', 'pages', '12\n0x1f\n7\n'],
  ])('%s', async (_what, form, text) => {
    for (const content of [text, packed(text), new TextEncoder().encode(`\ufeff${text}`)]) {
      const found = await read(content);
      expect(found.kind === 'trace' && found.reading.form).toBe(form);
      expect(found.kind === 'trace' && found.reading.leftOut).toBe(0);
    }
  });

  it('of the app itself are those it brings along, packed as they are', async () => {
    const bytes = readFileSync(new URL('../../../public/page-traces/gzip.csv.gz', import.meta.url));
    const found = await read(new Uint8Array(bytes), { name: 'gzip.csv.gz' });
    if (found.kind !== 'trace') throw new Error(found.kind);
    const { trace } = found.reading;
    expect(trace.name).toMatch(/^gzip~[0-9a-f]{12}$/);
    expect([trace.pages.length, trace.pageCount]).toEqual([11_466, 137]);
    expect(parseTrace('x', '0,0,1,0').pages[0]).toBe(trace.pages[0]);
  });

  it('with wrong lines are read as far as they are good', async () => {
    const found = await read(`0,1,1,0\n0,2,1\n0,3,0,1\n`);
    expect(found.kind === 'trace' && found.reading.complaints).toEqual([
      'Line 2: "0,2,1" is no row; a row is window,page,reads,writes in whole numbers.',
    ]);
  });

  it('as Windows writes them are read, too', async () => {
    const text = '0,0,5,0\r\n0,1,0,2\r\n';
    const wide = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(await kindOf(wide)).toBe('trace');
  });

  it('tell how far they are, in bytes of the file', async () => {
    const told: number[] = [];
    const text = '0,7,1,0\n'.repeat(100_000);
    const { readAnything } = await import('../../../src/worker/import/read.ts');
    const found = await readAnything(
      { name: 'x', content: new Blob([text]), here: 'failover', as: 'anything' },
      {
        signal: new AbortController().signal,
        loadLibrary: () => Promise.reject(new Error('nobody asked')),
        progress: async ({ read: bytes, total, rows }) => {
          expect(total).toBe(800_000);
          expect(rows).toBeLessThanOrEqual(bytes / 8);
          told.push(bytes);
        },
      },
    );
    expect(found.kind === 'trace' && found.reading.trace.pages.length).toBe(100_000);
    expect(told.at(-1)).toBe(800_000);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('are named after their file', () => {
    expect(stemOf('my run.csv.gz')).toBe('my-run');
    expect(stemOf('C:\\traces\\ls.lackey.log')).toBe('ls');
    expect(stemOf('gzip~0123456789ab.csv')).toBe('gzip');
    expect(stemOf('…')).toBe('trace');
  });
});

describe('one sentence says what cannot be read', () => {
  it.each([
    ['nothing', '', /^mine\.txt is empty; choose a file with something in it\.$/],
    ['spaces', ' \n\t', /^mine\.txt is empty/],
    ['prose', 'milk\nbutter', /^mine\.txt is nothing that can be read here; take a scenario/],
    [
      'a picture',
      new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 255, 254]),
      /^mine\.txt is no text/,
    ],
    [
      'a zip',
      new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
      /^mine\.txt is packed as zip, which is not read here/,
    ],
    [
      'a damaged gzip file',
      packed('0,0,5,0\n').subarray(0, 15),
      /^mine\.txt begins like a gzip file but is damaged/,
    ],
    [
      'broken JSON',
      '{"version": 1,\n"seed": 3,,\n}',
      /^mine\.txt stops being JSON at line 2, column 11: a name in quotes should stand there/,
    ],
    ['JSON of something else', '{"name": "left-pad"}', /^mine\.txt is JSON, but none of its fields/],
    ['a number', '{"version": 2, "vm": {}}', /^mine\.txt cannot be opened: .*version/],
    [
      'a field nobody knows',
      '{"version": 1, "vm": {"memory": 3}}',
      /^mine\.txt cannot be opened: "vm\.memory" is not a known field/,
    ],
    [
      'too much memory',
      '{"version": 1, "vm": {"memoryMiB": 1e9}}',
      /memoryMiB is 1000000000; it must lie between/,
    ],
    [
      'a hot set beyond the memory',
      '{"version": 1, "vm": {"memoryMiB": 40}}',
      /The workload reaches page \d+, but/,
    ],
    ['infinitely much', '{"version": 1, "vm": {"memoryMiB": 1e999}}', /memoryMiB/],
    ['a scenario out of range', '{"version": 1, "cluster": {"nodes": 99}}', /nodes is 99/],
    ['a lab out of range', '{"version": 1, "stream": {"length": 1e9}}', /length of the stream is 1000000000/],
    [
      'a recording without a row',
      'window,page,reads,writes\n',
      /^mine\.txt is no page trace: it holds no page reference that can be used\.$/,
    ],
  ] as const)('%s', async (_what, content, sentence) => {
    expect(await refusal(content)).toMatch(sentence);
  });

  it('what is too large', async () => {
    const large = { size: 300e6 } as Blob;
    const found = await read(large);
    expect(found).toMatchObject({ kind: 'problem', text: expect.stringMatching(/larger than 200 MB/) });
    expect(await refusal(`{"version": 1, "x": "${'x'.repeat(33e6)}"}`)).toMatch(/more than 32 MB of text/);
  });
});
