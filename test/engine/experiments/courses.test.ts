import { describe, expect, it } from 'vitest';
import { RTT_BIN_US, RTT_BIN_WIDTH } from '../../../src/engine/experiments/course-watch.ts';
import type { CourseKind, CourseRow } from '../../../src/engine/experiments/courses.ts';
import {
  COURSE_END_US,
  coursesOf,
  FAILURE_AT_MS,
  runCourse,
  runCourses,
} from '../../../src/engine/experiments/courses.ts';
import { SpanBook } from '../../../src/engine/experiments/span-book.ts';
import { defaultScenario, demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import type { Scenario } from '../../../src/engine/simulation/scenario.ts';
import { COURSE_COUNT } from '../../../src/store/courses.ts';
import { library } from '../recorded.ts';

function allRows(scenario: Scenario): { rows: readonly CourseRow[]; told: number[] } {
  const steps = runCourses(scenario, library);
  const told: number[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { rows: value.rows, told };
    told.push(value.done);
  }
}

const { rows, told } = allRows(defaultScenario);

function rowOf(kind: CourseKind): CourseRow {
  const found = rows.find((row) => row.kind === kind);
  if (found === undefined) throw new Error(`There is no row ${kind}.`);
  return found;
}

describe('same seed, side by side', () => {
  it('tells how far it is, and brings every course', () => {
    expect(rows.map(({ kind }) => kind)).toEqual(coursesOf(defaultScenario).map(({ kind }) => kind));
    expect(rows).toHaveLength(COURSE_COUNT);
    expect(told.every((done, i) => done >= (told[i - 1] ?? 0) && done <= 1)).toBe(true);
  });

  it('has the scenario’s own stop as the very run the demo plays', () => {
    expect(rowOf('stop-paper').run).toEqual(demoRun);
  });

  it('leaves the scenario alone but for the fencing switch', () => {
    for (const { run, kind } of rows) {
      const { stonith } = run.scenario.heartbeat;
      expect(stonith).toBe(kind === 'partition-fenced');
      const heartbeat = { ...run.scenario.heartbeat, stonith: defaultScenario.heartbeat.stonith };
      expect({ ...run.scenario, heartbeat }).toEqual(defaultScenario);
    }
  });

  it('a controlled stop costs less than 0.2 s, and needs nobody to notice anything', () => {
    for (const kind of ['stop-paper', 'stop-migrating'] as const) {
      const row = rowOf(kind);
      expect(row.outageMs.total).toBeGreaterThan(0);
      expect(row.outageMs.total).toBeLessThan(200);
      expect(row.pagesLost).toBe(0);
      expect(row.detectedMs).toBeNull();
    }
  });

  it('rebooting costs the shutdown’s rest and the boot, and all memory', () => {
    const row = rowOf('stop-rebooting');
    expect(row.outageMs.total).toBeGreaterThan(30_000);
    expect(row.pagesLost).toBe(65_536);
    expect(row.detectedMs).toBeNull();
  });

  it('a crash costs detection and boot', () => {
    const row = rowOf('crash');
    const { keepaliveMs, deadtimeMs } = defaultScenario.heartbeat;
    const boot = row.truth.find(({ what }) => what === 'boots');
    const bootMs = ((boot?.toUs ?? 0) - (boot?.fromUs ?? 0)) / 1000;
    expect(row.detectedMs).toBeGreaterThanOrEqual(deadtimeMs - keepaliveMs);
    expect(row.detectedMs).toBeLessThanOrEqual(deadtimeMs + 1);
    expect(Math.abs(row.outageMs.total - (row.detectedMs ?? 0) - bootMs)).toBeLessThan(30);
    expect(row.outageMs.longest).toBe(row.outageMs.total);
    expect(row.answersAfterMs).toBeCloseTo(row.outageMs.total + 10, 5);
  });

  it('without fencing a partition loses no ping, but runs x0 twice', () => {
    const row = rowOf('partition');
    expect(row.lost).toBe(0);
    expect(row.twice).toMatchObject({ times: 1, atEnd: true });
    const expected = (2 * defaultScenario.storage.writesPerSecond * row.twice.ms) / 1000;
    expect(row.corruptBlocks).toBe(Math.floor(expected));
    expect(row.allGuests.ranTwice).toBeGreaterThan(1);
    expect(row.allGuests.corruptBlocks).toBeGreaterThan(row.corruptBlocks);
  });

  it('with fencing it never runs twice', () => {
    for (const kind of ['stop-paper', 'stop-rebooting', 'crash', 'partition-fenced'] as const) {
      const { twice, corruptBlocks, allGuests } = rowOf(kind);
      expect({ ...twice, corruptBlocks, ranTwice: allGuests.ranTwice }).toEqual({
        ms: 0,
        times: 0,
        atEnd: false,
        corruptBlocks: 0,
        ranTwice: 0,
      });
    }
  });

  it('a node that hung and goes on meets its replacement, and everybody starts anew', () => {
    const row = rowOf('hang');
    expect(row.twice.times).toBe(1);
    expect(row.events.some(({ code }) => code === 'gives-up')).toBe(true);
    expect(row.gaps).toHaveLength(2);
    expect(row.answersAfterMs).toBeNull();
    expect(row.outageMs.total).toBeGreaterThan(row.outageMs.longest);
  });

  it('lost pings are the gaps, and nothing else', () => {
    const { pingIntervalMs } = defaultScenario.network;
    for (const row of rows) {
      const inGaps = row.gaps.reduce((sum, gap) => sum + (gap.toUs - gap.fromUs) / 1000, 0) / pingIntervalMs;
      const open = row.gaps.some((gap) => gap.open) ? 1 : 0;
      expect(inGaps + open).toBeCloseTo(row.lost, 6);
      expect(row.rtt.length).toBe((COURSE_END_US / RTT_BIN_US + 1) * RTT_BIN_WIDTH);
    }
  });

  it('owners: in truth one at a time but for the partition; belief stays behind it', () => {
    const crash = rowOf('crash');
    expect(crash.truth.map(({ node, what }) => `${node} ${what}`)).toEqual(['0 runs', '1 boots', '1 runs']);
    const stale = crash.belief.find(({ by, node }) => by === 1 && node === 0);
    expect(stale?.fromUs).toBe(FAILURE_AT_MS * 1000);
    expect((stale?.toUs ?? 0) - FAILURE_AT_MS * 1000).toBeGreaterThan(29_000);
    const believers = new Set(rowOf('partition').belief.map(({ by }) => by));
    expect(believers.size).toBe(2);
  });

  it('a stop that is refused says so', () => {
    const cramped: Scenario = {
      ...defaultScenario,
      cluster: { ...defaultScenario.cluster, memoryMiB: 900 },
    };
    const steps = runCourses(cramped, library);
    let first: CourseRow | undefined;
    while (first === undefined) {
      const { done, value } = steps.next();
      if (done === true) break;
      first = value.rows[0];
    }
    expect(first?.refused).toBe(true);
    expect(first?.lost).toBe(0);
  });
});

it('with pings far apart owners are still seen in between, and each ping stands in its own bin', () => {
  const network = { ...defaultScenario.network, pingIntervalMs: 1000 };
  const crash = coursesOf({ ...defaultScenario, network }).find(({ kind }) => kind === 'crash');
  if (crash === undefined) throw new Error('There is no crash.');
  const row = [...runCourse(crash, library)].find((step) => typeof step !== 'number');
  if (row === undefined) throw new Error('The crash has no row.');
  expect(row.pings).toBe(121);
  const means = row.rtt.filter((_, i) => i % RTT_BIN_WIDTH === 1);
  const answered = [...means.keys()].filter((bin) => !Number.isNaN(means[bin]));
  expect(answered.every((bin) => bin % 10 === 0)).toBe(true);
  expect(answered).toHaveLength(row.pings - row.lost);
  const boot = row.truth.find(({ what }) => what === 'boots');
  expect((boot?.fromUs ?? 0) % 1_000_000).not.toBe(0);
});

describe('spans', () => {
  it('begins anew what came back', () => {
    const book = new SpanBook<{ a: number }>();
    book.note(0, [{ a: 1 }]);
    book.note(10, [{ a: 1 }, { a: 2 }]);
    book.note(20, [{ a: 2 }]);
    book.note(30, [{ a: 1 }]);
    expect(book.close(40)).toEqual([
      { a: 1, fromUs: 0, toUs: 20 },
      { a: 2, fromUs: 10, toUs: 30 },
      { a: 1, fromUs: 30, toUs: 40 },
    ]);
  });
});
