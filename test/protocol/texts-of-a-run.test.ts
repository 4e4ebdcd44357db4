/** Every code the engine emits has its words, and what the chains of causes add up is what was measured. */
import { describe, expect, test } from 'vitest';
import { recordedTraces } from '../../src/cli/files.ts';
import { defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import { type Cause, explain } from '../../src/engine/simulation/explain.ts';
import type { FailoverMode } from '../../src/engine/simulation/scenario.ts';
import { emptySeries } from '../../src/engine/simulation/series.ts';
import { applyCommand, createSimulation, runUntil } from '../../src/engine/simulation/simulation.ts';
import { causeText, eventText, phaseName } from '../../src/protocol/texts.ts';

const STOP_US = 1_000_000;

function run(failover: FailoverMode, seconds: number, predictor = 'lazy-counting') {
  const prediction = { ...defaultScenario.prediction, predictor };
  const sim = createSimulation({ ...defaultScenario, failover, prediction }, recordedTraces());
  const series = emptySeries();
  runUntil(sim, STOP_US, series);
  applyCommand(sim, series, { kind: 'stop-node', node: 1 });
  runUntil(sim, seconds * 1_000_000, series);
  return { sim, series };
}

const added = (chain: readonly Cause[]) => chain.reduce((sum, cause) => sum + (cause.addsMs ?? 0), 0);

describe.each([
  ['paper-script', 12, 'lazy-counting'],
  ['paper-script', 12, 'none'],
  ['stock-migrating', 10, 'lru'],
  ['stock-rebooting', 70, 'none'],
] as const)('%s with predictor %s', (mode, seconds, predictor) => {
  const { sim, series } = run(mode, seconds, predictor);

  test('tells every event and phase in words', () => {
    expect(sim.log.length).toBeGreaterThan(5);
    for (const event of sim.log) expect(eventText(event)).toMatch(/^\S.*[.:]|\.$/);
    for (const phase of sim.phases) expect(phaseName(phase.name)).not.toBe('');
  });

  test('tells every cause in words', () => {
    const pings = Array.from({ length: series.pings.rows }, (_, index) => ({ kind: 'ping', index }) as const);
    const chains = [
      ...pings.filter((_, i) => i % 37 === 0 || Number.isNaN(series.pings.at(i, 1))),
      ...sim.phases.map((_, index) => ({ kind: 'phase', index }) as const),
      ...sim.migrations.flatMap(({ id, rounds }) => [
        { kind: 'stop', migration: id } as const,
        ...rounds.map(({ round }) => ({ kind: 'round', migration: id, round }) as const),
      ]),
      { kind: 'rotation', index: 0 } as const,
      { kind: 'now' } as const,
    ].map((target) => explain(sim, series, target));
    for (const cause of chains.flat()) {
      const { title, detail } = causeText(cause);
      expect(`${title}. ${detail}`).not.toMatch(/[{}]|NaN|undefined/);
    }
  });
});

test('a ping’s delays add up to its round trip, a pause’s parts to the downtime', () => {
  const { sim, series } = run('paper-script', 12);
  for (let index = 0; index < series.pings.rows; index += 23) {
    const rtt = series.pings.at(index, 1);
    if (Number.isNaN(rtt)) continue;
    expect(added(explain(sim, series, { kind: 'ping', index }))).toBeCloseTo(rtt, 9);
  }
  for (const { id, suspendUs, endUs } of sim.migrations) {
    const downtimeMs = ((endUs ?? 0) - (suspendUs ?? 0)) / 1000;
    expect(added(explain(sim, series, { kind: 'stop', migration: id }))).toBeCloseTo(downtimeMs, 9);
  }
});

test('the script’s lie in a chain is the one about its own VM', () => {
  const { sim, series } = run('paper-script', 12);
  expect(sim.migrations.map(({ vm }) => vm)).toEqual([0, 1]);
  for (const { id, vm } of sim.migrations) {
    const script = explain(sim, series, { kind: 'stop', migration: id }).find(
      ({ code }) => code === 'script',
    );
    expect(script?.slots.vm).toBe(`x${vm}`);
  }
});
