import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PAGE_EVENT, PAGE_STATE } from '../../src/base/columns.ts';
import type { PageHistory } from '../../src/protocol/requests.ts';
import { PagePanel } from '../../src/views/failover/PagePanel.tsx';
import { setStore, show } from './failover-state.tsx';

const HISTORY: PageHistory = {
  vm: 0,
  page: 12_345,
  version: 42,
  state: PAGE_STATE.writtenAgain,
  process: 7,
  program: 'cc1',
  key: 411,
  depth: 2,
  selfCount: 1200,
  rows: [
    { atUs: 18_310_000, kind: PAGE_EVENT.sent, round: 1 },
    { atUs: 18_620_000, kind: PAGE_EVENT.written, round: 1 },
  ],
};

const pick = (pageHistory: PageHistory | null) =>
  setStore({ selection: { page: { vm: 0, page: 12_345 }, pageHistory, ping: null, process: 7 } });

test('nothing picked, nothing shown', () => {
  setStore({});
  show(<PagePanel />);
  expect(screen.queryByRole('region')).toBeNull();
});

test('tells who uses the page, how it stands and what happened to it', async () => {
  const actions = pick(HISTORY);
  show(<PagePanel />);
  const panel = screen.getByRole('region', { name: 'Picked page' });
  expect(panel).toHaveTextContent('Page 12,345 of x0');
  expect(panel).toHaveTextContent('process 7 (cc1), as its page 411');
  expect(panel).toHaveTextContent('depth 2, 1,200 accesses');
  expect(panel).toHaveTextContent('written after it was sent: must go once more');
  expect(panel).toHaveTextContent('0x03039000');
  await userEvent.click(screen.getByRole('button', { name: 'Go to 18.62 s: written again' }));
  expect(actions.seek).toHaveBeenCalledWith(18_620_000);
  await userEvent.click(screen.getByRole('button', { name: /Close/ }));
  expect(actions.clearSelection).toHaveBeenCalled();
});

test('a write before the first turn makes nothing stale', () => {
  const written = { kind: PAGE_EVENT.written, round: 1 };
  pick({
    ...HISTORY,
    rows: [
      { ...written, atUs: 1e6 },
      { atUs: 2e6, kind: PAGE_EVENT.sent, round: 1 },
      { ...written, atUs: 3e6 },
    ],
  });
  show(<PagePanel />);
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    '1.00 swritten before its turn',
    '2.00 ssent in round 1',
    '3.00 swritten again',
  ]);
});

test('a page nobody uses is in no tree', () => {
  pick({ ...HISTORY, process: -1, depth: -1, rows: [] });
  show(<PagePanel />);
  const panel = screen.getByRole('region', { name: 'Picked page' });
  expect(panel).toHaveTextContent('no process: it is sent once and never again');
  expect(panel).not.toHaveTextContent('in its tree');
  expect(panel).toHaveTextContent('Nothing yet: no migration has touched it.');
});

test('what belongs to the page picked before is not shown for this one', () => {
  pick({ ...HISTORY, page: 9 });
  show(<PagePanel />);
  expect(screen.getByText('Looking the page up.')).toBeVisible();
});

test('a long history shows its newest rows, the rest on demand', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => ({ atUs: i * 1e6, kind: PAGE_EVENT.written, round: 1 }));
  pick({ ...HISTORY, rows });
  show(<PagePanel />);
  expect(screen.queryByText('3.00 s')).toBeNull();
  expect(screen.getByText('29.00 s')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show 18 earlier' }));
  expect(screen.getByText('3.00 s')).toBeVisible();
});
