import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { PreorderRow, TreeTotals } from '../../../src/engine/trees/tree.ts';

/** Key sequences and the trees they leave, made by an independent implementation. */
interface Vector {
  readonly name: string;
  readonly start: string;
  readonly keys: readonly number[];
  readonly lcb: Expected;
  readonly splay: Expected;
}

type Expected = { readonly preorder: PreorderRow[] } & Partial<TreeTotals>;

const file = new URL('../../fixtures/tree-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

const cases = vectors.flatMap((vector) => [
  { ...vector, kind: 'lazy-counting', expected: vector.lcb },
  { ...vector, kind: 'splay', expected: vector.splay },
]);

describe.each(cases)('$kind after $name', ({ kind, start, keys, expected }) => {
  test.each([false, true])('recorded: %s', (isRecorded) => {
    const tree = createTreeFrom(kind, start);
    for (const key of keys) tree.access(key, isRecorded ? [] : undefined);
    const { preorder, ...totals } = expected;
    expect(tree.preorder()).toEqual(preorder);
    expect(tree.totals).toMatchObject({ operations: keys.length, ...totals });
  });
});
