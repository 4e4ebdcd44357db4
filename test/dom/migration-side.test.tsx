import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { analyseSolo } from '../../src/engine/simulation/solo-analysis.ts';
import type { SoloSpec, SoloStrategy } from '../../src/protocol/migration/model.ts';
import { IDLE } from '../../src/store/long-work.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationActions, MigrationState } from '../../src/store/migration/types.ts';
import { type ShownSide, shownSides } from '../../src/views/migration/shown.ts';
import { againstRows } from '../../src/views/migration/side/against-rows.ts';
import { pauseOf } from '../../src/views/migration/side/pause-parts.ts';
import { remediesFor } from '../../src/views/migration/side/remedies.ts';
import { SidePanels } from '../../src/views/migration/side/SidePanels.tsx';
import { arrange } from '../../src/views/migration/side/stages.ts';
import { totalsOf } from '../../src/views/migration/side/totals.ts';
import { catalogue } from '../views/migration/catalogue.ts';
import { type MoveStory, moveStory, smallSpec } from './migration-state.ts';

/** rows of a pause are that far apart */
const ROW_MS = 0.02;
const library = { traces: [] } as never;
const qemu = { kind: 'qemu', downtimeLimitMs: 5 } as const;
const busySpec: SoloSpec = {
  ...smallSpec,
  vm: { ...smallSpec.vm, workload: { ...smallSpec.vm.workload, writesPerSecond: 40_000 } },
  strategy: { ...smallSpec.strategy, stopRule: qemu, windowMs: 10 },
  giveUpAfterMs: 800,
};

const story = moveStory();
const busy = moveStory({ spec: busySpec, against: null });
const [a, b] = story.sides;

const shownAt = (of: MoveStory, ms: number): ShownSide[] => shownSides(of.stateAt(ms, { catalogue })) ?? [];
const analysed = (spec: SoloSpec) => ({ ...IDLE, done: 1, result: analyseSolo(spec, library) });
const spy = <N extends keyof MigrationActions>(name: N) => vi.mocked(migrationStore.getState().actions[name]);
const card = (name: string) => screen.getByRole('region', { name });

function open(of: MoveStory, ms: number, more: Partial<MigrationState> = {}) {
  of.show(ms, { catalogue, ...more });
  render(<SidePanels />);
}

function changedAt<T>(whole: T, [field, ...rest]: string[], value: unknown): T {
  if (field === undefined) return value as T;
  return { ...whole, [field]: changedAt((whole as Record<string, unknown>)[field], rest, value) };
}

describe('the pause', () => {
  test('is split into parts that fill it', () => {
    for (const ms of [a?.endMs ?? 0, (a?.suspendedMs ?? 0) + 1]) {
      for (const shown of shownAt(story, ms)) {
        const pause = pauseOf(shown);
        expect(pause?.parts.reduce((sum, part) => sum + part.ms, 0)).toBeCloseTo(pause?.ms ?? -1, 9);
      }
    }
  });

  test('of pre-copy ends with the acknowledgement: there and back', () => {
    const [shown] = shownAt(story, story.endMs);
    const parts = shown === undefined ? [] : (pauseOf(shown)?.parts ?? []);
    expect(parts.map(({ name }) => name)).toEqual(['pages', 'acknowledge']);
    expect(parts[1]?.ms).toBeGreaterThanOrEqual(2 * smallSpec.link.latencyMs - ROW_MS);
  });

  test('of post-copy is the processor’s state and one message', () => {
    const [, shown] = shownAt(story, story.endMs);
    const parts = shown === undefined ? [] : (pauseOf(shown)?.parts ?? []);
    expect(parts.map(({ name }) => name)).toEqual(['switch', 'message']);
    expect(parts[0]?.ms).toBeCloseTo(smallSpec.strategy.switchMs, 3);
    expect(parts[1]?.ms).toBeCloseTo(smallSpec.link.latencyMs, 3);
  });

  test('is nothing before it began', () => {
    const [shown] = shownAt(story, (a?.suspendedMs ?? 0) - 1);
    expect(shown && pauseOf(shown)).toBeNull();
  });
});

describe('the totals', () => {
  test('are the result’s at the end', () => {
    shownAt(story, story.endMs).forEach((shown) => {
      const { result } = shown.side;
      const totals = totalsOf(shown);
      expect(totals).toMatchObject({ over: true, outcome: 'completed', bytesSent: result.bytesSent });
      expect(totals.totalMs).toBeCloseTo(result.totalTimeMs, 3);
      expect(totals.downtimeMs).toBeCloseTo(result.downtimeMs, 2);
      expect(totals.sentAgain).toBe(result.pagesSent - shown.side.pages);
      expect(totals.lostMs).toBeCloseTo(result.downtimeMs + (result.postCopy?.stalledMs ?? 0), 2);
    });
  });

  test('post-copy sends no page again', () => {
    for (let i = 0; i <= 20; i += 1) {
      const [, shown] = shownAt(story, (story.endMs * i) / 20);
      expect(shown && totalsOf(shown).sentAgain).toBe(0);
    }
  });

  test('differences wait until both sides are over', () => {
    const running = againstRows(shownAt(story, 100).map(totalsOf));
    expect(running.every(({ difference }) => difference === null)).toBe(true);
    expect(running[0]?.values).toEqual(['running', 'running']);
    const over = againstRows(shownAt(story, story.endMs).map(totalsOf));
    expect(over.every(({ difference }) => /^[+−±]/.test(difference ?? ''))).toBe(true);
    expect(over[0]?.difference).toMatch((b?.endMs ?? 0) < (a?.endMs ?? 0) ? /^−/ : /^\+/);
  });
});

describe('what would make it converge', () => {
  const analysis = analyseSolo(busySpec, library);
  const entry = catalogue.strategies.find(({ kind }) => kind === 'pre-copy');
  const remedies = remediesFor(analysis, busySpec, 0, entry);

  test('the workload needs a remedy', () => {
    expect(analysis.convergence.converges).toBe(false);
    expect(remedies.length).toBeGreaterThanOrEqual(4);
  });

  test.each(remedies.filter(({ change }) => 'path' in change && change.path !== 'strategy.autoConverge'))(
    '$template makes the formula converge',
    ({ change }) => {
      if (!('path' in change)) throw new Error('It changes a setting.');
      expect(
        analyseSolo(changedAt(busySpec, change.path.split('.'), change.value), library).convergence.converges,
      ).toBe(true);
    },
  );

  test('nothing is offered where it converges anyway', () => {
    expect(remediesFor(analyseSolo(smallSpec, library), smallSpec, 0, entry)).toEqual([]);
  });

  test('side B’s settings are changed by their own paths', () => {
    const paths = remediesFor(analysis, busySpec, 1, entry).flatMap(({ change }) =>
      'path' in change ? [change.path] : [],
    );
    expect(paths).toContain('against.stopRule.downtimeLimitMs');
    expect(paths.some((path) => path.startsWith('strategy.'))).toBe(false);
  });

  test('a pace below the wire is what is raised', () => {
    const paced: Partial<SoloStrategy> = { maxBandwidthBytesPerSecond: 10_000_000 };
    const spec = {
      ...busySpec,
      link: { ...busySpec.link, bandwidthBytesPerSecond: 1e9 },
      strategy: { ...busySpec.strategy, ...paced },
    };
    const [first] = remediesFor(analyseSolo(spec, library), spec, 0, entry);
    expect(first?.change).toMatchObject({ path: 'strategy.maxBandwidthBytesPerSecond' });
  });
});

describe('which card leads', () => {
  const room = { px: Number.POSITIVE_INFINITY, remedies: false };

  test('rounds, pause and end have their own', () => {
    expect(arrange(shownAt(story, 100), room).lead).toBe('converge');
    expect(arrange(shownAt(story, (a?.suspendedMs ?? 0) + 0.5), room).lead).toBe('pause');
    expect(arrange(shownAt(story, story.endMs), room).lead).toBe('against');
  });

  test('in a low column it alone is open', () => {
    const { lead, open: cards } = arrange(shownAt(story, story.endMs), { px: 300, remedies: false });
    expect([...cards]).toEqual([lead]);
  });
});

describe('the figures', () => {
  beforeEach(() => {
    story.show(0, { catalogue });
    for (const name of ['setParameter', 'setStrategy', 'breakLink'] as const)
      spy(name).mockReset().mockResolvedValue(null);
    for (const name of ['setView', 'seek', 'startAnalysis', 'tell'] as const) spy(name).mockReset();
  });

  test('the workload is looked at when a lab opens, once', () => {
    open(story, 0);
    story.show(50, { catalogue });
    expect(spy('startAnalysis')).toHaveBeenCalledOnce();
  });

  test('the verdict comes with its reason, and what always ends says why', () => {
    open(story, 100, { analysis: analysed(smallSpec) });
    const words = card('Will it converge?');
    expect(words).toHaveTextContent(/(Yes|No), by formula/);
    expect(words).toHaveTextContent('B always ends: the VM writes at the destination');
    expect(words).toHaveTextContent(/Round 1 of A: dirtied [\d,]+\/s, sent [\d,]+\/s/);
  });

  test('Apply changes that very setting', async () => {
    open(busy, 300, { analysis: analysed(busySpec) });
    spy('setParameter').mockResolvedValue('No.');
    await userEvent.click(screen.getByRole('button', { name: /^Apply: a downtime limit of/ }));
    expect(spy('setParameter')).toHaveBeenCalledWith('strategy.stopRule.downtimeLimitMs', expect.any(Number));
    expect(spy('tell')).toHaveBeenCalledWith('No.');
    await userEvent.click(screen.getByRole('button', { name: /^Apply: post-copy/ }));
    expect(spy('setStrategy')).toHaveBeenCalledWith(0, { kind: 'post-copy' });
  });

  test('nothing of the end is told before', () => {
    open(story, 100);
    const told = document.body.textContent ?? '';
    expect(told).not.toContain((a?.result.totalTimeMs ?? 0).toFixed(0));
    expect(card('A against B')).toHaveTextContent(/total timerunningrunning–/);
  });

  test('a closed card opens by its button and says so', async () => {
    open(story, 100);
    const button = within(card('CPU (assumed)')).getByRole('button', { expanded: false });
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(within(card('CPU (assumed)')).getByRole('table')).toHaveTextContent(/CPU.*ms/);
  });

  test('at the end it says what to try next', async () => {
    open(story, story.endMs);
    await userEvent.click(screen.getByRole('button', { name: 'All strategies' }));
    expect(spy('setView')).toHaveBeenCalledWith('all');
    await userEvent.click(screen.getByRole('button', { name: 'Break the link' }));
    expect(spy('breakLink')).toHaveBeenCalledWith(1000);
  });

  test('precision and recall are told of who predicts alone', () => {
    const strategy = { ...smallSpec.strategy, kind: 'working-set-pre-copy', workingSetPages: 64 };
    const predicting = moveStory({ spec: { ...smallSpec, strategy }, against: smallSpec.strategy });
    open(predicting, 150);
    const [, ...rows] = within(card('Was the prediction right?')).getAllByRole('row');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveTextContent(/^A .*\d+ % of 64\d+ % of \d+/);
  });
});
