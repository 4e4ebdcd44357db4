import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/engine/lab/job.ts';
import {
  type AccessLedger,
  accessLedger,
  frequenciesOf,
  type LedgerWeights,
} from '../../../src/engine/lab/ledger.ts';
import { ledgerRun } from '../../../src/engine/lab/ledger-run.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, SEED, starts } from '../trees/arbitrary.ts';
import { labVariants } from './variants.ts';

/** Φ from its definition, subtree by subtree. */
function naivePhi(tree: Tree, weightOf: (node: number) => number): number {
  const weightBelow = (node: number): number =>
    node === 0 ? 0 : weightOf(node) + weightBelow(tree.leftAt(node)) + weightBelow(tree.rightAt(node));
  let phi = 0;
  tree.visit((node) => {
    const weight = weightBelow(node);
    if (weight > 0) phi += Math.log2(weight);
  });
  return phi;
}

const weighing = (kind: { counts: boolean }): LedgerWeights[] =>
  kind.counts ? ['equal', 'stream', 'counts'] : ['equal', 'stream'];

describe.each(labVariants)('ledger of $title', ({ entry, parameters }) => {
  const { kind } = entry;
  test('agrees with a naive count and a naive potential, before and after every operation', () => {
    fc.assert(
      fc.property(starts, commands, fc.constantFrom(...weighing(entry)), (start, list, weights) => {
        const tree = createTreeFrom(kind, start, parameters);
        const frequencies = frequenciesOf(list);
        const weightOf = (node: number): number =>
          weights === 'equal'
            ? 1
            : weights === 'counts'
              ? tree.selfAt(node)
              : (frequencies.get(tree.keyAt(node)) ?? 1);
        for (const command of list) {
          const phiBefore = naivePhi(tree, weightOf);
          const depth = tree.depthOf(command.key);
          const ledger = accessLedger(tree, command, weights, frequencies);
          expect(naivePhi(tree, weightOf)).toBe(phiBefore); // left as it was
          const totals = tree.totals;
          runCommand(tree, command);
          expect(ledger.phiBefore).toBeCloseTo(phiBefore, 6);
          expect(ledger.phiAfter).toBeCloseTo(naivePhi(tree, weightOf), 6);
          expect(ledger.phiBefore + ledger.deltaPhi + ledger.structural).toBeCloseTo(ledger.phiAfter, 6);
          expect(ledger.amortised).toBe(ledger.cost + ledger.deltaPhi);
          expect(ledger.nodesVisited).toBe(tree.totals.nodesVisited - totals.nodesVisited);
          expect(ledger.rotations).toBe(tree.totals.rotations - totals.rotations);
          if (command.operation !== 'delete') {
            const isLinked = depth < 0 && command.operation !== 'find';
            const levels = isLinked ? ledger.nodesVisited : Math.max(0, ledger.nodesVisited - 1);
            expect(ledger.cost).toBe(levels);
          }
        }
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  test(entry.accessLemma ? 'no operation costs more than its bound' : 'no bound is claimed', () => {
    fc.assert(
      fc.property(starts, commands, fc.constantFrom(...weighing(entry)), (start, list, weights) => {
        const tree = createTreeFrom(kind, start, parameters);
        const frequencies = frequenciesOf(list);
        for (const command of list) {
          const ledger = accessLedger(tree, command, weights, frequencies);
          if (!entry.accessLemma) expect(ledger.bound).toBeNull();
          else expect(ledger.amortised).toBeLessThanOrEqual((ledger.bound as number) + 1e-9);
          runCommand(tree, command);
        }
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('the run’s sums are those of its operations, and stay below the theorem’s curve', () => {
    fc.assert(
      fc.property(starts, commands, fc.constantFrom(...weighing(entry)), (start, list, weights) => {
        const tree = createTreeFrom(kind, start, parameters);
        const frequencies = frequenciesOf(list);
        const run = finish(ledgerRun(tree, list, list.length, weights, 512, frequencies));
        expect(run.proved).toBe(entry.accessLemma);
        expect(run.rows).toBe(list.length + 1);
        let cost = 0;
        let amortised = 0;
        let structural = 0;
        for (let i = 0; i <= list.length; i++) {
          const [operations, sumCost, sumAmortised, bound, phi] = run.columns.subarray(
            5 * i,
            5 * i + 5,
          ) as unknown as [number, number, number, number, number];
          expect(operations).toBe(i);
          expect(sumCost).toBe(cost);
          expect(sumAmortised).toBeCloseTo(amortised, 6);
          // telescoping: what rotations and links changed is what Φ has changed
          const phi0 = run.columns[4] as number;
          expect(sumAmortised - sumCost + structural).toBeCloseTo(phi - phi0, 6);
          if (entry.accessLemma) expect(sumCost).toBeLessThanOrEqual(bound + 1e-6);
          else expect(bound).toBeNaN();
          const command = list[i];
          if (command === undefined) continue;
          const ledger = accessLedger(tree, command, weights, frequencies);
          cost += ledger.cost;
          amortised += ledger.amortised;
          structural += ledger.structural;
          runCommand(tree, command);
        }
      }),
      { ...SEED, numRuns: 30 },
    );
  });
});

describe('by hand', () => {
  const ledgerOf = (
    shape: string,
    operation: 'access' | 'delete',
    key: number,
    kind = 'splay',
  ): AccessLedger => accessLedger(createTreeFrom(kind, shape), { operation, key }, 'equal');

  test('a zig-zig in a chain of three', () => {
    // ranks log₂ 1, 2, 3 before and 1, 2, 3 after, the other way round
    const ledger = ledgerOf('((1 2 -) 3 -)', 'access', 1);
    expect(ledger).toMatchObject({ nodesVisited: 3, cost: 2, rotations: 2, structural: 0 });
    expect(ledger.phiBefore).toBeCloseTo(Math.log2(6), 12);
    expect(ledger.deltaPhi).toBeCloseTo(0, 12);
    expect(ledger.rankRoot).toBeCloseTo(Math.log2(3), 12);
    expect(ledger.rankX).toBe(0);
    expect(ledger.bound).toBeCloseTo(3 * Math.log2(3) + 1, 12);
  });

  test('a zig-zag', () => {
    const ledger = ledgerOf('((- 1 2) 3 -)', 'access', 2);
    expect(ledger.cost).toBe(2);
    expect(ledger.deltaPhi).toBeCloseTo(Math.log2(3) - Math.log2(6), 12);
  });

  test('a new leaf: linking it is listed apart', () => {
    const ledger = ledgerOf('2', 'access', 1);
    expect(ledger).toMatchObject({
      nodesVisited: 1,
      cost: 1,
      rotations: 1,
      phiBefore: 0,
      rankX: 0,
      rankRoot: 1,
    });
    expect(ledger.structural).toBe(1); // the root's subtree has doubled
    expect(ledger.deltaPhi).toBe(0);
    expect(ledger.bound).toBe(4);
  });

  test('a deletion pays for two splays', () => {
    // 4 is at the root already; its left subtree is then splayed at 3
    const ledger = ledgerOf('((1 2 3) 4 5)', 'delete', 4);
    expect(ledger).toMatchObject({ cost: 1, rotations: 1 });
    expect(ledger.bound).toBeCloseTo(1 + 3 * Math.log2(3) + 1, 12);
  });

  test('levels count where semi-splaying leaves a lone edge alone', () => {
    expect(ledgerOf('(1 2 3)', 'access', 3, 'semi-splay')).toMatchObject({
      cost: 1,
      rotations: 0,
      deltaPhi: 0,
    });
    const deletion = ledgerOf('((1 2 3) 4 5)', 'delete', 4, 'semi-splay');
    expect(deletion).toMatchObject({ cost: 1, rotations: 0 });
    expect(deletion.bound).toBeCloseTo(1 + 3 * Math.log2(3) + 1, 12);
    // 2 has no left child: nothing rises a second time
    expect(ledgerOf('((- 2 3) 4 5)', 'delete', 2, 'semi-splay')).toMatchObject({ cost: 1, rotations: 0 });
  });

  test('the root and the empty tree', () => {
    expect(ledgerOf('(1 2 3)', 'access', 2)).toMatchObject({ cost: 0, rotations: 0, amortised: 0, bound: 1 });
    expect(ledgerOf('-', 'delete', 2)).toMatchObject({ cost: 0, bound: 0, phiBefore: 0, phiAfter: 0 });
    expect(ledgerOf('-', 'access', 2)).toMatchObject({ cost: 0, bound: 1, rankX: 0, structural: 0 });
  });

  test('the theorem of n accesses in order (sequential access is linear)', () => {
    const tree = createTreeFrom('splay', 'chain:500');
    const keys = Array.from({ length: 500 }, (_, key) => ({ operation: 'access' as const, key }));
    const run = finish(ledgerRun(tree, keys, 500, 'equal', 11));
    expect(run.rows).toBe(11);
    expect([...run.columns].filter((_, i) => i % 5 === 0)).toEqual([
      0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500,
    ]);
    const cost = run.columns[51] as number;
    expect(cost).toBeLessThan(4.5 * 500);
  });
});

test('slices never change a run, and it says how far it is', () => {
  const tree = createTreeFrom('splay', 'balanced:1000');
  const list = Array.from({ length: 3000 }, (_, i) => ({
    operation: 'access' as const,
    key: (i * 7919) % 1000,
  }));
  const job = ledgerRun(tree, list, list.length, 'equal');
  const progress: number[] = [];
  for (let next = job.next(); next.done !== true; next = job.next()) progress.push(next.value.done);
  expect(progress.length).toBeGreaterThan(5);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  const once = finish(ledgerRun(tree, list, list.length, 'equal'));
  expect(once.rows).toBe(512);
  expect(once.columns[5 * 511]).toBe(3000);
  expect(finish(ledgerRun(tree, list, list.length, 'equal'))).toEqual(once);
});

test('weights that cannot be are refused in a sentence', () => {
  const tree = createTreeFrom('splay', 'balanced:7');
  expect(() => accessLedger(tree, { operation: 'find', key: 1 }, 'counts')).toThrow(
    'This tree keeps no access counts to weigh its nodes by; choose equal or stream weights.',
  );
  expect(() => accessLedger(tree, { operation: 'find', key: 1 }, 'stream')).toThrow(
    'Stream weights need the stream’s frequencies; give a map from keys to accesses.',
  );
});

test('20 000 nodes are a matter of milliseconds', () => {
  const tree = createTreeFrom('splay', 'random:20000');
  const steps = record(tree.clone(), { operation: 'access', key: 777 });
  expect(steps.length).toBeGreaterThan(10);
  const ledger = accessLedger(tree, { operation: 'access', key: 777 }, 'equal');
  expect(ledger.cost).toBe(tree.depthOf(777));
});
