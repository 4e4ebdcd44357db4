/** Any moment of a run, from wherever, in whatever pieces: the same state, and a recording written once. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import type { Run, Scenario } from '../../../src/engine/simulation/scenario.ts';
import { hashSimulation } from '../../../src/engine/simulation/simulation.ts';
import { type GoOn, Timeline } from '../../../src/engine/timeline/timeline.ts';
import { library } from '../recorded.ts';
import { contentsOf, type Part, play, smallRun, stop } from '../simulation/runs.ts';

const SEED = { seed: 20_100_501 };

const calm: Part<Scenario> = {
  guests: [{ workload: { referencesPerSecond: 3000 } }, { workload: { referencesPerSecond: 500 } }, {}],
};
/** Commands on and beside the keyframes, which lie a second apart, and two at one moment. */
const commands = [stop(1, 1000), stop(2, 2500.5), stop(2, 2500.5), stop(1, 2999.999)];
const run = smallRun(calm, commands);

const END_US = 4_400_000;
const moments = [
  0,
  1,
  700_000,
  999_999,
  1_000_000,
  1_000_001,
  1_130_000,
  1_250_123,
  2_000_000,
  2_500_499,
  2_500_500,
  2_500_501,
  2_700_000,
  2_999_999,
  3_000_000,
  3_456_789,
  END_US,
];

const timelineOf = (its: Run): Timeline => new Timeline(structuredClone(its), library);
const straight = new Map<string, string>();

/** The hash of a run straight to a moment, on a state of its own. */
function straightHash(its: Run, us: number): string {
  const key = `${us} ${JSON.stringify(its)}`;
  const known = straight.get(key) ?? hashSimulation(play(its, us).sim);
  straight.set(key, known);
  return known;
}

const straightContents = (its: Run, us: number): unknown => contentsOf(play(its, us).series);

/** Asks again and again, as the worker does, until the moment is reached. */
function seek(timeline: Timeline, us: number, goOn: GoOn = () => true): string {
  for (let tries = 0; tries < 1000; tries += 1) {
    const sim = timeline.seek(us, goOn);
    if (sim === null) continue;
    expect(sim.nowUs).toBe(us);
    return hashSimulation(sim);
  }
  throw new Error(`The moment ${us} is never reached.`);
}

const moment = fc.constantFrom(...moments);
/** When work is broken off: yes or no at each chunk, over and over. */
const pauses = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }).map((list): GoOn => {
  let i = 0;
  return () => list[i++ % list.length] ?? true;
});

test('seeking anywhere, from anywhere, broken off at will, gives the state of a straight run', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 12 }), pauses, (order, goOn) => {
      const timeline = timelineOf(run);
      for (const us of order) expect(seek(timeline, us, goOn)).toBe(straightHash(run, us));
      expect(timeline.recordedUs).toBe(Math.max(...order));
      expect(contentsOf(timeline.series)).toEqual(straightContents(run, timeline.recordedUs));
    }),
    { ...SEED, numRuns: 25 },
  );
});

test('a seek that is broken off leaves nothing behind', () => {
  const timeline = timelineOf(run);
  expect(timeline.seek(END_US, () => false)).toBeNull();
  expect(timeline.recordedUs).toBe(200_000);
  expect(seek(timeline, 700_000)).toBe(straightHash(run, 700_000));
  seek(timeline, END_US);
  // on the way back it stops again, between a keyframe and the moment
  expect(timeline.seek(2_999_999, () => false)).toBeNull();
  expect(seek(timeline, 1_130_000)).toBe(straightHash(run, 1_130_000));
  expect(seek(timeline, END_US)).toBe(straightHash(run, END_US));
  expect(contentsOf(timeline.series)).toEqual(straightContents(run, END_US));
});

test('recording ahead changes no moment', () => {
  const timeline = timelineOf(run);
  const before = seek(timeline, 700_000);
  timeline.record(END_US);
  expect(seek(timeline, 700_000)).toBe(before);
  expect(timeline.record(END_US)).toBe(true);
  expect(contentsOf(timeline.series)).toEqual(straightContents(run, END_US));
});

test('a long run keeps at most 64 keyframes and every moment near one', () => {
  const long = smallRun({ guests: Array(3).fill({ workload: { referencesPerSecond: 20 } }) }, [
    stop(1, 90_000),
  ]);
  const timeline = timelineOf(long);
  timeline.record(200e6);
  expect(timeline.keyframeCount).toBeLessThanOrEqual(64);
  expect(timeline.keyframeCount).toBeGreaterThan(32);
  for (const us of [150e6, 90_100_000, 3_999_999, 4e6, 199_999_999, 0]) {
    expect(seek(timeline, us)).toBe(straightHash(long, us));
  }
  const branch = timeline.fork({ ...long, commands: [...long.commands, stop(2, 130_000.5)] });
  expect(branch.recordedUs).toBe(128e6);
  const other = branch.run;
  for (const us of [131e6, 130_000_500, 5e6]) expect(seek(branch, us)).toBe(straightHash(other, us));
});

describe('a branch', () => {
  const others = fc.constantFrom<Run>(
    { ...run, commands: [] },
    { ...run, commands: [stop(3, 0)] },
    { ...run, commands: [stop(1, 1000), stop(3, 1100)] }, // stops the receiver
    { ...run, commands: [stop(3, 1000)] },
    { ...run, commands: commands.slice(0, 2) },
    { ...run, commands: [...commands, stop(3, 3700)] },
    { ...run, commands: [stop(1, 999.999), ...commands.slice(1)] },
    smallRun({ ...calm, seed: 2 }, commands),
  );

  test('shares its past, has a future of its own, and leaves its parent alone', () => {
    fc.assert(
      fc.property(
        others,
        moment,
        fc.array(moment, { maxLength: 5 }),
        pauses,
        (other, recorded, order, goOn) => {
          const parent = timelineOf(run);
          seek(parent, recorded);
          const branch = parent.fork(structuredClone(other));
          expect(contentsOf(branch.series)).toEqual(straightContents(other, branch.recordedUs));
          for (const us of order) {
            expect(seek(branch, us, goOn)).toBe(straightHash(other, us));
            expect(seek(parent, us)).toBe(straightHash(run, us));
          }
          expect(contentsOf(branch.series)).toEqual(straightContents(other, branch.recordedUs));
          expect(contentsOf(parent.series)).toEqual(straightContents(run, parent.recordedUs));
        },
      ),
      { ...SEED, numRuns: 25 },
    );
  });

  test('takes over what was recorded up to the keyframe before the difference', () => {
    const parent = timelineOf(run);
    parent.record(END_US);
    const reuse = (its: Run): number => parent.fork(its).recordedUs;
    expect(reuse({ ...run, commands: [...commands, stop(3, 3700)] })).toBe(3_000_000);
    expect(reuse({ ...run, commands: [...commands, stop(3, 3000)] })).toBe(2_000_000); // not the moment itself
    expect(reuse({ ...run, commands: [stop(1, 1000)] })).toBe(2_000_000);
    expect(reuse({ ...run, commands: [] })).toBe(0);
    expect(reuse(smallRun({ ...calm, seed: 2 }, commands))).toBe(0);
    expect(reuse(run)).toBe(4_000_000);
    const branch = parent.fork({ ...run, commands: [...commands, stop(3, 3700)] });
    expect(seek(branch, 3_699_999)).toBe(straightHash(run, 3_699_999));
    expect(seek(branch, 3_700_000)).not.toBe(straightHash(run, 3_700_000));
  });
});

describe('the scripted 30 s', () => {
  const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden.json', import.meta.url), 'utf8')) as {
    atUs: number;
    hash: string;
  };

  test('ends in the state written down in golden.json, in one go and by way of other moments', () => {
    expect(straightHash(demoRun, golden.atUs)).toBe(golden.hash);
    const timeline = timelineOf(demoRun);
    seek(timeline, 21_242_557);
    seek(timeline, 5_000_001);
    expect(seek(timeline, golden.atUs)).toBe(golden.hash);
    for (const us of [18_129_769, 21_229_552]) expect(seek(timeline, us)).toBe(straightHash(demoRun, us));
    expect(seek(timeline, golden.atUs)).toBe(golden.hash);
  });
});
