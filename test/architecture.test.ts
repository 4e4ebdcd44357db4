/**
 * The directions of import and the bans that keep a run bit for bit alike everywhere are lint rules (biome.json). This
 * test lints offenders, so that a rule which silently stops to match is noticed, and the permitted neighbours, so that
 * one which matches too much is noticed too.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** `[importing file, imported, may it?]` */
const imports: [string, string, boolean][] = [
  ['src/base/x.ts', './y.ts', true],
  ['src/base/x.ts', '../engine/kernel/y.ts', false],
  ['src/base/x.ts', 'd3', false],
  ['src/engine/kernel/x.ts', '../../base/y.ts', true],
  ['src/engine/kernel/x.ts', '../trees/y.ts', false],
  ['src/engine/kernel/x.ts', 'zod', false],
  ['src/engine/trees/x.ts', '../kernel/y.ts', true],
  ['src/engine/trees/x.ts', '../memory/y.ts', false],
  ['src/engine/lab/x.ts', '../trees/y.ts', true],
  ['src/engine/lab/streams/x.ts', '../../memory/y.ts', true],
  ['src/engine/lab/x.ts', '../simulation/y.ts', false],
  ['src/engine/trees/x.ts', '../lab/y.ts', false],
  ['src/engine/memory/x.ts', '../trees/y.ts', true],
  ['src/engine/memory/deep/x.ts', '../y.ts', true],
  ['src/engine/memory/x.ts', '../network/y.ts', false],
  ['src/engine/network/x.ts', '../kernel/y.ts', true],
  ['src/engine/network/x.ts', '../cluster/y.ts', false],
  ['src/engine/migration/x.ts', '../memory/y.ts', true],
  ['src/engine/migration/x.ts', '../simulation/y.ts', false],
  ['src/engine/cluster/x.ts', '../network/y.ts', true],
  ['src/engine/cluster/x.ts', '../migration/y.ts', false],
  ['src/engine/simulation/x.ts', '../cluster/y.ts', true],
  ['src/engine/simulation/x.ts', '../timeline/y.ts', false],
  ['src/engine/timeline/x.ts', '../simulation/y.ts', true],
  ['src/engine/timeline/x.ts', '../memory/y.ts', false],
  ['src/engine/experiments/x.ts', '../timeline/y.ts', true],
  ['src/engine/experiments/x.ts', '../../protocol/y.ts', false],
  ['src/protocol/x.ts', 'zod/mini', true],
  ['src/protocol/x.ts', '../worker/y.ts', false],
  ['src/worker/host.ts', '../engine/timeline/y.ts', true],
  ['src/worker/host.ts', '../store/y.ts', false],
  ['src/worker/client.ts', '../protocol/y.ts', true],
  ['src/worker/client.ts', '../engine/timeline/y.ts', false],
  ['src/layout/x.ts', '../protocol/y.ts', true],
  ['src/layout/x.ts', 'd3', true],
  ['src/layout/x.ts', 'react', false],
  ['src/store/x.ts', '../worker/client.ts', true],
  ['src/store/x.ts', 'zustand/middleware', true],
  ['src/store/x.ts', '../worker/host.ts', false],
  ['src/store/kept/x.ts', 'idb', true],
  ['src/store/kept/x.ts', '../explore/store.ts', true],
  ['src/store/kept/x.ts', '../trees/store.ts', false],
  ['src/views/desk/keep/x.tsx', 'idb', false],
  ['src/store/trees/x.ts', '../traces/y.ts', true],
  ['src/store/trees/x.ts', '../migration/y.ts', false],
  ['src/store/import/x.ts', '../migration/y.ts', true],
  ['src/store/import/x.ts', '../../views/desk/y.ts', false],
  ['src/store/trees/x.ts', '../../worker/client.ts', true],
  ['src/store/trees/x.ts', '../../worker/trees/host.ts', false],
  ['src/worker/trees/x.ts', '../../engine/lab/y.ts', true],
  ['src/layout/trees/x.ts', '../../protocol/y.ts', true],
  ['src/layout/trees/x.ts', '../../engine/lab/y.ts', false],
  ['src/store/x.ts', '../views/shell/y.ts', false],
  ['src/lessons/x.ts', '../protocol/y.ts', true],
  ['src/lessons/x.ts', '../store/y.ts', false],
  ['src/views/trees/x.tsx', '../shared/y.tsx', true],
  ['src/views/trees/x.tsx', '../../layout/y.ts', true],
  ['src/views/trees/x.tsx', '@mantine/core', true],
  ['src/views/trees/x.tsx', './x.module.css', true],
  ['src/views/trees/x.tsx', '../failover/y.tsx', false],
  ['src/views/trees/x.tsx', '../../engine/trees/y.ts', false],
  ['src/views/trees/x.tsx', '../../worker/client.ts', false],
  ['src/views/trees/x.tsx', 'zustand', false],
  ['src/cli/x.ts', '../engine/trees/y.ts', true],
  ['src/cli/x.ts', 'node:fs', true],
  ['src/cli/x.ts', '../store/y.ts', false],
];

/** `[file, code, may it?]` */
const codes: [string, string, boolean][] = [
  ...['base', 'engine/memory'].flatMap((room): [string, string, boolean][] => [
    [`src/${room}/x.ts`, 'export const v = Math.floor(Math.sqrt(2));', true],
    ...['Math.exp(1)', 'Math.random()', 'Math.hypot(3, 4)', '2 ** 0.5', 'Date.now()', 'new Date()'].map(
      (code): [string, string, boolean] => [`src/${room}/x.ts`, `export const v = ${code};`, false],
    ),
    ...['performance', 'setTimeout', 'document', 'window', 'globalThis'].map(
      (name): [string, string, boolean] => [`src/${room}/x.ts`, `export const v = ${name};`, false],
    ),
  ]),
  ['src/views/shared/x.ts', 'export const v = Math.exp(1) + 2 ** 0.5 + performance.now();', true],
  ['src/layout/x.ts', "import { select } from 'd3';\nexport const v = select;", false],
  ['src/layout/x.ts', "import { hierarchy } from 'd3';\nexport const v = hierarchy;", true],
  ['src/base/x.ts', "export const v = import('../engine/kernel/y.ts');", false],
  ['src/base/x.ts', "export type { V } from '../engine/kernel/y.ts';", false],
  ['src/engine/trees/x.ts', 'export const v = (a: number[]) => a[0]!;', false],
  ['src/views/shared/x.ts', "console.log('here');", false],
  ['src/cli/x.ts', "console.log('here');", true],
];

const cases = [
  ...imports.map(([file, from, allowed]) => ({
    file,
    allowed,
    code: from.endsWith('.css') ? `import '${from}';` : `import { v } from '${from}';\n\nexport const w = v;`,
    title: `${file} ${allowed ? 'may' : 'may not'} import ${from}`,
  })),
  ...codes.map(([file, code, allowed]) => ({
    file,
    allowed,
    code,
    title: `${file} ${allowed ? 'may' : 'may not'} say ${code.replaceAll('\n', ' ')}`,
  })),
];

describe('lint rules of the architecture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  const complaints = new Map<number, string>();
  /** Cases of one file get one file each. */
  const path = (index: number) => (cases[index]?.file ?? '').replace(/(\.tsx?)$/, `-${index}$1`);

  beforeAll(() => {
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    config.vcs.enabled = false;
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
    cpSync(join(root, 'test/tools/lint'), join(folder, 'test/tools/lint'), { recursive: true });
    cases.forEach(({ code }, index) => {
      mkdirSync(dirname(join(folder, path(index))), { recursive: true });
      writeFileSync(join(folder, path(index)), `${code}\n`);
    });
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const run = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=github', '--max-diagnostics=none', 'src'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    for (const line of run.stdout.split('\n')) {
      const found = /^::error title=([^,]+),file=([^,]+),/.exec(line);
      const index = cases.findIndex((_, i) => found?.[2]?.endsWith(path(i)));
      if (found && index >= 0) complaints.set(index, `${complaints.get(index) ?? ''} ${found[1]}`);
    }
  }, 30_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  for (const [index, { title, allowed }] of cases.entries()) {
    test(title, () => expect(complaints.get(index) ?? '').toMatch(allowed ? /^$/ : /./));
  }
});

/** What the lint rules cannot say: a whole folder's sources against one expression. */
const offenders = (room: string, offence: RegExp) => {
  const folder = join(root, 'src', room);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return files.filter(
    (file) => file.endsWith('.ts') && offence.test(readFileSync(join(folder, file), 'utf8')),
  );
};

test('protocol takes only types from the engine', () => {
  expect(offenders('protocol', /^(?:import|export)\s+(?!type\b)[^;]*?from\s*'[^']*\/engine\//m)).toEqual([]);
});

test.each(['base', 'engine'])('%s does not raise to powers in place', (room) => {
  expect(offenders(room, /\*\*=/)).toEqual([]);
});
