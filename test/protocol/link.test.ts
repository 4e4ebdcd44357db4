import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { encodeLink, type Place } from '../../src/protocol/link.ts';
import type { Run } from '../../src/protocol/model.ts';
import { decodeLink } from '../../src/protocol/read-link.ts';
import { sampleRun } from '../store/sample-run.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

/** Runs that differ from the default in any mixture of places. */
const runs: fc.Arbitrary<Run> = fc
  .record({
    seed: fc.integer(),
    rateMbps: number,
    lruAsPrinted: fc.boolean(),
    failover: fc.constantFrom('paper-script', 'stock-migrating', 'stock-rebooting'),
    names: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 9 }),
    strategy: fc.string({ unit: 'grapheme' }),
    commands: fc.array(fc.record({ atMs: fc.nat(600_000), node: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 4,
    }),
  })
  .map(({ seed, rateMbps, lruAsPrinted, failover, names, strategy, commands }) => ({
    scenario: {
      ...sampleRun.scenario,
      seed,
      failover: failover as Run['scenario']['failover'],
      migration: { ...sampleRun.scenario.migration, rateMbps, strategy },
      prediction: { ...sampleRun.scenario.prediction, lruAsPrinted },
      guests: names.flatMap((name, i) => {
        const like = sampleRun.scenario.guests[i % sampleRun.scenario.guests.length];
        return like ? [{ ...like, name }] : [];
      }),
    },
    commands: commands
      .toSorted((a, b) => a.atMs - b.atMs)
      .map(({ atMs, node }) => ({ atMs, command: { kind: 'stop-node' as const, node } })),
  }));

const moments = fc.option(fc.nat(600_000_000), { nil: null });

describe('a link', () => {
  test.prop([runs, moments], { seed: 1, numRuns: 300 })('brings back what it was made of', (run, atUs) => {
    const place: Place = { workspace: 'failover', run, atUs };
    expect(decodeLink(encodeLink(place, sampleRun), sampleRun)).toEqual(JSON.parse(JSON.stringify(place)));
  });

  test.prop(
    [
      runs,
      fc.array(fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 3 })), {
        minLength: 1,
        maxLength: 5,
      }),
    ],
    {
      seed: 2,
      numRuns: 500,
    },
  )('that was changed on the way never throws', (run, changes) => {
    let hash = encodeLink({ workspace: 'failover', run, atUs: 20_100_000 }, sampleRun);
    for (const [at, text] of changes) {
      const place = at % hash.length;
      hash = hash.slice(0, place) + text + hash.slice(place + (at % 3));
    }
    const read = decodeLink(hash, sampleRun);
    if ('problem' in read) expect(read.problem).toMatch(/^The link cannot be read: .+\.$/su);
    else expect(read.run.scenario.version).toBe(1);
  });

  it('is short for the default', () => {
    expect(encodeLink({ workspace: 'failover', run: sampleRun, atUs: null }, sampleRun)).toBe('#/failover');
    expect(encodeLink({ workspace: 'failover', run: sampleRun, atUs: 20_100_500 }, sampleRun)).toBe(
      '#/failover?t=20100.5',
    );
  });

  it('for the demo fits on a slide', () => {
    const demo: Run = { ...sampleRun, commands: [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }] };
    expect(encodeLink({ workspace: 'failover', run: demo, atUs: null }, sampleRun).length).toBeLessThan(110);
  });

  it.each([
    ['#/nowhere', '"nowhere"'],
    ['#/failover?v=9&run=e30', 'version 9'],
    ['#/failover?v=1&run=%%%', 'cut off'],
    ['#/failover?t=soon', '"soon"'],
  ])('%s says what is wrong', (hash, part) => {
    const read = decodeLink(hash, sampleRun);
    expect('problem' in read ? read.problem : '').toContain(part);
  });
});
