/** `tree KIND OPS [--start S]`: operations on one tree; OPS "-" is standard input. */
import { existsSync } from 'node:fs';
import { runOperations } from '../engine/trees/run-operations.ts';
import { shapeFromJson } from '../engine/trees/shapes.ts';
import { Complaint } from './complaint.ts';
import { callersPath, readJson, readText } from './files.ts';

const USE =
  'Use: tree KIND OPS [--start empty|chain:n|balanced:n|FILE], for example: tree splay "5 3 9; find 3".';

export function tree(words: readonly string[]): string {
  const { rest, start } = takeStart(words);
  const [kind, ops, ...more] = rest;
  if (kind === undefined || ops === undefined || more.length > 0) throw new Complaint(USE);
  const text = ops === '-' ? readText('-') : ops;
  return `${JSON.stringify(runOperations(kind, text, start))}\n`;
}

function takeStart(words: readonly string[]): {
  rest: string[];
  start: string | ReturnType<typeof shapeFromJson>;
} {
  const rest: string[] = [];
  let start: string | null = null;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    if (word.startsWith('--start=')) start = word.slice('--start='.length);
    else if (word === '--start') {
      i += 1;
      const next = words[i];
      if (next === undefined) throw new Complaint(`After --start comes a shape. ${USE}`);
      start = next;
    } else if (word.startsWith('--')) throw new Complaint(`"${word}" is no option of "tree". ${USE}`);
    else rest.push(word);
  }
  if (start === null) return { rest, start: 'empty' };
  // A file if there is one of that name; else one of the named shapes, whose reader says what is wrong with it.
  return { rest, start: existsSync(callersPath(start)) ? shapeFromJson(readJson(start)) : start };
}
