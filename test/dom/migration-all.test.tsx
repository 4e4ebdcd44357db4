/** All strategies side by side: what is in the table, how it is sorted, and the way back to the run. */
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MoveLab } from '../../src/protocol/migration/model.ts';
import type { CompareRow } from '../../src/protocol/migration/requests.ts';
import { IDLE } from '../../src/store/long-work.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import { AllStrategies } from '../../src/views/migration/all/AllStrategies.tsx';
import { catalogue, comparedRows, setMigration, smallLab } from './migration-views-state.ts';

const lab: MoveLab = smallLab();
const labels = catalogue.comparison.map(({ label }) => label);
let rows: readonly CompareRow[] = [];

beforeAll(async () => {
  rows = await comparedRows(lab.spec);
});

const ready = (result: readonly CompareRow[]) => ({ busy: false, done: 1, result, problem: null });

function show(result = rows, part = {}) {
  const actions = setMigration(lab, { compare: ready(result), ...part });
  const user = userEvent.setup();
  render(<AllStrategies />);
  return { actions, user };
}

const bodyRows = () => screen.getAllByRole('row').slice(1);
const order = () => bodyRows().map((row) => within(row).getByRole('rowheader').textContent);
const cells = (column: number) => bodyRows().map((row) => within(row).getAllByRole('cell')[column]);
const numbersOf = (column: number) =>
  cells(column).map((cell) => Number((cell?.textContent ?? '').replace(/best|,/g, '')));

test('every strategy of the catalogue has a row with its numbers', () => {
  show();
  expect(order()).toEqual(labels);
  for (const [i, row] of bodyRows().entries()) {
    const result = rows[i]?.result;
    expect(result).not.toBeNull();
    expect(row).toHaveTextContent(((result?.totalTimeMs ?? 0) / 1000).toFixed(2));
    expect(within(row).getByRole('img')).toHaveAccessibleName(new RegExp(`^${labels[i]?.slice(0, 8)}`));
  }
});

test('stop and copy pauses longest, and its downtime is its total time', () => {
  show();
  const downtimes = numbersOf(3);
  const place = labels.indexOf('Stop and copy');
  expect(downtimes[place]).toBe(Math.max(...downtimes));
  expect((downtimes[place] ?? 0) / 1000).toBeCloseTo(numbersOf(2)[place] ?? 0, 1);
});

test('what it costs the source’s CPU is told, and rounds cost more than one copy', () => {
  show();
  const cpu = numbersOf(8);
  expect(Math.min(...cpu)).toBeGreaterThan(0);
  const of = (label: string) => cpu[labels.indexOf(label)] ?? Number.NaN;
  expect(of('Stop and copy')).toBeLessThan(of('Pre-copy, QEMU’s rule'));
});

test('the best of each rated column is marked, and nobody else', () => {
  show();
  for (const column of [2, 3, 4, 7]) {
    const values = numbersOf(column);
    const marked = cells(column).map((cell) => within(cell as HTMLElement).queryByText('best') !== null);
    expect(marked).toContain(true);
    for (const [i, value] of values.entries()) {
      if (marked[i]) expect(value).toBe(Math.min(...values));
    }
  }
});

describe('sorting', () => {
  test('by a column: least first, greatest first, as it was', async () => {
    const { user } = show();
    const button = screen.getByRole('button', { name: /^Sent/ });
    await user.click(button);
    const sent = numbersOf(4);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(screen.getByRole('columnheader', { name: /^Sent/ })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(button);
    expect(numbersOf(4)).toEqual([...sent].sort((a, b) => b - a));
    await user.click(button);
    expect(order()).toEqual(labels);
  });

  test('by keyboard, and by name', async () => {
    const { user } = show();
    screen.getByRole('button', { name: /^Strategy/ }).focus();
    await user.keyboard('{Enter}');
    expect(order()).toEqual([...labels].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });
});

test('A and B put the strategy there and go back to the run', async () => {
  const { user, actions } = show();
  const label = 'Pre-copy, Xen’s rule';
  await user.click(screen.getByRole('button', { name: `Put “${label}” on side B and go to the run` }));
  const chosen = rows.find((row) => row.label === label)?.strategy;
  expect(actions.setStrategy).toHaveBeenCalledWith(1, chosen);
  expect(actions.setView).toHaveBeenCalledWith('run');
});

test('who is on a side already is marked there', () => {
  show(rows, { lab: { ...lab, against: rows[0]?.strategy ?? null } });
  expect(screen.getByRole('button', { name: /“Stop and copy” on side B/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(screen.getByRole('button', { name: /“Stop and copy” on side A/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('a refusal is told and the view stays', async () => {
  const { user, actions } = show();
  actions.setStrategy.mockResolvedValue('This cannot be.');
  await user.click(screen.getAllByRole('button', { name: /on side A/ })[0] as HTMLElement);
  expect(actions.tell).toHaveBeenCalledWith('This cannot be.');
  expect(actions.setView).not.toHaveBeenCalled();
});

test('rows stream in; what is to come stands there already; it can be cancelled', async () => {
  const first = rows.slice(0, 3);
  const { user, actions } = show(first, {
    compare: { busy: true, done: 0.2, result: first, problem: null },
  });
  expect(order()).toEqual(labels);
  expect(screen.getAllByText('not simulated yet')).toHaveLength(labels.length - 3);
  expect(screen.getByRole('status')).toHaveTextContent(`3 of ${labels.length} are done`);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.cancelCompare).toHaveBeenCalledOnce();
});

test('it is begun once for a migration; what is there or was cancelled is not begun again', () => {
  const { actions } = show();
  expect(actions.startCompare).not.toHaveBeenCalled();
  act(() => migrationStore.setState({ compare: IDLE }));
  expect(actions.startCompare).toHaveBeenCalledOnce();
  act(() => migrationStore.setState({ compare: { ...IDLE } }));
  expect(actions.startCompare).toHaveBeenCalledOnce();
  expect(screen.getByRole('status')).toHaveTextContent(`Cancelled: 0 of ${labels.length} are done.`);
  expect(screen.getByRole('button', { name: 'Simulate again' })).toBeVisible();
});

test('a strategy that cannot run says why, and cannot be chosen', () => {
  const problem = 'This strategy needs a wire.';
  const broken = rows.map((row, i) => (i === 1 ? { ...row, result: null, rows: 0, problem } : row));
  show(broken);
  const row = bodyRows()[1] as HTMLElement;
  expect(row).toHaveTextContent(problem);
  for (const button of within(row).getAllByRole('button', { name: /on side/ })) expect(button).toBeDisabled();
});

test('the conditions stand above, and lead to Setup', async () => {
  const { user, actions } = show();
  const list = screen.getAllByRole('list')[0] as HTMLElement;
  expect(list).toHaveTextContent('16 MiB VM');
  expect(list).toHaveTextContent('no faults');
  expect(list).toHaveTextContent('seed 1');
  await user.click(screen.getByRole('button', { name: 'Change in Setup' }));
  expect(actions.openPanel).toHaveBeenCalledWith('setup');
});
