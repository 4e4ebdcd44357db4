/**
 * Accesses per second of the trees against published ones: find-or-insert of an integer key with a counter updated,
 * so that every contestant "counts an access". One seeded Zipf 1.0 stream per size, ranks scattered over the keys by a
 * seeded permutation; all keys inserted first, in one shuffled order for everybody. Runs are interleaved, so that a
 * noisy neighbour disturbs all alike, and the median run counts. Alone: `npx tsx test/bench/trees.ts [size…]`.
 */
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { RBTree } from 'bintrees';
import createFunctionalTree from 'functional-red-black-tree';
import { OrderedMap } from 'js-sdsl';
import BTreeModule from 'sorted-btree';
import SplayPackage from 'splaytree';
import { RandomStream } from '../../src/base/random.ts';
import { createTree } from '../../src/engine/trees/registry.ts';

export interface TreeBenchRow {
  readonly contestant: string;
  readonly keys: number;
  readonly accessesPerSecond: number;
  /** Against the package `splaytree` in the same run. */
  readonly ratioToSplaytree: number;
}

/** A CommonJS package: its class is the default of its default. */
const BTree = ((BTreeModule as unknown as { default?: typeof BTreeModule }).default ??
  BTreeModule) as typeof BTreeModule;

const SIZES = [1_000, 65_536, 1_048_576];
const STREAM = 500_000;
const BASELINE = 'splaytree';

/** Accesses every key of the stream once. */
type Run = (stream: Int32Array) => void;

interface Counter {
  readonly key: number;
  count: number;
}

const compareNumbers = (a: number, b: number): number => a - b;

/** Each with a loop of its own: a shared one would be compiled for trees of several classes. */
const contestants: Readonly<Record<string, () => Run>> = {
  'lazy-counting': () => {
    const tree = createTree('lazy-counting');
    return (stream) => {
      for (const key of stream) tree.access(key);
    };
  },
  splay: () => {
    const tree = createTree('splay');
    return (stream) => {
      for (const key of stream) tree.access(key);
    };
  },
  splaytree: () => {
    const tree = new SplayPackage<number, number>((a, b) => a - b);
    return (stream) => {
      for (const key of stream) {
        const node = tree.find(key);
        if (node === null) tree.insert(key, 1);
        else node.data = (node.data ?? 0) + 1;
      }
    };
  },
  'bintrees RBTree': () => {
    const tree = new RBTree<Counter>((a, b) => a.key - b.key);
    const wanted = { key: 0, count: 0 };
    return (stream) => {
      for (const key of stream) {
        wanted.key = key;
        const found = tree.find(wanted);
        if (found === null) tree.insert({ key, count: 1 });
        else found.count += 1;
      }
    };
  },
  'js-sdsl OrderedMap': () => {
    // The value is a counter object: one search an access instead of a get and a set.
    const tree = new OrderedMap<number, Counter>([], compareNumbers);
    return (stream) => {
      for (const key of stream) {
        const found = tree.getElementByKey(key);
        if (found === undefined) tree.setElement(key, { key, count: 1 });
        else found.count += 1;
      }
    };
  },
  'sorted-btree': () => {
    const tree = new BTree<number, Counter>(undefined, compareNumbers);
    return (stream) => {
      for (const key of stream) {
        const found = tree.get(key);
        if (found === undefined) tree.set(key, { key, count: 1 });
        else found.count += 1;
      }
    };
  },
  'functional-red-black-tree': () => {
    let tree = createFunctionalTree<number, Counter>(compareNumbers);
    return (stream) => {
      for (const key of stream) {
        const found = tree.get(key);
        if (found === null || found === undefined) tree = tree.insert(key, { key, count: 1 });
        else found.count += 1;
      }
    };
  },
};

/** `length` draws of ranks with probability ∝ 1/rank, each rank standing for the key at its place in `keys`. */
function zipfStream(keys: Int32Array, length: number, random: RandomStream): Int32Array {
  const cumulative = new Float64Array(keys.length);
  let sum = 0;
  for (let i = 0; i < keys.length; i++) cumulative[i] = sum += 1 / (i + 1);
  return Int32Array.from({ length }, () => {
    const wanted = random.uniform() * sum;
    let lo = 0;
    let hi = keys.length - 1;
    while (lo < hi) {
      const middle = (lo + hi) >> 1;
      if ((cumulative[middle] as number) > wanted) hi = middle;
      else lo = middle + 1;
    }
    return keys[lo] as number;
  });
}

function shuffledKeys(n: number, random: RandomStream): Int32Array {
  const keys = Int32Array.from({ length: n }, (_, i) => i);
  random.shuffle(keys);
  return keys;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export async function benchTrees(sizes: readonly number[] = SIZES, rounds = 9): Promise<TreeBenchRow[]> {
  const rows: TreeBenchRow[] = [];
  for (const n of sizes) {
    const stream = zipfStream(
      shuffledKeys(n, new RandomStream(1, 'ranks')),
      STREAM,
      new RandomStream(1, 'stream'),
    );
    const inserts = shuffledKeys(n, new RandomStream(1, 'inserts'));
    const runs = Object.entries(contestants).map(([name, create]) => {
      const run = create();
      run(inserts);
      run(stream); // warms up the compiler and lets the adjusting trees adjust
      return { name, run, seconds: [] as number[] };
    });
    for (let round = 0; round < rounds; round++) {
      for (const { run, seconds } of runs) {
        const start = performance.now();
        run(stream);
        seconds.push((performance.now() - start) / 1000);
        await null;
      }
    }
    const baseline = median(runs.find(({ name }) => name === BASELINE)?.seconds ?? []);
    for (const { name, seconds } of runs) {
      rows.push({
        contestant: name,
        keys: n,
        accessesPerSecond: Math.round(STREAM / median(seconds)),
        ratioToSplaytree: baseline / median(seconds),
      });
    }
  }
  return rows;
}

/** One line a contestant, one pair of columns a size. */
export function formatTreeRows(rows: readonly TreeBenchRow[]): string {
  const sizes = [...new Set(rows.map((row) => row.keys))];
  const lines = [
    `${'M accesses/s (× splaytree)'.padEnd(28)}${sizes.map((n) => `${n} keys`.padStart(18)).join('')}`,
  ];
  for (const name of Object.keys(contestants)) {
    const cells = sizes.map((n) => {
      const row = rows.find((candidate) => candidate.contestant === name && candidate.keys === n);
      if (row === undefined) return '';
      return `${(row.accessesPerSecond / 1e6).toFixed(2)} (${row.ratioToSplaytree.toFixed(2)}×)`;
    });
    lines.push(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(18)).join('')}`);
  }
  return lines.join('\n');
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const sizes = argv.slice(2).map(Number);
  const rows = await benchTrees(sizes.length > 0 ? sizes : SIZES);
  process.stdout.write(`${formatTreeRows(rows)}\n`);
}
