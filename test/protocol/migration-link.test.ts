import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultMove, type MoveLab } from '../../src/engine/experiments/moves.ts';
import type { SoloSpec, SoloStrategy } from '../../src/engine/simulation/solo-spec.ts';
import { workspaceOf } from '../../src/protocol/link.ts';
import { encodeObject } from '../../src/protocol/link-text.ts';
import { decodeMoveLink, encodeMoveLink, type MovePlace } from '../../src/protocol/migration/link.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rate = fc.integer({ min: 1000, max: 1_000_000_000 });
const micros = fc.integer({ min: 0, max: 999_999_999 }).map((us) => us / 1000);

const strategies: fc.Arbitrary<SoloStrategy> = fc
  .record(
    {
      kind: fc.constantFrom('pre-copy', 'post-copy', 'hybrid', 'working-set-pre-copy', 'größer'),
      maxBandwidthBytesPerSecond: fc.option(rate),
      windowMs: fc.double({ min: 0.1, max: 1000, noNaN: true }),
      stopRule: fc.record({
        kind: fc.constantFrom('xen', 'qemu', 'vmotion'),
        downtimeLimitMs: fc.integer({ min: 1, max: 60_000 }),
      }),
      predictor: fc.constantFrom('none', 'lru', 'lazy-counting'),
      hold: fc.constantFrom('round-1' as const, 'until-stop' as const),
      autoConverge: fc.boolean(),
      xbzrleCacheMiB: fc.option(fc.integer({ min: 1, max: 1024 })),
      prePaging: fc.constantFrom('bubble' as const, 'forward' as const),
      lrfuLambda: share,
    },
    { requiredKeys: [] },
  )
  .map((part) => ({ ...defaultMove.spec.strategy, ...part }));

const outages = fc.array(
  fc.tuple(micros, micros).map(([fromMs, forMs]) => ({ fromMs, toMs: fromMs + forMs + 1 })),
  { maxLength: 4 },
);

const specs: fc.Arbitrary<SoloSpec> = fc
  .record({
    seed: fc.nat(),
    memoryMiB: fc.integer({ min: 1, max: 4096 }),
    nonZeroMiB: fc.option(fc.integer({ min: 1, max: 100 })),
    contents: fc.record({ zeroShare: share, similarShare: share }),
    writesPerSecond: rate,
    pattern: fc.constantFrom('uniform' as const, 'zipf' as const, 'trace' as const),
    file: fc.option(fc.constantFrom('gzip', 'größer als je')),
    lossRate: share,
    outages,
    dies: fc.option(micros),
    strategy: strategies,
  })
  .map(({ memoryMiB, nonZeroMiB, contents, writesPerSecond, pattern, file, dies, ...rest }) => {
    const { spec } = defaultMove;
    return {
      ...spec,
      seed: rest.seed,
      vm: {
        ...spec.vm,
        memoryMiB,
        nonZeroMiB,
        contents,
        workload: { ...spec.vm.workload, writesPerSecond, pattern, file },
      },
      link: { ...spec.link, lossRate: rest.lossRate, outages: rest.outages },
      faults: { ...spec.faults, destinationDiesAtMs: dies },
      strategy: rest.strategy,
    };
  });

const labs: fc.Arbitrary<MoveLab> = fc.record({ spec: specs, against: fc.option(strategies) });

const places: fc.Arbitrary<MovePlace> = fc.record({
  lab: fc.oneof(labs, fc.constant(defaultMove)),
  atMs: fc.option(micros.filter((ms) => ms > 0)),
  view: fc.constantFrom('run' as const, 'all' as const, 'workload' as const),
});

const through = (place: MovePlace) => decodeMoveLink(encodeMoveLink(place, defaultMove), defaultMove);

describe('links of the Migration workspace', () => {
  test('what goes in comes out', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(through(place)).toEqual(place);
      }),
      { seed: 9, numRuns: 400 },
    );
  });

  test('a link is the app’s own and leads to this workspace, whatever is in it', () => {
    fc.assert(
      fc.property(places, (place) => {
        const hash = encodeMoveLink(place, defaultMove);
        expect(hash).toMatch(/^#\/migration(\?[\w=&.-]+)?$/);
        expect(workspaceOf(hash)).toBe('migration');
      }),
      { seed: 10, numRuns: 100 },
    );
  });

  test('the default is the bare address', () => {
    expect(encodeMoveLink({ lab: defaultMove, atMs: 0, view: 'run' }, defaultMove)).toBe('#/migration');
    expect(decodeMoveLink('#/migration', defaultMove)).toEqual({
      lab: defaultMove,
      atMs: null,
      view: 'run',
    });
  });

  test('side B alone can differ, be like A, or be left out', () => {
    const { spec } = defaultMove;
    for (const against of [null, spec.strategy, { ...spec.strategy, kind: 'hybrid' }]) {
      const place: MovePlace = { lab: { spec, against }, atMs: null, view: 'run' };
      expect(through(place)).toEqual(place);
    }
  });

  test('a moment is kept to the microsecond', () => {
    const hash = encodeMoveLink({ lab: defaultMove, atMs: 1234.5678, view: 'run' }, defaultMove);
    expect(hash).toBe('#/migration?t=1234.568');
  });
});

describe('a link that cannot be followed is told in one sentence', () => {
  const with_ = (part: unknown) => `#/migration?v=1&move=${encodeObject(part as Record<string, unknown>)}`;
  test.each([
    ['an unknown name', '#/migration?colour=red', /"colour"/],
    ['a later version', '#/migration?v=99&move=e30', /./],
    ['a migration cut off', '#/migration?v=1&move=eyJzZWV', /cut off or changed/],
    ['a moment that is none', '#/migration?t=-5', /"-5"/],
    ['a view there is not', '#/migration?view=upside-down', /"upside-down"/],
    ['a field nobody knows', with_({ wheels: 4 }), /wheels/],
    ['a number that is none', with_({ seed: 'seven' }), /seed/],
    ['a pattern there is not', with_({ vm: { workload: { pattern: 'spiral' } } }), /pattern/],
    ['a side B that is none', with_({ against: 7 }), /./],
    ['a field of side B nobody knows', with_({ against: { wheels: 4 } }), /wheels/],
  ])('%s', (_, hash, sentence) => {
    const place = decodeMoveLink(hash, defaultMove);
    expect(place).toEqual({ problem: expect.stringMatching(sentence) });
    expect('problem' in place && place.problem).toMatch(/^[A-Z][^\n]*\.$/);
  });

  test('whatever the address holds, reading it never throws', () => {
    const junk = fc.oneof(fc.string(), fc.webQueryParameters(), fc.base64String());
    fc.assert(
      fc.property(junk, fc.constantFrom('', 'v=1&move=', 't=', 'view='), (text, name) => {
        const place = decodeMoveLink(`#/migration?${name}${text}`, defaultMove);
        if ('problem' in place) expect(place.problem).toMatch(/\.$/);
        else expect(place.lab.spec.version).toBe(1);
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
