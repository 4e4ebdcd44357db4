import { describe, expect, it } from 'vitest';
import { parseRun } from '../../src/protocol/scenario-schema.ts';
import { sampleRun } from '../store/sample-run.ts';

function problemOf(json: unknown): string {
  const parsed = parseRun(json, sampleRun);
  return 'problem' in parsed ? parsed.problem : 'no problem';
}

describe('a run file', () => {
  it('needs nothing but its version', () => {
    expect(parseRun({ version: 1 }, sampleRun)).toEqual({ run: sampleRun });
  });

  it('is laid over the defaults field by field', () => {
    const parsed = parseRun(
      { version: 1, migration: { rateMbps: 300 }, guests: [{}, { memoryMiB: 512 }] },
      sampleRun,
    );
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(parsed.run.scenario.migration).toEqual({ ...sampleRun.scenario.migration, rateMbps: 300 });
    expect(parsed.run.scenario.guests.map((guest) => [guest.name, guest.memoryMiB])).toEqual([
      ['x0', 256],
      ['x1', 512],
    ]);
  });

  it('has its commands in order of time', () => {
    const commands = [
      { kind: 'stop-node', node: 2, atMs: 9000 },
      { kind: 'stop-node', node: 1, atMs: 4000 },
    ];
    const parsed = parseRun({ version: 1, commands }, sampleRun);
    expect('run' in parsed && parsed.run.commands).toEqual([
      { atMs: 4000, command: { kind: 'stop-node', node: 1 } },
      { atMs: 9000, command: { kind: 'stop-node', node: 2 } },
    ]);
  });

  it('may hold its commands as a run does, their time outside', () => {
    const commands = [
      { kind: 'stop-node', node: 2, atMs: 9000 },
      { atMs: 4000, command: { kind: 'stop-node', node: 1 } },
    ];
    const parsed = parseRun({ version: 1, commands }, sampleRun);
    expect('run' in parsed && parsed.run.commands).toEqual([
      { atMs: 4000, command: { kind: 'stop-node', node: 1 } },
      { atMs: 9000, command: { kind: 'stop-node', node: 2 } },
    ]);
    expect(problemOf({ version: 1, commands: [{ atMs: 4000, command: { kind: 'stop-node' } }] })).toBe(
      '"commands.0.node" is missing; a number is needed.',
    );
    expect(problemOf({ version: 1, commands: [{ atMs: 4000, command: 'stop' }] })).toBe(
      '"commands.0.kind" is missing; allowed: "stop-node", "crash-node", "freeze-node", "thaw-node", "power-node" and 16 more.',
    );
  });

  it.each([
    [[], 'A run is a JSON object such as {"version": 1}; this is something else.'],
    [{}, 'A run names its "version"; this one does not, and 1 is the only one there is so far.'],
    [{ version: 7 }, '"version" is 7, but this program reads version 1 only.'],
    [
      { version: 1, migration: { rate: 3 } },
      '"migration.rate" is not a known field; allowed here: strategy, rateMbps, batchPages, suspendMs, resumeMs, tailShare, tailMs, dom0CoresPerGbps, parallelMigrations.',
    ],
    [
      { version: 1, guests: [{ memoryMiB: 'much' }] },
      '"guests.0.memoryMiB" is the text "much"; a number is needed.',
    ],
    [
      { version: 1, failover: 'magic' },
      '"failover" is the text "magic"; allowed: "paper-script", "stock-migrating", "stock-rebooting".',
    ],
    [
      { version: 1, guests: [{ workload: { rate: 1 } }] },
      '"guests.0.workload.rate" is not a known field; allowed here: kind, referencesPerSecond, processes, hotSetPages, writeShare, exponent, hotShare, hotFraction, phaseReferences, growSteps.',
    ],
    [
      { version: 1, commands: [{ kind: 'stop-node', node: 1 }] },
      '"commands.0.atMs" is missing; a number is needed.',
    ],
    [
      { version: 1, commands: [{ kind: 'explode', node: 1, atMs: 3 }] },
      '"commands.0.kind" is the text "explode"; allowed: "stop-node", "crash-node", "freeze-node", "thaw-node", "power-node" and 16 more.',
    ],
    [{ version: 1, network: 5 }, '"network" is 5; an object with fields is needed.'],
  ])('%j is refused with one sentence', (json, sentence) => {
    expect(problemOf(json)).toBe(sentence);
  });
});
