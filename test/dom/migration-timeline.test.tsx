import { fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roundBars } from '../../src/layout/migration/lane-rounds.ts';
import type { MoveLane } from '../../src/layout/migration/lane-stack.ts';
import { moveLanes } from '../../src/layout/migration/lane-stack.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import { placed } from '../../src/views/migration/timeline/FaultFlags.tsx';
import { stripLabels } from '../../src/views/migration/timeline/labels.ts';
import { MoveTimeline } from '../../src/views/migration/timeline/MoveTimeline.tsx';
import { trackFor } from '../../src/views/migration/timeline/move-data.ts';
import { notesOf } from '../../src/views/migration/timeline/rise-notes.ts';
import { type MoveStory, moveStory, smallLab, smallSpec } from './migration-state.ts';

const story = moveStory();
const [a, b] = story.sides;
if (a === undefined || b === undefined) throw new Error('Two sides are wanted.');

const show = (ms: number, more = {}) => {
  story.show(ms, more);
  render(<MoveTimeline />);
};
const actions = () => vi.mocked(migrationStore.getState().actions);
const slider = () => screen.getByRole('slider', { name: 'Time' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the time line', () => {
  beforeEach(() => vi.clearAllMocks());

  it('names its parts as people and tests look for them', () => {
    show(200);
    const region = within(screen.getByRole('region', { name: 'Time line' }));
    for (const name of [
      'To the start',
      'Previous turning point',
      'Play',
      'Next turning point',
      'To the end',
      'Table',
    ]) {
      expect(region.getByRole('button', { name })).toBeInTheDocument();
    }
    expect(region.getByRole('combobox', { name: 'Speed' })).toHaveValue('auto');
    expect(region.getByRole('img', { name: /^Rounds, what is left/ })).toBeInTheDocument();
    expect(region.getByText('0.2000 s')).toBeInTheDocument();
  });

  it('says where time stands, in words, and nothing of how long it will take', () => {
    show(100);
    expect(slider()).toHaveAttribute('aria-valuenow', '100');
    expect(slider()).toHaveAttribute('aria-valuemax', '100');
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /^0\.1000 s\. A: runs at the source, \d.* left; B: runs at the destination, pages follow, \d.* left$/,
    );
    story.show(story.endMs);
    expect(slider().getAttribute('aria-valuetext')).toMatch(/A: moved, 0 kB left; B: moved, 0 kB left$/);
  });

  it('is moved by keys', () => {
    show(200);
    const press = (key: string, shiftKey = false) => fireEvent.keyDown(slider(), { key, shiftKey });
    press('ArrowRight');
    expect(actions().nextTurn).toHaveBeenCalledOnce();
    press('ArrowLeft');
    expect(actions().previousTurn).toHaveBeenCalledOnce();
    press('Home');
    expect(actions().goToStart).toHaveBeenCalledOnce();
    press('End');
    expect(actions().goToEnd).toHaveBeenCalledOnce();
    press('PageUp');
    press('ArrowRight', true);
    expect(actions().seek).toHaveBeenCalledTimes(2);
    press('x');
    expect(actions().seek).toHaveBeenCalledTimes(2);
  });

  it('plays, pauses, changes its speed', () => {
    show(200);
    fireEvent.click(button('Play'));
    expect(actions().togglePlay).toHaveBeenCalledOnce();
    fireEvent.change(screen.getByRole('combobox', { name: 'Speed' }), { target: { value: '0.01' } });
    expect(actions().setSpeed).toHaveBeenCalledWith(0.01);
    story.show(200, { playing: true });
    expect(button('Pause')).toBeInTheDocument();
  });

  it('has nothing to go to beyond its ends', () => {
    show(0);
    expect(button('To the start')).toHaveAttribute('aria-disabled', 'true');
    story.show(story.endMs);
    expect(button('To the end')).toHaveAttribute('aria-disabled', 'true');
    expect(button('To the start')).not.toHaveAttribute('aria-disabled');
  });

  it('looks at a pause once it was seen, not before', () => {
    const pausedMs = a.suspendedMs ?? 0;
    show(pausedMs - 1);
    expect(button('A’s pause')).toBeDisabled();
    expect(button('B’s pause')).toBeEnabled();
    story.show(pausedMs + 1);
    expect(button('A’s pause')).toBeEnabled();
  });

  it('tells the values at the cursor, of both sides', () => {
    show(100);
    const bar = roundBars(a, trackFor(a), 100).at(-1);
    expect(screen.getByText('post-copy')).toBeInTheDocument();
    expect(screen.getByText(Math.round(bar?.sent ?? 0).toLocaleString('en'))).toHaveTextContent(
      `of ${bar?.list.toLocaleString('en')}`,
    );
    story.show(story.endMs);
    expect(screen.getAllByText('done')).toHaveLength(2);
    expect(screen.getAllByText('100 %')).toHaveLength(2);
  });

  it('switches the scale of what is left', () => {
    show(300);
    fireEvent.click(button('Scale of what is left: log'));
    expect(button('Scale of what is left: linear')).toBeInTheDocument();
  });
});

describe('the table of rounds', () => {
  const cells = () =>
    screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));

  it('tells every round of both sides as far as it was shown', () => {
    show(story.endMs);
    fireEvent.click(button('Table'));
    const table = screen.getByRole('table', { name: 'Rounds so far, in pages' });
    expect(within(table).getAllByRole('row')).toHaveLength(
      1 + a.result.rounds.length + b.result.rounds.length,
    );
    const [, first] = cells();
    expect(first?.slice(0, 3)).toEqual(['A', '1', '0.000']);
    expect(first?.[5]).toBe(a.result.rounds[0]?.pagesSent.toLocaleString('en'));
    expect(screen.queryByText('running')).toBeNull();
  });

  it('knows nothing of what comes, and goes to where a round begins', () => {
    const second = a.result.rounds[1];
    show((second?.startMs ?? 0) + 1);
    fireEvent.click(button('Table'));
    expect(cells()).toHaveLength(4);
    expect(screen.getAllByText('running').length).toBeGreaterThan(0);
    fireEvent.click(button('A, round 2: go to its beginning'));
    expect(actions().seek).toHaveBeenCalledWith(second?.startMs);
  });
});

describe('faults on the axis', () => {
  const broken: MoveStory = moveStory({
    spec: {
      ...smallSpec,
      link: { ...smallSpec.link, outages: [{ fromMs: 60, toMs: 110 }] },
      faults: { sourceDiesAtMs: null, destinationDiesAtMs: 180 },
    },
    against: smallLab.against,
  });

  it('are said for what they are, and taken back one by one', async () => {
    // Nothing is laid out here; the axis needs a width.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(260);
    broken.show(150);
    render(<MoveTimeline />);
    const flags = within(await screen.findByRole('list', { name: 'Faults on the axis' }));
    expect(flags.getByText('link down for 50.0 ms')).toBeInTheDocument();
    expect(flags.getByText('destination dies')).toBeInTheDocument();
    fireEvent.click(button('Remove the fault: link down at 0.0600 s for 50.0 ms'));
    expect(actions().removeFault).toHaveBeenCalledWith(0);
    fireEvent.click(button('Remove the fault: destination dies at 0.1800 s'));
    expect(actions().removeFault).toHaveBeenCalledWith('destination');
    vi.restoreAllMocks();
  });

  it('keep off each other: what has no room loses its words, not its button', () => {
    const flag = (fromMs: number) => ({ fault: fromMs, fromMs, toMs: fromMs, text: 'link down', remove: '' });
    const axis = { fromMs: 0, toMs: 1000, width: 500 };
    const places = placed([flag(100), flag(120), flag(600), flag(1300)], axis, 500, 6);
    expect(places.map(({ text }) => text)).toEqual(['', 'link down', 'link down']);
    expect(places.some(({ flipped }) => flipped)).toBe(false);
    const [last] = placed([flag(990)], axis, 500, 6);
    expect(last).toMatchObject({ text: 'link down', flipped: true });
    expect(last?.x).toBeLessThan(440);
    expect((places[1]?.x ?? 0) - (places[0]?.x ?? 0)).toBeGreaterThanOrEqual(32);
  });
});

describe('words on the strip', () => {
  const lanes: readonly MoveLane[] = moveLanes({
    sides: 2,
    saves: false,
    height: 260,
    lineHeight: 14,
    gap: 3,
  });
  const labels = (reachedMs: number, toMs = story.endMs, of: MoveStory = story) => {
    const sides = of.sides.map((side, i) => ({
      side,
      track: trackFor(side),
      bars: roundBars(side, trackFor(side), reachedMs),
      dashed: i > 0,
    }));
    return stripLabels({
      sides,
      notes: notesOf(sides, reachedMs),
      axis: { fromMs: 0, toMs, width: 700 },
      reachedMs,
      scale: 'log',
      lanes,
      axisTop: 260,
      charPx: 6.2,
      linePx: 14,
      styles: {},
    });
  };
  const texts = (reachedMs: number) =>
    labels(reachedMs)
      .map(({ text }) => text)
      .join('\n');

  it('say what a round sent and dirtied where there is room', () => {
    const round = a.result.rounds[0];
    expect(texts(story.endMs)).toContain(`${round?.pagesSent.toLocaleString('en')}`);
    expect(texts(story.endMs)).toMatch(/dirtied/);
  });

  it('mark the pause when it is seen, and how it ended when it ended', () => {
    const pausedMs = a.suspendedMs ?? 0;
    expect(texts(pausedMs - 1).match(/paused/g)).toHaveLength(1);
    expect(texts(pausedMs + 0.1)).toMatch(/paused, .* so far/);
    // B is done by then.
    expect(texts(a.endMs - 0.1).match(/done/g)).toHaveLength(1);
    expect(texts(Math.max(a.endMs, b.endMs)).match(/done/g)).toHaveLength(2);
  });

  it('name what ended badly', () => {
    const lost = moveStory({
      spec: { ...smallSpec, faults: { sourceDiesAtMs: 150, destinationDiesAtMs: null } },
      against: smallLab.against,
    });
    const said = labels(lost.endMs, lost.endMs * 2, lost).map(({ text }) => text);
    expect(said.filter((text) => text.startsWith('VM lost'))).toHaveLength(2);
  });

  it('explain where nothing is won', () => {
    const busy = moveStory({
      spec: {
        ...smallSpec,
        vm: {
          ...smallSpec.vm,
          workload: { ...smallSpec.vm.workload, hotSetMiB: 3, writesPerSecond: 40_000 },
        },
        strategy: { ...smallSpec.strategy, stopRule: { kind: 'qemu', downtimeLimitMs: 5 } },
        giveUpAfterMs: 2000,
      },
      against: null,
    });
    const said = (ms: number) => labels(ms, busy.endMs, busy).map(({ text }) => text);
    const why = /dirtied more than it sent: [\d,]+ against [\d,]+ pages|won nothing/;
    expect(said(busy.endMs).some((text) => why.test(text))).toBe(true);
    expect(said(20).some((text) => why.test(text))).toBe(false);
  });

  it('have keys of their own', () => {
    for (const ms of [0, 100, 300, story.endMs]) {
      const keys = labels(ms).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
