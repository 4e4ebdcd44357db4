import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { rises, standstills } from '../../../src/layout/migration/lane-rises.ts';
import { roundBars } from '../../../src/layout/migration/lane-rounds.ts';
import { trackOf } from '../../../src/layout/migration/lane-track.ts';
import { smallMove } from './lane-tracks.ts';

const qemu = { stopRule: { kind: 'qemu', downtimeLimitMs: 30 } };
const MOVES = {
  xen: smallMove({}),
  qemu: smallMove({ strategy: qemu }),
  'post-copy': smallMove({ strategy: { kind: 'post-copy' } }),
  hybrid: smallMove({ strategy: { kind: 'hybrid' } }),
  'stop-and-copy': smallMove({ strategy: { kind: 'stop-and-copy' } }),
  held: smallMove({ strategy: { kind: 'working-set-pre-copy' } }),
  'held until the stop': smallMove({ strategy: { kind: 'working-set-pre-copy', hold: 'until-stop' } }),
  'never done': smallMove({ strategy: qemu, writesPerSecond: 20_000 }),
  'destination dies': smallMove({ faults: { destinationDiesAtMs: 500 } }),
};
const names = Object.keys(MOVES) as (keyof typeof MOVES)[];
const at = (name: keyof typeof MOVES, ms: number) => roundBars(MOVES[name], trackOf(MOVES[name]), ms);

describe('rounds as bars', () => {
  test.prop([fc.constantFrom(...names), fc.double({ min: 0, max: 1.2, noNaN: true })], {
    seed: 1,
    numRuns: 300,
  })('are made of what was on their list, whenever one looks', (name, share) => {
    const side = MOVES[name];
    for (const bar of at(name, share * side.endMs)) {
      const parts = bar.sent + bar.skipped + bar.held + bar.toGo;
      expect(bar.sent).toBeGreaterThanOrEqual(bar.demanded);
      expect(Math.abs(parts - bar.list)).toBeLessThanOrEqual(bar.over ? 1 : 0.03 * side.pages);
      expect(bar.endMs).toBeGreaterThanOrEqual(bar.startMs);
      expect(bar.endMs).toBeLessThanOrEqual(share * side.endMs + 1e-3);
    }
  });

  test.prop([fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true })], { seed: 2 })(
    'tell nothing of what comes: only the last one may still change',
    (name, share) => {
      const untilMs = share * MOVES[name].endMs;
      const now = at(name, untilMs);
      const later = at(name, untilMs + 50);
      expect(now.slice(0, -1).every((bar) => bar.over)).toBe(true);
      now.forEach((bar, i) => {
        if (bar.over) expect(later[i]).toEqual(bar);
        else expect(later[i]?.sent).toBeGreaterThanOrEqual(bar.sent);
      });
    },
  );

  it.each(names)('agree at the end with the result: %s', (name) => {
    const { result, endMs } = MOVES[name];
    const bars = at(name, endMs);
    expect(bars.map(({ sent, bytes }) => [sent, bytes])).toEqual(
      result.rounds.map(({ pagesSent, bytesSent }) => [pagesSent, bytesSent]),
    );
    expect(bars.every((bar) => bar.over)).toBe(true);
  });

  it("make what one round dirtied the next one's list", () => {
    const bars = at('xen', Number.POSITIVE_INFINITY).filter(({ kind }) => kind === 'live');
    expect(bars.length).toBeGreaterThan(2);
    bars.slice(1).forEach((bar, i) => {
      expect(bar.list).toBe(bars[i]?.dirtied);
      expect(bar.sent + bar.skipped).toBe(bar.list);
    });
  });

  it('tell apart what goes with the guest running, paused and ahead of its pages', () => {
    const kinds = (name: keyof typeof MOVES) => at(name, MOVES[name].endMs).map(({ kind }) => kind);
    expect(kinds('xen').at(-1)).toBe('last');
    expect(kinds('stop-and-copy')).toEqual(['last']);
    expect(kinds('post-copy')).toEqual(['fetch']);
    expect(kinds('hybrid').at(-1)).toBe('fetch');
    expect(kinds('destination dies')).toEqual(['live']);
    expect(at('post-copy', 1e6)[0]?.demanded).toBe(MOVES['post-copy'].result.postCopy?.requests);
  });

  it('keep held pages apart until they are let go', () => {
    const held = (name: keyof typeof MOVES) =>
      at(name, 1e6)
        .filter(({ kind }) => kind === 'live')
        .map((bar) => bar.held);
    expect(held('held')[0]).toBe(128);
    expect(held('held').at(-1)).toBe(0);
    expect(new Set(held('held until the stop'))).toEqual(new Set([128]));
  });
});

describe('where nothing is won', () => {
  it('is told with the rounds it lasted, as far as they were shown', () => {
    const side = MOVES['never done'];
    const of = (ms: number) => standstills(roundBars(side, trackOf(side), ms));
    const [last] = of(side.endMs).slice(-1);
    expect(last?.toRound).toBeGreaterThan((last?.fromRound ?? 0) + 2);
    expect(last?.dirtied).toBeGreaterThan((last?.sent ?? 0) * 0.96);
    for (const still of of(2000)) expect(still.toMs).toBeLessThanOrEqual(2000);
    expect(standstills(at('xen', 1e6))).toEqual([]);
  });

  it('is a rise where an outage lets the guest write on: sent and dirtied tell by how much', () => {
    const side = smallMove({
      strategy: qemu,
      writesPerSecond: 3000,
      outages: [{ fromMs: 900, toMs: 1500 }],
    });
    const found = rises(trackOf(side), side.pages, side.endMs);
    const rise = found.find(({ fromMs, toMs }) => fromMs <= 950 && toMs >= 1400);
    expect(rise?.down).toBeGreaterThan(0.9);
    expect((rise?.dirtied ?? 0) - (rise?.sent ?? 0)).toBe((rise?.to ?? 0) - (rise?.from ?? 0));
    expect(rises(trackOf(side), side.pages, 850)).toEqual([]);
  });
});
