/** What a node makes of another, transition by transition. */
import { describe, expect, test } from 'vitest';
import {
  deadlineOf,
  newPeer,
  onBeat,
  onGoodbye,
  onSilence,
  type Peer,
  timingProblem,
} from '../../../src/engine/cluster/membership.ts';

const timing = { warntimeUs: 5e6, deadtimeUs: 10e6, initdeadUs: 30e6 };
const up = (heardUs = 0, start = 1): Peer => ({ status: 'up', heardUs, start });

describe('a node it expects', () => {
  test('joins with its first beat', () => {
    const peer = newPeer(0);
    expect(onBeat(peer, 1, 29e6, timing)).toEqual({ kind: 'joined' });
    expect(peer).toEqual(up(29e6));
  });

  test('is dead after initdead, not a moment before', () => {
    const peer = newPeer(2e6);
    expect(deadlineOf(peer, timing)).toBe(32e6);
    expect(onSilence(peer, 32e6 - 1, timing)).toBeNull();
    expect(peer.status).toBe('expected');
    expect(onSilence(peer, 32e6, timing)).toEqual({ kind: 'dead', silentUs: 30e6 });
    expect(peer.status).toBe('dead');
  });

  test('can say goodbye before it was ever heard', () => {
    const peer = newPeer(0);
    onGoodbye(peer);
    expect(peer.status).toBe('left');
  });
});

describe('a node that is up', () => {
  test('stays so with each beat in time', () => {
    const peer = up();
    expect(onBeat(peer, 1, 5e6, timing)).toBeNull();
    expect(peer.heardUs).toBe(5e6);
  });

  test('is late when the next beat comes after warntime, and still up', () => {
    const peer = up(1e6);
    expect(onBeat(peer, 1, 7e6, timing)).toEqual({ kind: 'late', gapUs: 6e6 });
    expect(peer.status).toBe('up');
  });

  test('is dead after deadtime, not a moment before', () => {
    const peer = up(1e6);
    expect(onSilence(peer, 11e6 - 1, timing)).toBeNull();
    expect(onSilence(peer, 11e6, timing)).toEqual({ kind: 'dead', silentUs: 10e6 });
  });

  test('has restarted if it beats with another start', () => {
    const peer = up(0, 1);
    expect(onBeat(peer, 2, 1e6, timing)).toEqual({ kind: 'restarted' });
    expect(peer).toEqual(up(1e6, 2));
  });

  test('that leaves is not waited for, and its last beats on the way tell nothing', () => {
    const peer = up();
    onGoodbye(peer);
    expect(peer.status).toBe('left');
    expect(deadlineOf(peer, timing)).toBe(Number.POSITIVE_INFINITY);
    expect(onSilence(peer, 1e12, timing)).toBeNull();
    expect(onBeat(peer, 1, 1e6, timing)).toBeNull();
    expect(peer.status).toBe('left');
  });
});

describe('a node held for dead', () => {
  const dead = (): Peer => ({ status: 'dead', heardUs: 0, start: 1 });

  test('that beats on was cut off: it returns', () => {
    const peer = dead();
    expect(onBeat(peer, 1, 50e6, timing)).toEqual({ kind: 'returned' });
    expect(peer).toEqual(up(50e6));
  });

  test('that was started anew has restarted', () => {
    const peer = dead();
    expect(onBeat(peer, 2, 50e6, timing)).toEqual({ kind: 'restarted' });
    expect(peer).toEqual(up(50e6, 2));
  });

  test('is not declared dead twice', () => {
    expect(onSilence(dead(), 1e12, timing)).toBeNull();
  });
});

test('a node that left joins with a new start', () => {
  const peer: Peer = { status: 'left', heardUs: 0, start: 1 };
  expect(onBeat(peer, 2, 1e6, timing)).toEqual({ kind: 'joined' });
  expect(peer).toEqual(up(1e6, 2));
});

test.each([
  [{ deadtimeMs: 2000 }, 'one lost beat would look like a death; use more than 2000.'],
  [{ warntimeMs: 40_000 }, 'nobody would be warned; use 30000 or less.'],
  [{ initdeadMs: 20_000 }, 'slow starters would be declared dead; use 30000 or more.'],
])('%j is a configuration error', (part, end) => {
  const sound = { keepaliveMs: 1000, warntimeMs: 15_000, deadtimeMs: 30_000, initdeadMs: 60_000 };
  expect(timingProblem(sound)).toBeNull();
  expect(timingProblem({ ...sound, ...part })).toMatch(
    new RegExp(`^heartbeat\\..*${end.replace('.', '\\.')}$`),
  );
});
