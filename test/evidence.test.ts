/** The README prints what the engine gives: every marked table is worked out again. `npm run evidence` writes them anew. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gains, spans, trees, twins } from './tools/evidence/figures.ts';
import { markedTables, withTables } from './tools/evidence/marked.ts';
import { gainTable, machineTable, spanTable, treeTable } from './tools/evidence/tables.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const printed = markedTables(readme);

const json = (path: string): { hash: string } =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { hash: string };

// The sixth table, of 120 whole runs, takes half a minute: only `npm run evidence` works it out.
describe('the README’s tables are what the engine gives', () => {
  test.each([
    ['spans', () => spanTable(spans())],
    ['gains', () => gainTable(gains())],
    ['machine', () => machineTable(twins())],
    ['trees', () => treeTable(trees())],
  ] as const)('%s', (name, made) => {
    expect(printed.get(name)).toBe(made());
  });
});

test('the page’s claim of the scripted run’s state is that of all other tests', () => {
  expect(json('../public/evidence/speed.json').hash).toBe(json('fixtures/golden.json').hash);
});

describe('marked tables', () => {
  const text = 'before\n<!-- evidence: a -->\n| old |\n<!-- end -->\nafter\n';

  test('only what stands between the marks is replaced', () => {
    expect(withTables(text, { a: '| $& new |' })).toBe(text.replace('| old |', () => '| $& new |'));
  });

  test.each([
    [{ b: '' }, /no mark "evidence: b"/],
    [{}, /Nothing here makes .* "a"/],
  ])('a table without a mark, a mark without a table: %o', (tables, said) => {
    expect(() => withTables(text, tables)).toThrow(said);
  });
});
