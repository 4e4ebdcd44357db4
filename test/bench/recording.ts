/**
 * What the possibility of recording steps costs when nobody asks for them: every tree against the same source with the
 * recording taken out of the text. Both are copies loaded apart from everything else, a pair for each kind, so that the
 * compiler sees the same of both. Alone: `npx tsx test/bench/recording.ts [kind…]`.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { hashState } from '../../src/base/clone.ts';
import { treeKinds } from '../../src/engine/trees/registry.ts';
import type * as Shapes from '../../src/engine/trees/shapes.ts';
import type { Tree } from '../../src/engine/trees/tree.ts';
import { referenceStream } from '../engine/trees/streams.ts';
import { formatTable, median, millions, secondsOf, type Table } from './measure.ts';

const KEYS = 4096;
/** Keys inserted in a seeded order: a shape that every kind can start in. */
const START = `random:${KEYS}`;
const ACCESSES = 200_000;
const ROUNDS = 21;
const BASELINE = 'a core without recording';

export async function benchRecordingOff(
  kinds: readonly string[] = treeKinds.map(({ kind }) => kind),
  rounds = ROUNDS,
): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const keys = referenceStream(KEYS, 1, ACCESSES, 1);
  const tables: Table[] = [];
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const kind of kinds) {
      const plain = await loadCopy(join(folder, `${kind}-plain`), (text) => text);
      const bare = await loadCopy(join(folder, `${kind}-bare`), withoutRecording);
      const trees = {
        [BASELINE]: bare.createTreeFrom(kind, START),
        'recording off': plain.createTreeFrom(kind, START),
      };
      const [bareRun, plainRun] = Object.values(trees).map((tree) => runner(tree, keys));
      if (bareRun === undefined || plainRun === undefined) throw new Error('There are two of each.');
      const taken = inPairs(bareRun, plainRun, rounds);
      const [a, b] = Object.values(trees).map((tree) => hashState(tree));
      if (a !== b) throw new Error(`Without recording ${kind} became another tree.`);
      tables.push({
        title: `Accesses of ${kind}`,
        baseline: BASELINE,
        rows: [
          { what: BASELINE, figure: millions(ACCESSES / taken.first), ratio: 1 },
          { what: 'recording off', figure: millions(ACCESSES / taken.second), ratio: taken.ratio },
        ],
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return tables;
}

/** The median of each, and of first ÷ second in the same round; who goes first changes from round to round. */
function inPairs(
  first: () => void,
  second: () => void,
  rounds: number,
): { first: number; second: number; ratio: number } {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let round = -4; round < rounds; round++) {
    let [a, b] = [0, 0];
    if (round % 2 === 0) {
      a = secondsOf(first);
      b = secondsOf(second);
    } else {
      b = secondsOf(second);
      a = secondsOf(first);
    }
    if (round < 0) continue; // to warm up
    firsts.push(a);
    seconds.push(b);
  }
  const ratio = median(firsts.map((a, i) => a / (seconds[i] ?? Number.NaN)));
  return { first: median(firsts), second: median(seconds), ratio };
}

/** A loop of its own, compiled for one tree. */
function runner(tree: Tree, keys: Int32Array): () => void {
  const make = new Function(
    'tree',
    'keys',
    'return () => { for (let i = 0; i < keys.length; i++) tree.access(keys[i]); };',
  ) as (tree: Tree, keys: Int32Array) => () => void;
  return make(tree, keys);
}

async function loadCopy(
  folder: string,
  change: (text: string, file: string) => string,
): Promise<typeof Shapes> {
  const source = join(import.meta.dirname, '../../src');
  cpSync(join(source, 'base'), join(folder, 'base'), { recursive: true });
  cpSync(join(source, 'engine/trees'), join(folder, 'engine/trees'), { recursive: true });
  const trees = join(folder, 'engine/trees');
  for (const file of readdirSync(trees)) {
    const path = join(trees, file);
    writeFileSync(path, change(readFileSync(path, 'utf8'), file));
  }
  return (await import(pathToFileURL(join(trees, 'shapes.ts')).href)) as typeof Shapes;
}

/** @throws Error where the source has recording that this does not know how to take out */
function withoutRecording(text: string, file: string): string {
  if (file === 'recorder.ts' || file === 'step-tag.ts') return text;
  let bare = text.replace(/if \(steps !== undefined( \|\| .*?)?\) return /g, (_, or: string | undefined) =>
    or === undefined ? 'if (false) return ' : `if (${or.slice(4)}) return `,
  );
  bare = bare.replace(/steps === undefined && /g, '');
  bare = bare.replace(/if \(steps === undefined\) (.*;)\n\s*else .*;/g, '$1');
  for (const opening of [/\bsteps\?\.push\(/, /\bif \(steps !== undefined\) \{/])
    bare = cutAll(bare, opening);
  bare = bare.replace(/if \(steps !== undefined\) [^{\n]*;\n/g, '');
  const left = /steps\?\.|steps\.push|steps (!==|===)/.exec(bare);
  if (left !== null) {
    throw new Error(`In ${file} recording is left at "${bare.slice(left.index, left.index + 60)}".`);
  }
  return bare;
}

/** Takes out everything from each opening bracket to the one that closes it. */
function cutAll(text: string, opening: RegExp): string {
  let rest = text;
  for (let match = opening.exec(rest); match !== null; match = opening.exec(rest)) {
    let end = match.index + match[0].length;
    for (let open = 1; open > 0; end++) {
      const sign = rest[end];
      if (sign === undefined) throw new Error('A bracket is not closed.');
      if ('([{'.includes(sign)) open++;
      if (')]}'.includes(sign)) open--;
    }
    rest = rest.slice(0, match.index) + rest.slice(rest[end] === ';' ? end + 1 : end);
  }
  return rest;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const kinds = argv.slice(2);
  for (const table of await benchRecordingOff(kinds.length > 0 ? kinds : undefined)) {
    stdout.write(`${formatTable(table)}\n\n`);
  }
}
