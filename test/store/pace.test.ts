import { describe, expect, it } from 'vitest';
import type { History, PhaseName, Run } from '../../src/protocol/model.ts';
import { paceAt, paceOf } from '../../src/store/pace.ts';
import { ALONE, CALM } from '../dom/history-fields.ts';
import { sampleRun } from './sample-run.ts';
import { phasesUntil } from './toy-engine.ts';

const stopped: Run = { ...sampleRun, commands: [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }] };

function history(extra: [number, PhaseName, number][] = []): History {
  const vm = {
    os: '',
    role: '',
    memoryPages: 1,
    node: 0,
    state: 'running' as const,
    responseMs: null,
    ...ALONE,
  };
  const belief = { state: 'started' as const, node: 0 };
  const phases = [
    ...phasesUntil(stopped, 60_000_000),
    ...extra.map(([of, name, startMs]) => ({ vm: of, name, startUs: startMs * 1000, endUs: null })),
  ];
  return {
    revision: 1,
    phases,
    migrations: [],
    events: [],
    vms: [0, 1].map((id) => ({ ...vm, id, name: `x${id}`, belief })),
    nodes: [],
    ...CALM,
  };
}

describe('auto-pace', () => {
  it('runs in real time while it waits, and hurries to a scripted stop', () => {
    expect(paceAt(null, sampleRun, 5_000_000)).toBe(1);
    expect(paceAt(history(), stopped, 5_000_000)).toBe(4);
  });

  it('fills about 20 s of wall time with a move of 3 s', () => {
    let wallMs = 0;
    for (let atUs = 18_000_000; atUs < 22_220_000; atUs += 1000)
      wallMs += 1 / paceAt(history(), stopped, atUs);
    expect(wallMs / 1000).toBeGreaterThan(15);
    expect(wallMs / 1000).toBeLessThan(25);
  });

  it('stretches the last copy most', () => {
    const phases: PhaseName[] = ['steady', 'reserve', 'round-1', 'round-2', 'round-9', 'activate', 'recover'];
    for (const phase of phases) expect(paceOf('stop-and-copy')).toBeLessThan(paceOf(phase));
  });

  it('does not make minutes of a pause that lasts', () => {
    expect(paceOf('stop-and-copy', { sinceUs: 100_000 })).toBe(1 / 60);
    let wallMs = 0;
    for (let sinceUs = 0; sinceUs < 2_300_000; sinceUs += 1000)
      wallMs += 1 / paceOf('stop-and-copy', { sinceUs });
    expect(wallMs / 1000).toBeLessThan(20);
    expect(paceOf('boot', { sinceUs: 5_000_000 })).toBe(4);
  });

  it('slows a recovery down for the memory of the VM that follows', () => {
    const follows = history([[1, 'round-1', 23_000]]);
    expect(paceAt(history(), stopped, 24_000_000)).toBe(3);
    expect(paceAt(follows, stopped, 24_000_000)).toBe(1);
  });
});
