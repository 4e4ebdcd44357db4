import { expect, test } from 'vitest';
import { xenStopRule } from '../../../src/engine/migration/stop-rules/xen.ts';
import type { RoundView } from '../../../src/engine/migration/strategy.ts';
import { stopRuleOf, strategyOf } from '../../../src/engine/migration/strategy-registry.ts';

/** A round that gives no reason to stop; each case changes what it is about. */
const busy: RoundView = {
  round: 2,
  sent: 900,
  skipped: 100,
  previousSent: 1000,
  totalSent: 60_000,
  memoryPages: 65_536,
  listed: 1000,
  left: 1000,
  pageBytes: 4096,
  atTopRate: true,
};

test.each<[string, Partial<RoundView>, object | null]>([
  ['a busy round', {}, null],
  ['49 pages sent', { sent: 49, skipped: 0 }, { rule: 'few-pages', operands: { moved: 49, limit: 50 } }],
  ['50 pages sent', { sent: 50, skipped: 0 }, null],
  [
    '20 sent, 29 skipped',
    { sent: 20, skipped: 29 },
    { rule: 'few-pages', operands: { moved: 49, limit: 50 } },
  ],
  ['20 sent, 30 skipped', { sent: 20, skipped: 30 }, null],
  ['round 28', { round: 28 }, null],
  ['round 29', { round: 29 }, { rule: 'max-rounds', operands: { round: 29, limit: 29 } }],
  ['3 × the memory sent', { totalSent: 3 * 65_536 }, null],
  [
    'one page more',
    { totalSent: 3 * 65_536 + 1 },
    { rule: 'three-times-memory', operands: { sent: 196_609, limit: 196_608 } },
  ],
  ['as many as the round before', { sent: 1000 }, null],
  [
    'more than the round before',
    { sent: 1001 },
    { rule: 'growing-round', operands: { sent: 1001, previous: 1000 } },
  ],
  ['more than the round before, but not yet at the top rate', { sent: 1001, atTopRate: false }, null],
  ['round 1, which follows none', { round: 1, sent: 65_536, previousSent: 0 }, null],
  // the clauses in the order of the source: the first that holds is the reason
  [
    'few pages in round 29',
    { sent: 0, skipped: 0, round: 29 },
    { rule: 'few-pages', operands: { moved: 0, limit: 50 } },
  ],
])('%s', (_, change, reason) => {
  expect(xenStopRule.check({ ...busy, ...change })).toEqual(reason);
});

test('the threshold it tells is the one it keeps', () => {
  expect(xenStopRule.stopBelowPages).toBe(50);
});

test('unknown kinds are named together with the known ones', () => {
  expect(() => strategyOf('teleport')).toThrow(
    'There is no migration strategy "teleport"; use one of stop-and-copy, pre-copy, working-set-pre-copy, adaptive-pre-copy, compressed-pre-copy, post-copy, hybrid.',
  );
  expect(() => stopRuleOf('never')).toThrow('There is no stop rule "never"; use one of xen, qemu, vmotion.');
});
