import { describe, expect, it } from 'vitest';
import { courseChart, courseMarks, courseTicks, rttHeight } from '../../src/layout/course-chart.ts';
import type { CourseRow } from '../../src/protocol/requests.ts';

const S = 1_000_000;

/** Round trips of 1 ms, but for a second of silence from 10 s on. */
function rtt(seconds: number): Float64Array {
  const rows: number[] = [];
  for (let bin = 0; bin < seconds * 10; bin += 1) {
    const silent = bin >= 100 && bin < 110;
    rows.push(...(silent ? [Number.NaN, Number.NaN, Number.NaN] : [0.5, 1, 2]));
  }
  return Float64Array.from(rows);
}

const row: CourseRow = {
  kind: 'partition',
  node: 1,
  run: { scenario: {} as CourseRow['run']['scenario'], commands: [] },
  pings: 0,
  lost: 0,
  rtt: rtt(120),
  gaps: [{ fromUs: 10 * S, toUs: 11 * S, open: false }],
  truth: [
    { node: 0, what: 'runs', fromUs: 0, toUs: 120 * S },
    { node: 2, what: 'boots', fromUs: 40 * S, toUs: 80 * S },
    { node: 2, what: 'runs', fromUs: 80 * S, toUs: 120 * S },
  ],
  belief: [{ by: 2, node: 2, fromUs: 40 * S, toUs: 120 * S }],
  events: [],
  refused: false,
  detectedMs: null,
  outageMs: { longest: 1000, total: 1000 },
  answersAfterMs: null,
  twice: { ms: 40_000, times: 1, atEnd: true },
  corruptBlocks: 0,
  allGuests: { guests: 6, ranTwice: 1, corruptBlocks: 0 },
  pagesLost: 0,
};

describe('a course on the axis', () => {
  it('has a lane for each node that ever had a part in it, whatever the axis', () => {
    for (const axis of [30, 120]) {
      expect(courseChart(row, axis * S).lanes.map(({ node }) => node)).toEqual([0, 2]);
    }
  });

  it('ends at the end of the axis', () => {
    const { lanes, gaps, twice } = courseChart(row, 30 * S);
    expect(lanes[0]?.truth).toMatchObject([{ from: 0, to: 1 }]);
    expect(lanes[1]?.truth).toEqual([]);
    expect(gaps[0]?.from).toBeCloseTo(1 / 3, 9);
    expect(twice).toEqual([]);
  });

  it('shows where two run at once', () => {
    expect(courseChart(row, 120 * S).twice).toEqual([{ from: 80 / 120, to: 1 }]);
  });

  it('breaks the line of round trips where nobody answers', () => {
    for (const axis of [30, 120]) {
      const { mean, band } = courseChart(row, axis * S).rtt;
      expect(mean.match(/M/g)).toHaveLength(2);
      expect(band).not.toContain('NaN');
      expect(mean).toMatch(/^M0 50H/);
    }
  });

  it('has a log scale of two decades', () => {
    expect([0.01, 0.1, 1, 10, 100].map(rttHeight)).toEqual([0, 0, 0.5, 1, 1]);
  });

  it('labels marks without overlap, the important ones first', () => {
    const at = (s: number, text: string, rank: number) => ({ atUs: s * S, text, rank });
    const events = [at(10, 'noticed', 1), at(10, 'boots', 2), at(60, 'up', 0), at(130, 'late', 0)];
    const marks = courseMarks(events, 120 * S, 480, (text) => text.length * 6);
    expect(marks.map(({ label }) => label?.text)).toEqual(['noticed', 'boots', 'up']);
    expect(marks[1]?.label?.shiftPx).toBeGreaterThanOrEqual(42);
    const crowd = courseMarks(events.slice(0, 2), 120 * S, 60, (text) => text.length * 6);
    expect(crowd.map(({ label }) => label?.text ?? null)).toEqual(['noticed', null]);
  });

  it('carries numbers at round seconds', () => {
    expect(courseTicks(30 * S)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(courseTicks(120 * S)).toEqual([0, 20, 40, 60, 80, 100, 120]);
  });
});
