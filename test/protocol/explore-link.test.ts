import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { defaultMove, readyMoves } from '../../src/engine/experiments/moves.ts';
import { caseAt, caseCount } from '../../src/engine/experiments/sweep/cases.ts';
import { readySweeps } from '../../src/engine/experiments/sweep/ready.ts';
import type { Subject, SweepSpec } from '../../src/engine/experiments/sweep/spec.ts';
import { defaultLab } from '../../src/engine/lab/spec.ts';
import { defaultRun, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import {
  decodeExploreLink,
  type ExploreDefaults,
  type ExplorePlace,
  encodeExploreLink,
  linkToSubject,
} from '../../src/protocol/explore-link.ts';
import { encodeObject } from '../../src/protocol/link-text.ts';
import { decodeMoveLink } from '../../src/protocol/migration/link.ts';
import { decodeLink } from '../../src/protocol/read-link.ts';
import { decodeTreesLink } from '../../src/protocol/trees/link.ts';

const world: ExploreDefaults = {
  defaults: { failover: defaultRun, migration: defaultMove, trees: defaultLab },
  readySweeps,
};
const first = readySweeps[0]?.spec as SweepSpec;
const plain: ExplorePlace = {
  sweep: first,
  view: 'sweep',
  figure: first.figure,
  rankOf: null,
  compared: null,
};
const subjects: readonly Subject[] = [
  ...readySweeps.map(({ spec }) => spec.subject),
  { kind: 'failover', run: demoRun },
  { kind: 'failover', run: defaultRun },
  { kind: 'trees', lab: defaultLab },
  ...readyMoves.map(({ lab }) => ({ kind: 'migration', spec: lab.spec }) as const),
];

const back = (place: ExplorePlace) => decodeExploreLink(encodeExploreLink(place, world), world);

describe('a link of the Explore workspace', () => {
  it('is bare for the first ready-made sweep', () => {
    expect(encodeExploreLink(plain, world)).toBe('#/explore');
    expect(decodeExploreLink('#/explore', world)).toEqual(plain);
  });

  it.each(readySweeps.map(({ name, spec }) => [name, spec] as const))('holds %s', (_name, spec) => {
    const place = { ...plain, sweep: spec, figure: spec.figure };
    expect(back(place)).toEqual(place);
  });

  it('holds the view, the figure, what is ranked and what is compared, names in any letters', () => {
    const place: ExplorePlace = {
      ...plain,
      view: 'compare',
      figure: 'bytesSent',
      rankOf: { kind: 'failover', run: demoRun },
      compared: [
        { name: 'Stop of node 1, 18 s & später…', subject: { kind: 'failover', run: demoRun } },
        { name: '', subject: { kind: 'trees', lab: defaultLab } },
      ],
    };
    expect(back(place)).toEqual(place);
  });

  it('stays readable: one that was written when links began', () => {
    const sweep = encodeObject({
      name: 'Old',
      axes: [{ parameter: 'link.latencyMs', values: [1, 2] }],
      seeds: { first: 3, count: 2 },
    });
    const place = decodeExploreLink(
      `#/explore?v=1&sweep=${sweep}&of=migration.&view=rank&figure=bytesSent`,
      world,
    );
    expect(place).toMatchObject({
      view: 'rank',
      figure: 'bytesSent',
      sweep: { name: 'Old', seeds: { first: 3, count: 2 }, subject: { spec: defaultMove.spec } },
    });
  });

  it.each([
    ['#/explore?x=1', 'The link cannot be read: "x" in it means nothing here.'],
    ['#/explore?v=2', 'The link cannot be read: it is of version 2, and this program reads version 1.'],
    ['#/explore?v=1&sweep=%%%', 'The link cannot be read: its sweep is cut off or changed on the way.'],
    [
      `#/explore?v=1&sweep=${encodeObject([1])}`,
      'The link cannot be read: its sweep is cut off or changed on the way.',
    ],
    ['#/explore?view=pie', 'The link cannot be read: its view "pie" is none.'],
    ['#/explore?of=nothing.', 'The link cannot be read: its run "nothing." is none.'],
    ['#/explore?of=trees.!!', 'The link cannot be read: its lab is cut off or changed on the way.'],
    ['#/explore?of=failover.!!', 'The link cannot be read: its run is cut off or changed on the way.'],
    ['#/explore?figure=%', 'The link cannot be read: its figure "%" is none.'],
    ['#/explore?a=trees.', 'The link cannot be read: of the two runs it compares it names only one.'],
  ])('%s says what is wrong', (hash, problem) => {
    expect(decodeExploreLink(hash, world)).toEqual({ problem });
  });

  it('names the place of a fault within the sweep', () => {
    const hash = `#/explore?v=1&sweep=${encodeObject({ axes: [{ parameter: 7, values: [1] }] })}`;
    expect(decodeExploreLink(hash, world)).toMatchObject({
      problem: expect.stringContaining('axes.0.parameter'),
    });
  });
});

/** Any sweep a person could set up, as far as links are concerned. */
const anyNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));
const anyAxis = fc.record({ parameter: fc.string(), values: fc.array(anyNumber, { maxLength: 20 }) });
const anySweep = fc.record({
  version: fc.constant(1 as const),
  name: fc.string({ maxLength: 60, unit: 'grapheme' }),
  subject: fc.constantFrom(...subjects),
  axes: fc.oneof(fc.tuple(anyAxis), fc.tuple(anyAxis, anyAxis)),
  variants: fc.array(
    fc.record({
      label: fc.string({ unit: 'grapheme' }),
      set: fc.dictionary(
        fc.stringMatching(/^[a-z.]{1,20}$/),
        fc.oneof(fc.string(), anyNumber, fc.boolean(), fc.constant(null)),
        { noNullPrototype: true },
      ),
    }),
    { maxLength: 5 },
  ),
  seeds: fc.record({ first: fc.nat(), count: fc.nat() }),
  figure: fc.string(),
});

test.prop([anySweep], { seed: 61, numRuns: 300 })('any sweep comes back as it was', (sweep) => {
  const place: ExplorePlace = { ...plain, sweep, figure: sweep.figure };
  expect(back(place)).toEqual(place);
});

test.prop([fc.constantFrom(...readySweeps), fc.nat(), fc.string({ unit: 'binary' }), fc.nat({ max: 30 })], {
  seed: 60,
  numRuns: 500,
})('a link somebody changed is read or refused in one sentence, never more', (ready, where, put, cut) => {
  const link = encodeExploreLink({ ...plain, sweep: ready.spec, figure: 'x' }, world);
  const at = 9 + (where % (link.length - 9));
  const place = decodeExploreLink(link.slice(0, at) + put + link.slice(at + cut), world);
  if ('problem' in place) expect(place.problem).toMatch(/^The link cannot be read: .*\.$/s);
  else expect(place.sweep.axes.length).toBeGreaterThan(0);
});

test.prop([fc.constantFrom(...readySweeps), fc.nat()], { seed: 59, numRuns: 120 })(
  'the link to a case opens that very case in its workspace',
  ({ spec }, at) => {
    const { subject } = caseAt(spec, at % caseCount(spec));
    const link = linkToSubject(subject, world.defaults);
    const opened = open(link, subject.kind);
    // As JSON: what a setting lacks and what it has as undefined is the same.
    expect(JSON.parse(JSON.stringify(opened))).toEqual(JSON.parse(JSON.stringify(subject)));
  },
);

function open(link: string, kind: Subject['kind']): unknown {
  const { failover, migration, trees } = world.defaults;
  switch (kind) {
    case 'failover': {
      const place = decodeLink(link, failover);
      return 'problem' in place ? place : { kind, run: place.run };
    }
    case 'migration': {
      const place = decodeMoveLink(link, migration);
      return 'problem' in place ? place : { kind, spec: place.lab.spec };
    }
    case 'trees': {
      const place = decodeTreesLink(link, trees);
      return 'problem' in place ? place : { kind, lab: place.spec };
    }
  }
}
