import { describe, expect, it } from 'vitest';
import { finish, type Job } from '../../../src/engine/lab/job.ts';
import { type Lab, openLab } from '../../../src/engine/lab/lab.ts';
import type { AccessLedger } from '../../../src/protocol/trees/model.ts';
import { LEDGER, LEDGER_WIDTH, type LedgerRunReply } from '../../../src/protocol/trees/requests.ts';
import { ImportedTraces } from '../../../src/worker/imported-traces.ts';
import type { TreesContext } from '../../../src/worker/trees/handler.ts';
import { ledger, ledgerRun } from '../../../src/worker/trees/ledger.ts';

function labOf(kind: string): { lab: Lab; context: TreesContext } {
  const lab = finish(
    openLab(
      {
        seed: 5,
        tree: { kind, parameters: {} },
        start: 'random:63',
        stream: { kind: 'zipf', parameters: {}, length: 300, keys: 63, list: [] },
        typed: [
          { operation: 'delete', key: 30, before: 10 },
          { operation: 'insert', key: 100, before: 20 },
        ],
      },
      null,
    ),
  );
  const kept = new Map<string, unknown>();
  const context: TreesContext = {
    imported: new ImportedTraces(),
    lab: () => lab,
    now: () => 0,
    keep: (key, value) => kept.set(key, value),
    kept: (key) => kept.get(key),
  };
  return { lab, context };
}

function entryAt(
  context: TreesContext,
  operation: number,
  weights: 'equal' | 'stream' | 'counts',
): AccessLedger {
  return ledger(context, { labKey: 'lab', operation, weights }) as AccessLedger;
}

function runOf(context: TreesContext, weights: 'equal' | 'stream' | 'counts'): LedgerRunReply {
  return finish(ledgerRun(context, { labKey: 'lab', weights, samples: 303 }) as Job<number, LedgerRunReply>);
}

describe('the ledger in the worker', () => {
  it.each(['splay', 'semi-splay', 'lazy-counting'])('sums the operations of %s up', (kind) => {
    const { lab, context } = labOf(kind);
    for (const weights of ['equal', 'stream'] as const) {
      const { columns, rows, proved } = runOf(context, weights);
      expect(proved).toBe(kind !== 'lazy-counting');
      expect(rows).toBe(lab.operations.count + 1);
      let cost = 0;
      let amortised = 0;
      for (let operation = 0; operation < lab.operations.count; operation += 1) {
        const entry = entryAt(context, operation, weights);
        cost += entry.cost;
        amortised += entry.amortised;
        const row = (operation + 1) * LEDGER_WIDTH;
        expect(columns[row + LEDGER.cost]).toBe(cost);
        expect(columns[row + LEDGER.amortised]).toBeCloseTo(amortised, 6);
        if (!proved) continue;
        expect(entry.amortised).toBeLessThanOrEqual((entry.bound ?? 0) + 1e-9);
        expect(cost).toBeLessThanOrEqual((columns[row + LEDGER.bound] ?? 0) + 1e-6);
      }
    }
  });

  it('reads the tree before the operation, wherever the picture stands', () => {
    const { lab, context } = labOf('splay');
    const fresh = entryAt(context, 40, 'equal');
    lab.run.seek(40, 3);
    expect(entryAt(context, 40, 'equal')).toEqual(fresh);
    lab.run.seek(200, -1);
    expect(entryAt(context, 40, 'equal')).toEqual(fresh);
  });

  it('tells how far it is', () => {
    const { context } = labOf('splay');
    const progress = [
      ...(ledgerRun(context, { labKey: 'lab', weights: 'equal', samples: 10 }) as Job<number, unknown>),
    ];
    expect(progress[0]).toBe(0);
    expect(Math.max(...progress)).toBeLessThanOrEqual(1);
  });

  it('refuses weights the tree cannot give, with a sentence', () => {
    const { context } = labOf('splay');
    expect(() => entryAt(context, 0, 'counts')).toThrow('This tree keeps no access counts');
  });
});
