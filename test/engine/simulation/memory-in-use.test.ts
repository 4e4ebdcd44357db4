/** increase_mem and decrease_mem: state, response time, refusals. */
import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../../src/engine/simulation/default-scenario.ts';
import { historyOf } from '../../../src/engine/simulation/observation.ts';
import type { Command, Run, Scenario } from '../../../src/engine/simulation/scenario.ts';
import { createSimulation, hashSimulation, snapshot } from '../../../src/engine/simulation/simulation.ts';
import { advance, Timeline } from '../../../src/engine/timeline/timeline.ts';
import { eventText } from '../../../src/protocol/texts.ts';
import { library } from '../recorded.ts';
import { play } from './runs.ts';

const up: Command = { kind: 'increase-mem', vm: 'x2' };
const down: Command = { kind: 'decrease-mem', vm: 'x2' };
const each = (commands: readonly Command[], everyMs = 100) =>
  commands.map((command, i) => ({ atMs: (i + 1) * everyMs, command }));
const run = (commands: Run['commands'], scenario: Partial<Scenario> = {}): Run => ({
  scenario: { ...defaultScenario, ...scenario },
  commands,
});
const x2 = (played: { sim: Parameters<typeof historyOf>[0] }) => historyOf(played.sim).vms[2];
const refusals = (played: { sim: Parameters<typeof historyOf>[0] }) =>
  played.sim.log.filter(({ code }) => code === 'command-refused').map(({ slots }) => slots.text);

describe('a call', () => {
  test('adds 10 MB, and the response time follows T(M) = t₀ + h + k·M²', () => {
    const played = play(run(each([up, up, up, up])), 1_000_000);
    expect(x2(played)).toMatchObject({ memoryInUseMB: 50 });
    expect(x2(played)?.responseMs).toBeCloseTo(0.0187 + 0.0211 + 3.58e-5 * 2500, 12);
    expect(played.sim.log.map((event) => eventText(event)).at(-1)).toBe(
      'increase_mem: the web server of x2 takes 10 MB more, 50 MB in all; a request now takes 0.129 ms.',
    );
  });

  test('gives back what it took', () => {
    const played = play(run(each([up, up, down, down])), 1_000_000);
    expect(x2(played)).toMatchObject({ memoryInUseMB: 10 });
  });

  test('leaves the CPU of the host as it is', () => {
    const { series } = play(run(each([up, up, up])), 2_000_000);
    for (let row = 0; row < series.cpu.rows; row += 1) {
      if (series.cpu.at(row, 1) === 1) expect(series.cpu.at(row, 2)).toBe(44);
    }
  });

  test('is lost with a reboot: the web server starts with what it had at the beginning', () => {
    const played = play(
      run([
        { atMs: 100, command: up },
        { atMs: 200, command: { kind: 'stop-node', node: 2, mode: 'stock-rebooting' } },
      ]),
      70_000_000,
    );
    expect(x2(played)).toMatchObject({ state: 'running', memoryInUseMB: 10 });
  });
});

describe('refused with a sentence, and nothing changes', () => {
  test('nothing to give back', () => {
    const played = play(run(each([down, down])), 1_000_000);
    expect(x2(played)).toMatchObject({ memoryInUseMB: 0 });
    expect(refusals(played)).toEqual([
      'x2 has only 0 MB in use for requests; there are no 10 MB to give back.',
    ]);
  });

  test('more than the guest has', () => {
    const played = play(run(each(Array.from({ length: 30 }, () => up))), 4_000_000);
    expect(x2(played)).toMatchObject({ memoryInUseMB: 260 });
    expect(new Set(refusals(played))).toEqual(
      new Set(['x2 has 260 MB in use of its 268 MB; no 10 MB more fit.']),
    );
  });

  test('a guest that serves nobody, or does not run', () => {
    const idle = play(run(each([{ kind: 'increase-mem', vm: 'x0' }])), 1_000_000);
    expect(refusals(idle)).toEqual([
      'x0 answers no requests; give it some requests per second in the parameters first.',
    ]);
    const gone = play(run(each([{ kind: 'crash-vm', vm: 'x2' }, up])), 1_000_000);
    expect(refusals(gone)).toEqual(['x2 does not run now: nobody answers the request; wait until it does.']);
  });
});

test('pings, pages and beats of a run are the same with and without calls', () => {
  const without = play(run([]), 3_000_000);
  const withCalls = play(run(each([up, up, down])), 3_000_000);
  for (const name of ['pings', 'progress', 'cpu', 'batches', 'pages', 'beats'] as const) {
    expect(withCalls.series[name].rows).toBe(without.series[name].rows);
    const rows = withCalls.series[name].rows;
    expect(withCalls.series[name].slice(0, rows)).toEqual(without.series[name].slice(0, rows));
  }
});

test('a moment looked at is the moment run to', () => {
  const script = run(each([up, up, down]));
  const sim = createSimulation(structuredClone(script.scenario), library);
  advance(sim, script.commands, 250_000, null);
  const timeline = new Timeline(structuredClone(script), library);
  timeline.seek(900_000);
  const view = timeline.seek(250_000);
  expect(view === null ? '' : hashSimulation(view)).toBe(hashSimulation(snapshot(sim)));
});
