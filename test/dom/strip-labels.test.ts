/** What the strip says along its axis, without a canvas. */
import { describe, expect, it } from 'vitest';
import { humanAxis } from '../../src/layout/human-time.ts';
import { ALL_LANES, layoutLanes } from '../../src/layout/lanes.ts';
import { stripLabels } from '../../src/views/failover/timeline/labels/all.ts';
import type { LabelInput } from '../../src/views/failover/timeline/labels/input.ts';
import { paceSpans, scriptedEnd, storyOf } from '../../src/views/failover/timeline/story.ts';
import { tripSpans } from '../../src/views/failover/timeline/trip-spans.ts';
import { branchUntil, S } from './timeline-story.ts';

const WIDTH = 500;
const lanes = layoutLanes({ names: ALL_LANES, height: 300, lineHeight: 14, gap: 4, phaseRows: 2 });
const classes = new Proxy({}, { get: (_, name) => String(name) }) as Record<string, string>;

function at(reachedS: number, more: Partial<LabelInput> = {}) {
  // Each moment is a run of its own here; stories are remembered by key and history.
  const branch = branchUntil(reachedS, { key: `until ${reachedS}` });
  const story = storyOf(branch);
  const reachedUs = reachedS * S;
  const endUs = scriptedEnd(story, reachedUs);
  const spans = paceSpans(story, endUs ?? reachedUs);
  return stripLabels({
    story,
    axis: humanAxis({ spans, reachedUs, firstTurnUs: story.firstTurnUs, endUs, width: WIDTH }),
    reachedUs,
    endUs,
    width: WIDTH,
    lane: (name) => lanes.find((lane) => lane.name === name) ?? null,
    axisTop: 300,
    charPx: 7,
    linePx: 14,
    phaseRowPx: 19,
    phaseRows: 2,
    human: true,
    paces: true,
    spans,
    means: tripSpans(story, branch.series.pings, reachedUs),
    ghostMeans: [],
    ghost: null,
    scales: { writesTop: 10_000, tripMaxMs: 1.4, pagesTotal: 65_536 },
    stopBelow: 50,
    measure: (text) => text.length * 6,
    styles: classes,
    ...more,
  });
}
const textOf = (labels: ReturnType<typeof at>, key: string) =>
  labels.find((label) => label.key === key)?.text;

describe('phases', () => {
  it('are named in full where there is room, by a letter where there is little', () => {
    const texts = at(29)
      .filter((label) => label.className.startsWith('phase'))
      .map((label) => label.text);
    expect(texts).toEqual(expect.arrayContaining(['notice', 'r', 'p', 'round 1', '2', '3', 'copy']));
    const wide = at(29, { width: WIDTH, charPx: 3 }).map((label) => label.text);
    expect(wide).toEqual(expect.arrayContaining(['stop notice', 'paused']));
  });
});

describe('the end of the axis', () => {
  it('is known once every command was given and every move is done', () => {
    const end = (reachedS: number) =>
      scriptedEnd(storyOf(branchUntil(reachedS, { key: `end ${reachedS}` })), reachedS * S);
    expect(end(17)).toBeNull();
    expect(end(20)).toBeNull();
    expect(end(23)).toBeNull();
    expect(end(25)).toBe(30 * S);
    expect(end(31)).toBe(31 * S);
  });
});

describe('means of the round trip', () => {
  it('stand over a bracket as wide as their span', () => {
    const labels = at(20.5);
    expect(textOf(labels, 'vduring')).toMatch(/^mean 1\.0\d · paper 1\.0 ms$/);
    const [bracket, text] = ['bduring', 'vduring'].map((key) => labels.find((label) => label.key === key));
    expect(text?.x).toBeGreaterThanOrEqual(bracket?.x ?? Number.NaN);
    expect(text?.y).toBeLessThan(bracket?.y ?? Number.NaN);
  });

  it('tell of the time just after the move when 100 ms of it have passed', () => {
    expect(textOf(at(21.35), 'vafter')).toBeUndefined();
    expect(textOf(at(21.37), 'vafter')).toMatch(/0\.5/);
  });
});

describe('another run, in thin lines,', () => {
  it('is named where its line begins', () => {
    const before = storyOf(branchUntil(25, { key: 'before' }));
    const labels = at(25, { ghost: { label: 'stock', story: before } });
    const label = labels.find(({ key }) => key === 'gh');
    expect(label?.text).toBe('thin line: stock');
    expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual(WIDTH);
  });
});
