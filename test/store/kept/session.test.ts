import { beforeEach, expect, test } from 'vitest';
import { ago } from '../../../src/store/kept/ago.ts';
import { type SessionEnvironment, startSession } from '../../../src/store/kept/session.ts';
import type { AppState } from '../../../src/store/types.ts';
import { stop } from './browser.ts';

const HOUR_MS = 3_600_000;

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
});

/** A visit of the page: its address and clock turned by hand. */
function visit(firstHash: string, part: Partial<SessionEnvironment> = {}) {
  const page = {
    hash: firstHash,
    nowMs: 10 * HOUR_MS,
    offer: null as AppState['notice'],
    gone: [] as string[],
    /** the seconds pass */
    tick: async () => {},
    leave: () => {},
  };
  startSession(
    {
      storage: () => ({
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => stored.set(key, value),
      }),
      now: () => page.nowMs,
      hash: () => page.hash,
      take: async () => stop,
      go: (hash) => page.gone.push(hash),
      every: (_, run) => {
        page.tick = async () => {
          run();
          for (let i = 0; i < 5; i++) await Promise.resolve();
        };
      },
      onLeave: (run) => {
        page.leave = run;
      },
      offer: (notice) => {
        page.offer = notice;
        return () => {
          page.offer = null;
        };
      },
      ...part,
    },
    firstHash,
  );
  return page;
}

async function leaveAt(hash: string): Promise<void> {
  const page = visit('');
  page.hash = hash;
  await page.tick();
  page.leave();
}

test('who comes back without a link is offered where they were, by name and time, once', async () => {
  await leaveAt('#/failover?v=1&run=abc&t=20000');
  const page = visit('');
  expect(page.offer?.text).toBe('You were at “stop of node 1 at 18.0 s”, just now.');
  page.offer?.action?.run();
  expect(page.gone).toEqual(['#/failover?v=1&run=abc&t=20000']);
  expect(page.offer).toBeNull();
});

test('a link is never overridden', async () => {
  await leaveAt('#/failover?v=1&run=abc&t=20000');
  for (const hash of ['#/trees', '#/failover', '#/failover?t=5', '#/nonsense'])
    expect(visit(hash).offer).toBeNull();
});

test('the page as it opens for everybody is no place to go back to', async () => {
  for (const hash of ['', '#/failover', '#/failover?t=12345.5']) await leaveAt(hash);
  expect(visit('').offer).toBeNull();
  await leaveAt('#/trees?v=1&lab=abc');
  await leaveAt('#/failover?t=3000');
  expect(visit('').offer).not.toBeNull();
});

test('the moment at which the page was left is written, and the name is asked for once a run', async () => {
  let asked = 0;
  const take = async () => {
    asked += 1;
    return stop;
  };
  const page = visit('', { take });
  for (const ms of [1000, 2000, 3000]) {
    page.hash = `#/failover?v=1&run=abc&t=${ms}`;
    await page.tick();
  }
  page.hash = '#/failover?v=1&run=abc&t=3500.25';
  page.leave();
  expect(asked).toBe(1);
  const next = visit('');
  next.offer?.action?.run();
  expect(next.gone).toEqual(['#/failover?v=1&run=abc&t=3500.25']);
});

test('where nothing has a name the workspace has one', () => {
  const page = visit('');
  page.hash = '#/evidence';
  page.leave();
  expect(visit('').offer?.text).toMatch(/^You were in the Evidence workspace, just now/);
});

test('a browser that keeps nothing, or something else, offers nothing and complains of nothing', async () => {
  const storage = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const page = visit('', { storage });
  page.hash = '#/trees';
  await page.tick();
  page.leave();
  expect(page.offer).toBeNull();
  for (const text of [
    '{',
    '{"version":2,"link":"#/trees"}',
    '{"version":1,"link":"https://elsewhere"}',
    '7',
  ]) {
    stored.set('migrascope-session', text);
    expect(visit('').offer).toBeNull();
  }
});

test.each([
  [-5, 'just now'],
  [59_000, 'just now'],
  [60_000, '1 minute ago'],
  [2 * HOUR_MS, '2 hours ago'],
  [47 * HOUR_MS, 'yesterday'],
  [72 * HOUR_MS, '3 days ago'],
  [24 * 61 * HOUR_MS, '2 months ago'],
])('%i ms ago is %s', (ms, words) => {
  expect(ago(1e9, 1e9 + ms)).toBe(words);
});
