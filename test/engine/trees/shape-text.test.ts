import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { jsonFault } from '../../../src/engine/trees/json-fault.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import {
  bracketText,
  parseBracketText,
  parsePreorder,
  parseShapeText,
  preorderText,
  shapeJson,
} from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { commands, kinds, SEED, starts } from './arbitrary.ts';

describe.each(kinds)('exports of %s', (kind) => {
  test('each reads back as the same tree, counts included', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start);
        for (const command of list) runCommand(tree, command);
        for (const text of [
          bracketText(tree, tree.counts),
          preorderText(tree, tree.counts),
          shapeJson(tree),
          shapeJson(tree).replaceAll(',', ',\n '),
          bracketText(tree, tree.counts).replaceAll(' ', '\r\n\t'),
        ]) {
          expect(createTreeFrom(kind, parseShapeText(text)).preorder()).toEqual(tree.preorder());
        }
      }),
      { ...SEED, numRuns: 60 },
    );
  });
});

describe('reading', () => {
  const picture = '((1 2 3) 4 (5 6 -))';
  test.each([
    ['bracket text', ' ((1 2 3)\n 4 (5 6 -)) '],
    ['bracket text without spaces', '((1 2 3)4(5 6 -))'],
    ['bracket text with commas', '((1, 2, 3), 4, (5, 6, -))'],
    ['leaves in brackets', '(((- 1 -) 2 (- 3 -)) 4 (5 6 -))'],
    ['a preorder list', '4 2 1 3 6 5'],
    ['a preorder list with commas, lines and counts', '4, 2:1\n1;3\t+6\r\n5'],
    ['JSON rows', '[[4,0],[2,1],[1,2],[3,2],[6,1],[5,2]]'],
    [
      'the command line’s answer',
      '{"kind":"splay","preorder":[[4,0],[2,1],[1,2],[3,2],[6,1],[5,2]],"size":6}',
    ],
  ])('%s', (_name, text) => {
    expect(bracketText(createTreeFrom('splay', text))).toBe(picture);
  });

  test.each([
    ['-', '-'],
    ['[]', '-'],
    ['empty', '-'],
    ['Balanced:3', '(0 1 2)'],
    ['7', '7'],
    ['-7', '-7'],
    ['−7', '-7'],
    ['-0', '0'],
    ['(- -5 (-3 -1 -))', '(- -5 (-3 -1 -))'],
    ['2147483647 -2147483648', '(-2147483648 2147483647 -)'],
  ])('%j is %s', (text, picture) => {
    expect(bracketText(createTreeFrom('splay', text))).toBe(picture);
  });
});

describe('what is wrong is named with its place', () => {
  const shape = 'The tree shape is wrong at';
  test.each([
    ['((1 2 3) 4 5', `${shape} line 1, column 13: the text ends, but 1 ")" should still come.`],
    ['((1 2', `${shape} line 1, column 6: the text ends, but 2 ")" should still come.`],
    ['(1 2 3))', `${shape} line 1, column 8: ")" stands behind the end of the tree.`],
    ['(1 2 3) 4', `${shape} line 1, column 9: "4" stands behind the end of the tree.`],
    [
      '(1\n 2 3 4)',
      `${shape} line 2, column 6: ")" should stand there, as a node is (left key right), not "4".`,
    ],
    [
      '(1)',
      `${shape} line 1, column 3: the key is missing, as a node is (left key right) with "-" for no child.`,
    ],
    [
      '(1 2)',
      `${shape} line 1, column 5: the right child is missing, as a node is (left key right) with "-" for no child.`,
    ],
    [
      '()',
      `${shape} line 1, column 2: the left child is missing, as a node is (left key right) with "-" for no child.`,
    ],
    ['(1 - 2)', `${shape} line 1, column 4: a key should stand there, not "-".`],
    [
      '(1 x 2)',
      `${shape} line 1, column 4: "x" is no key; write a whole number, or one with its count as in "5:3".`,
    ],
    ['(1:0 2 -)', `${shape} line 1, column 2: "1:0" has no possible count; counts go from 1 to 2147483647.`],
    ['(1 2 2)', `${shape} line 1, column 6: key 2 stands there a second time.`],
    [
      '(5 2 3)',
      `${shape} line 1, column 4: key 2 stands to the right of 5; keys must rise from left to right.`,
    ],
    [
      '(1 2147483648 -)',
      `${shape} line 1, column 4: "2147483648" is no key; keys go from -2147483648 to 2147483647.`,
    ],
    ['4 2 4', `${shape} line 1, column 5: key 4 stands there a second time.`],
    ['4 2 6 2', `${shape} line 1, column 7: key 2 stands there a second time.`],
    [
      '4 2\n6, 3',
      `${shape} line 2, column 4: key 3 cannot come after 6, as 4 was already left behind; list every node before its left subtree and that before the right one.`,
    ],
    [
      '4 2 x',
      `${shape} line 1, column 5: "x" is no key; write a whole number, or one with its count as in "5:3".`,
    ],
    ['[[4,0],[2,1]', 'The tree shape is no JSON at line 1, column 13: "," or "]" should stand there.'],
    ['[[4,0],\n[2,]]', 'The tree shape is no JSON at line 2, column 4: a value should stand there.'],
    ['[[4,0],[2,2]]', 'Row 2 of the tree shape (key 2, depth 2) has no parent'],
    [
      '{"rows":[]}',
      'A tree shape must be a list of [key, depth] rows, or an object with such a list as "preorder".',
    ],
    ['hello', 'There is no start shape "hello"; use empty, balanced:n'],
  ])('%j', (text, message) => {
    expect(() => parseShapeText(text)).toThrow(message);
  });

  test('a text of more than a million nodes', () => {
    expect(() => parsePreorder(Array.from({ length: 1_000_001 }, (_, i) => i).join(' '))).toThrow(
      'The tree shape has more than 1000000 nodes',
    );
    expect(() => parseBracketText('('.repeat(1_000_001))).toThrow('more than 1000000 nodes');
  });

  test('300 damaged texts: a tree or one sentence with a place, nothing else', () => {
    const random = new RandomStream(20_100_501, 'damage');
    const tree = createTreeFrom('lazy-counting', 'random:40', undefined, 3);
    for (let i = 0; i < 200; i++) tree.access(random.below(40));
    const originals = [bracketText(tree, true), preorderText(tree, true), shapeJson(tree)];
    const pieces = [
      '(',
      ')',
      '-',
      ' ',
      ',',
      ':',
      '[',
      ']',
      '{',
      '"',
      '9',
      '999999999999',
      'x',
      '\n',
      '\u0000',
      'é',
      '',
    ];
    let wrong = 0;
    for (let i = 0; i < 300; i++) {
      let text = originals[i % 3] as string;
      for (let damage = random.below(3); damage >= 0; damage--) {
        const from = random.below(text.length + 1);
        const to = random.below(4) === 0 ? random.below(text.length + 1) : from + random.below(3);
        const piece = pieces[random.below(pieces.length)] as string;
        text = text.slice(0, from) + piece + text.slice(Math.max(from, to));
      }
      try {
        createTreeFrom('lazy-counting', text);
      } catch (error) {
        wrong++;
        expect((error as Error).constructor).toBe(Error); // one of ours, no TypeError or RangeError
        expect((error as Error).message).toMatch(
          /^((The tree shape is (wrong|no JSON) at line \d+, column \d+: .+)|(Row \d+ of the tree shape .+)|(There is no start shape ".+)|(A tree shape must be .+)|(The counts of the tree shape pass .+))\.$/s,
        );
      }
    }
    expect(wrong).toBeGreaterThan(200);
  });
});

test('chains of 200 000 are written and read without recursion', () => {
  for (const chain of ['chain:200000', Array.from({ length: 200_000 }, (_, i) => i).join(' ')]) {
    const tree = createTreeFrom('splay', chain);
    expect(tree.height()).toBe(200_000);
    expect(createTreeFrom('splay', bracketText(tree)).height()).toBe(200_000);
    expect(createTreeFrom('splay', preorderText(tree)).height()).toBe(200_000);
    expect(createTreeFrom('splay', shapeJson(tree)).height()).toBe(200_000);
  }
});

test('a fault is found where JSON.parse finds one, and only there', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', ']', '}', '"', '\\', '0', '-', 'e', ' '),
      (json, at, piece) => {
        expect(jsonFault(json)).toBeNull();
        const text = json.slice(0, at % (json.length + 1)) + piece + json.slice((at % (json.length + 1)) + 1);
        const fault = jsonFault(text);
        expect(fault === null).toBe(isJson(text));
        // up to there it is well formed: no text is refused because of what stands behind the fault
        if (fault !== null) expect(fault.offset).toBeLessThanOrEqual(text.length);
      },
    ),
    { ...SEED, numRuns: 2000 },
  );
});
