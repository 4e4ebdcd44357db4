/** Migrations to begin with: each can be run and is worth its sentence. */
import { describe, expect, test } from 'vitest';
import { comparedStrategy, comparison } from '../../../src/engine/experiments/comparison.ts';
import { defaultMove, type MoveLab, readyMoves } from '../../../src/engine/experiments/moves.ts';
import { strategies } from '../../../src/engine/migration/strategy-registry.ts';
import { linkPresets } from '../../../src/engine/simulation/link-presets.ts';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import { library } from '../recorded.ts';

const run = ({ spec, against }: MoveLab): { a: SoloResult; b: SoloResult } => ({
  a: migrateSolo(spec, library),
  b: migrateSolo({ ...spec, strategy: against ?? spec.strategy }, library),
});
const ready = (kind: string): MoveLab => {
  const move = readyMoves.find((candidate) => candidate.kind === kind);
  if (move === undefined) throw new Error(`There is no ready move "${kind}".`);
  return move.lab;
};

test('every one of them can be run on both sides, and says in a sentence why', () => {
  for (const { kind, description, lab } of readyMoves) {
    const problems = [lab.spec.strategy, lab.against ?? lab.spec.strategy].map((strategy) =>
      soloProblem({ ...lab.spec, strategy }),
    );
    expect([kind, problems]).toEqual([kind, [null, null]]);
    expect(description).toMatch(/^[A-Z].*\.$/);
  }
  expect(new Set(readyMoves.map(({ kind }) => kind)).size).toBe(readyMoves.length);
});

test('the first one: post-copy pauses shortly and sends less, and its guest waits for pages', () => {
  const { a, b } = run(defaultMove);
  expect(a.bytesSent).toBeGreaterThan(b.bytesSent);
  expect(a.downtimeMs).toBeGreaterThan(20 * b.downtimeMs);
  expect(b.postCopy?.stalledMs).toBeGreaterThan(100);
});

describe('what the sentences promise', () => {
  test('auto-converge saves what never converges', () => {
    const { a, b } = run(ready('never-converges'));
    expect([a.outcome, b.outcome]).toEqual(['not-converged', 'completed']);
  });

  test('differences make it converge', () => {
    const { a, b } = run(ready('differences'));
    expect([a.outcome, b.outcome]).toEqual(['not-converged', 'completed']);
    expect(b.xbzrle?.hits).toBeGreaterThan(10_000);
  });

  test('the oracle knows better, and little is left to gain', () => {
    const { a, b } = run(ready('working-set'));
    expect(b.heldPagesWritten).toBeGreaterThan(a.heldPagesWritten);
    expect(Math.abs(b.bytesSent / a.bytesSent - 1)).toBeLessThan(0.01);
  });

  test('held until the stop: fewer bytes, more than twice the pause', () => {
    const { a, b } = run(ready('hold-until-stop'));
    expect(b.bytesSent).toBeLessThan(a.bytesSent);
    expect(b.downtimeMs).toBeGreaterThan(2 * a.downtimeMs);
  });

  test('a hot set that moves leaves the guess behind', () => {
    const { a, b } = run(ready('phases'));
    const { a: still } = run(ready('working-set'));
    expect(b.heldPagesWritten).toBeGreaterThan(a.heldPagesWritten);
    expect(a.heldPagesWritten / a.heldPages).toBeLessThan(still.heldPagesWritten / still.heldPages);
  });

  test('a link that drops: the guest waits at the destination only', () => {
    const { a, b } = run(ready('link-drops'));
    expect(a.downtimeMs).toBeLessThan(100);
    expect(b.postCopy?.stalledMs).toBeGreaterThan(800);
  });

  test('a destination that dies costs one VM', () => {
    const { a, b } = run(ready('destination-dies'));
    expect([a.outcome, b.outcome]).toEqual(['aborted', 'vm-lost']);
  });

  test('over a WAN the faults outweigh the pause', () => {
    const { a, b } = run(ready('wan'));
    expect([a.outcome, b.outcome]).toEqual(['completed', 'completed']);
    expect(b.postCopy?.stalledMs).toBeGreaterThan(a.downtimeMs);
  });

  test('the adaptive rate takes five times as long', () => {
    const { a, b } = run(ready('adaptive-rate'));
    expect(a.totalTimeMs / b.totalTimeMs).toBeGreaterThan(4.5);
  });

  test('compressed: half the bytes, half the time', () => {
    const { a, b } = run(ready('compression'));
    expect(b.bytesSent / a.bytesSent).toBeLessThan(0.55);
    expect(b.totalTimeMs / a.totalTimeMs).toBeLessThan(0.55);
  });

  test('what the guest gives back is never sent', () => {
    const { b } = run(ready('ballooning'));
    expect(b.postCopy?.balloonedPages).toBeGreaterThan(30_000);
  });

  test('four GiB converge in some rounds', () => {
    const { a } = run(ready('four-gib'));
    expect(a.rounds.length).toBe(5);
  });
});

test('the comparison has each strategy, and takes the downtime limit from whom it is compared for', () => {
  const kinds = new Set(comparison.map(({ strategy }) => strategy.kind));
  for (const { kind } of strategies) expect(kinds).toContain(kind);
  expect(new Set(comparison.map(({ label }) => label)).size).toBe(comparison.length);
  const base = { ...defaultSolo.strategy, autoConverge: true, stopRule: { kind: 'xen', downtimeLimitMs: 7 } };
  for (const row of comparison) {
    const strategy = comparedStrategy(base, row);
    expect(strategy.stopRule.downtimeLimitMs).toBe(7);
    expect(strategy.autoConverge).toBe(row.label.includes('auto-converge'));
    expect(soloProblem({ ...defaultSolo, strategy })).toBeNull();
  }
});

test('every link preset can be used', () => {
  for (const { kind, link, source } of linkPresets) {
    expect([kind, soloProblem({ ...defaultSolo, link })]).toEqual([kind, null]);
    expect(source).not.toBe('');
  }
});
