/** The workload's pictures: what they say, how they are linked, and that they tell nothing of the future. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MoveLab, SoloAnalysis } from '../../src/protocol/migration/model.ts';
import type { OpenedMove } from '../../src/protocol/migration/requests.ts';
import { IDLE } from '../../src/store/long-work.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import { WorkloadView } from '../../src/views/migration/workload/WorkloadView.tsx';
import { analysed, opened, setMigration, smallLab } from './migration-views-state.ts';

const TITLES = [
  'U(t): different pages written in a time',
  'Rounds: formula and simulation',
  'Miss ratio of an LRU cache',
  'Stack distances',
  'Working set over time',
] as const;
const [U, ROUNDS, MISS, STACK] = TITLES;

const lab: MoveLab = smallLab({ writesPerSecond: 6000 });
const wild: MoveLab = smallLab({ pattern: 'uniform', hotSetMiB: 12, writesPerSecond: 60_000 });
let analysis: SoloAnalysis;
let move: OpenedMove;

beforeAll(async () => {
  analysis = analysed(lab.spec);
  move = await opened(lab);
});

function show(part = {}) {
  const ready = { busy: false, done: 1, result: analysis, problem: null };
  const actions = setMigration(lab, { analysis: ready, opened: move, reachedMs: 0, ...part });
  render(<WorkloadView />);
  return { actions, user: userEvent.setup() };
}

const chart = (title: string) => screen.getByRole('slider', { name: title });
const told = (title: string) => chart(title).getAttribute('aria-valuetext') ?? '';

test('every chart is there with its numbers in words', () => {
  show();
  for (const title of TITLES) expect(told(title)).not.toBe('');
});

test('the sentence says what the workload is and that pre-copy ends, with the formula’s numbers', () => {
  show();
  const region = screen.getByRole('region', { name: 'Workload' });
  expect(region).toHaveTextContent('Hot and cold: 6,000 writes a second.');
  expect(region).toHaveTextContent(
    `after ${analysis.forecast.rounds.length} round${analysis.forecast.rounds.length === 1 ? '' : 's'} there are`,
  );
});

test('where pre-copy never ends, the sentence says why and what would end it', () => {
  const result = analysed(wild.spec);
  expect(result.convergence.converges).toBe(false);
  show({ lab: wild, analysis: { busy: false, done: 1, result, problem: null } });
  const region = screen.getByRole('region', { name: 'Workload' });
  expect(region).toHaveTextContent('never comes to its end');
  expect(region).toHaveTextContent(
    /Each of these alone would end it: a link of [\d.,]+ MB\/s instead of 125\.0 MB\/s/,
  );
});

describe('by keyboard', () => {
  test('the points are gone through, and the cache sizes with the stack distances', async () => {
    const { user } = show();
    chart(MISS).focus();
    await user.keyboard('{Home}');
    const first = analysis.missRatios[0];
    expect(told(MISS)).toBe(
      `A cache of 1 page (4 KiB) misses ${Math.round(100 * (first?.missRatio ?? 0))} % of the references.`,
    );
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(told(MISS)).toContain('A cache of 4 pages');
    expect(told(STACK)).toContain('after 3 to 4 distinct pages');
    await user.keyboard('{Escape}');
    expect(told(MISS)).not.toContain('A cache of 4 pages');
  });

  test('a key the chart uses goes no further', () => {
    show();
    expect(fireEvent.keyDown(chart(U), { key: 'ArrowLeft' })).toBe(false);
    expect(fireEvent.keyDown(chart(U), { key: ' ' })).toBe(true);
  });

  test('a round leads to its step of the staircase', async () => {
    const { user } = show();
    chart(ROUNDS).focus();
    await user.keyboard('{Home}');
    const second = analysis.forecast.rounds[1] ?? analysis.forecast.lastCopy;
    expect(told(U)).toContain(
      `the guest writes ${Math.round(second.pages).toLocaleString('en')} different pages`,
    );
  });
});

describe('the simulated rounds', () => {
  const reachedOf = (i: number) => {
    const round = move.sides[0]?.result.rounds[i];
    return (round?.startMs ?? 0) + (round?.durationMs ?? 0);
  };

  test('before the first has ended nothing of them is told', async () => {
    const { user } = show({ reachedMs: reachedOf(0) - 0.01 });
    expect(told(ROUNDS)).toBe(
      'Simulated rounds of side A stand here as soon as the run has reached their end.',
    );
    chart(ROUNDS).focus();
    await user.keyboard('{Home}');
    expect(told(ROUNDS)).toContain('not reached in the simulation');
  });

  test('once it has, it stands beside the formula with the difference', async () => {
    const { user } = show({ reachedMs: reachedOf(0) });
    chart(ROUNDS).focus();
    await user.keyboard('{Home}');
    const pages = move.sides[0]?.result.rounds[0]?.pagesSent ?? 0;
    expect(told(ROUNDS)).toMatch(new RegExp(`${pages.toLocaleString('en')} simulated \\([+−±][\\d.]+ %\\)`));
  });

  test('a strategy without live rounds is not compared', () => {
    const spec = { ...lab.spec, strategy: { ...lab.spec.strategy, kind: 'post-copy' } };
    show({ lab: { ...lab, spec }, reachedMs: 1e9 });
    expect(told(ROUNDS)).toContain('Side A moves by Post-copy');
  });
});

test('each chart has its numbers as a table', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: `${MISS}, as a table` }));
  const table = screen.getByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(analysis.missRatios.length + 1);
  expect(screen.queryByRole('slider', { name: MISS })).toBeNull();
  await user.click(screen.getByRole('button', { name: `${MISS}, as a chart` }));
  expect(chart(MISS)).toBeVisible();
});

test('it is begun once, shows how far it is, can be cancelled and begun again', async () => {
  const { user, actions } = show({ analysis: IDLE });
  expect(actions.startAnalysis).toHaveBeenCalledOnce();
  act(() => migrationStore.setState({ analysis: { busy: true, done: 0.42, result: null, problem: null } }));
  expect(screen.getByRole('status')).toHaveTextContent('42 %');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.cancelAnalysis).toHaveBeenCalledOnce();
  act(() => migrationStore.setState({ analysis: { busy: false, done: 0.42, result: null, problem: null } }));
  await user.click(screen.getByRole('button', { name: 'Watch the workload' }));
  expect(actions.startAnalysis).toHaveBeenCalledTimes(2);
});

test('what cannot be looked at says why', () => {
  show({ analysis: { busy: false, done: 0, result: null, problem: 'The memory cannot hold it.' } });
  expect(screen.getByRole('alert')).toHaveTextContent('The memory cannot hold it.');
});

test('a guest that writes nothing is one sentence', () => {
  const idle = smallLab({ writesPerSecond: 0 });
  const result = analysed(idle.spec);
  show({ lab: idle, analysis: { busy: false, done: 1, result, problem: null } });
  expect(screen.getByRole('region', { name: 'Workload' })).toHaveTextContent('The guest writes nothing');
  expect(screen.queryByRole('slider')).toBeNull();
});
