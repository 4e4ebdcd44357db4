import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { TwinDetail } from '../../src/protocol/migration/requests.ts';
import { MachineSection } from '../../src/views/evidence/machine/MachineSection.tsx';
import { changeEvidence, details, over, rows, setEvidence } from './evidence-state.ts';

const seen: (() => void)[] = [];

vi.stubGlobal(
  'IntersectionObserver',
  class {
    constructor(run: (entries: { isIntersecting: boolean }[]) => void) {
      seen.push(() => run([{ isIntersecting: true }]));
    }
    observe() {}
    disconnect() {}
  },
);

const runs = () => screen.getByRole('region', { name: 'All runs' });
const names = () =>
  within(runs())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('rowheader').textContent);
const whole = { twins: over(rows) };

test('begins to simulate the twins when it comes into sight', () => {
  const actions = setEvidence();
  render(<MachineSection />);
  expect(actions.startTwins).not.toHaveBeenCalled();
  seen.at(-1)?.();
  expect(actions.startTwins).toHaveBeenCalledOnce();
});

test('shows the runs as they come, and can be cancelled and taken up again', async () => {
  const actions = setEvidence({ twins: { busy: true, done: 0.25, result: rows.slice(0, 3), problem: null } });
  render(<MachineSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('3 of them compared so far');
  expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0.25');
  expect(names()).toHaveLength(3);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.cancelTwins).toHaveBeenCalledOnce();
  changeEvidence({ twins: { busy: false, done: 0.25, result: rows.slice(0, 3), problem: null } });
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(actions.startTwins).toHaveBeenCalledOnce();
});

test('states what came out, from the rows and not by heart', () => {
  setEvidence(whole);
  render(<MachineSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /take as long as measured ones: total times 0\.\d\d % off in the median/,
  );
  const wrong = rows.map((row) => ({
    ...row,
    twin: { ...row.twin, totalTimeMs: row.twin.totalTimeMs * 1.2 },
  }));
  changeEvidence({ twins: over(wrong) });
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/20 % longer or shorter/);
});

test('tells errors for each kind of run, simulation and textbook side by side', async () => {
  setEvidence(whole);
  render(<MachineSection />);
  const table = screen.getByRole('table', { name: 'Errors of total time' });
  const group = within(table).getByRole('row', { name: /^pre-copy simulation/ });
  expect(within(group).getByRole('cell', { name: '6 of 6' })).toBeInTheDocument();
  expect(within(table).getByRole('row', { name: /^textbook/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Downtime' }));
  expect(screen.getByRole('table', { name: 'Errors of downtime' })).toHaveTextContent(/\d ms/);
});

test('marks the modes by shape, and the textbook by open marks when asked for', async () => {
  setEvidence(whole);
  render(<MachineSection />);
  const scatter = () => screen.getByRole('img', { name: /^Total time: simulated against measured/ });
  const shapes = () =>
    new Set([...scatter().querySelectorAll('path[transform]')].map((mark) => mark.getAttribute('d')));
  const marks = () => scatter().querySelectorAll('path[transform]').length;
  expect(shapes().size).toBe(4);
  expect(marks()).toBe(rows.length);
  await userEvent.click(screen.getByRole('checkbox', { name: /textbook/ }));
  expect(marks()).toBe(rows.length + rows.filter(({ textbook }) => textbook !== null).length);
  await userEvent.click(screen.getByRole('radio', { name: 'post-copy' }));
  expect(shapes().size).toBe(1);
  expect(names()).toHaveLength(3);
});

test('sorts the runs by any column', async () => {
  setEvidence(whole);
  render(<MachineSection />);
  await userEvent.click(within(runs()).getByRole('button', { name: /^Run/ }));
  expect(names()[0]).toMatch(/^ac-u/);
  expect(within(runs()).getByRole('columnheader', { name: /^Run/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await userEvent.click(within(runs()).getByRole('button', { name: /^Run/ }));
  expect(names()[0]).toMatch(/^xb-u/);
});

test('opens a run by keyboard: one tab stop, arrows, Enter', async () => {
  const actions = setEvidence(whole);
  render(<MachineSection />);
  const buttons = within(runs()).getAllByRole('button', { name: /^Open/ });
  expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  buttons[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(buttons[2]);
  expect(screen.getByText(/measured .* simulated/, { selector: 'p' })).toHaveTextContent(/repeat \d/);
  await userEvent.keyboard('{Enter}');
  expect(actions.choose).toHaveBeenCalledOnce();
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(buttons.at(-1));
});

test('a run’s detail has both curves in figures, the rounds, and a link to play it', async () => {
  const detail = details[0] as TwinDetail;
  const { name, repeat } = detail.row;
  const actions = setEvidence({ ...whole, chosen: { name, repeat }, detail: over(detail) });
  render(<MachineSection />);
  const region = screen.getByRole('region', { name: 'One run' });
  expect(within(region).getByRole('img', { name: /^Remaining memory over time/ })).toBeInTheDocument();
  expect(within(region).getByRole('img', { name: /^Bytes sent in each round/ })).toBeInTheDocument();
  expect(region).toHaveTextContent(
    /128 MiB with uniform writes to 16 MiB, 2,000 pages a second; pace 32 MB\/s/,
  );
  expect(within(region).getByRole('link', { name: /Migration workspace/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/^#\/migration\?v=1&move=/),
  );
  await userEvent.click(within(region).getByRole('button', { name: 'Close' }));
  expect(actions.choose).toHaveBeenCalledWith(null);
});
