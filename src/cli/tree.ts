/** `tree KIND OPS [--start S] [--set NAME=VALUE]…`: operations on one tree; OPS "-" is standard input. */
import { existsSync } from 'node:fs';
import { runOperations } from '../engine/trees/run-operations.ts';
import { Complaint } from './complaint.ts';
import { callersPath, readText } from './files.ts';

const USE =
  'Use: tree KIND OPS [--start empty|chain:n|balanced:n|random:n|SHAPE|FILE] [--set NAME=VALUE]…, for example: tree splay "5 3 9; find 3".';

export function tree(words: readonly string[]): string {
  const { rest, options } = takeOptions(words);
  const [kind, ops, ...more] = rest;
  if (kind === undefined || ops === undefined || more.length > 0) throw new Complaint(USE);
  const text = ops === '-' ? readText('-') : ops;
  const start = options.start.at(-1) ?? 'empty';
  const settings = Object.fromEntries(options.set.map(readSetting));
  return `${JSON.stringify(runOperations(kind, text, readStart(start), settings))}\n`;
}

/** What may follow "--", and what its value is called. */
const OPTIONS = { start: 'a shape', set: 'a setting as NAME=VALUE' } as const;

function takeOptions(words: readonly string[]): {
  rest: string[];
  options: Record<keyof typeof OPTIONS, string[]>;
} {
  const rest: string[] = [];
  const options: Record<keyof typeof OPTIONS, string[]> = { start: [], set: [] };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const [, name, attached] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === 'start' || name === 'set') {
      if (attached === undefined) i += 1;
      const value = attached ?? words[i];
      if (value === undefined) throw new Complaint(`After --${name} comes ${OPTIONS[name]}. ${USE}`);
      options[name].push(value);
    } else if (word.startsWith('--')) throw new Complaint(`"${word}" is no option of "tree". ${USE}`);
    else rest.push(word);
  }
  return { rest, options };
}

/** A file if there is one of that name; else the shape itself, whose reader says what is wrong with it. */
function readStart(start: string): string {
  return existsSync(callersPath(start)) ? readText(start) : start;
}

/** Which names and values there are, the engine says. */
function readSetting(text: string): [name: string, value: number] {
  const [, name, digits] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const value = Number(digits);
  if (name === undefined || Number.isNaN(value)) {
    throw new Complaint(`"${text}" sets nothing; write NAME=VALUE with a number, as in --set epsilon=1.`);
  }
  return [name, value];
}
