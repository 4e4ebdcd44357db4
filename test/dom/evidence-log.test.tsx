import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { LogSection } from '../../src/views/evidence/log/LogSection.tsx';
import { over, readingOf, setEvidence } from './evidence-state.ts';

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

const mount = () =>
  render(
    <MantineProvider>
      <LogSection />
    </MantineProvider>,
  );
const opened = { logName: 'mine.jsonl', log: over(readingOf()) };

test('says what it reads and that nothing leaves the browser', () => {
  setEvidence();
  mount();
  expect(screen.getByText(/Nothing leaves this browser/)).toBeInTheDocument();
  expect(screen.getByText('How to record such a log')).toBeInTheDocument();
});

test('takes a log that is chosen, or pasted into the field', async () => {
  const actions = setEvidence();
  const { container } = mount();
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  await userEvent.upload(input, new File(['{}'], 'chosen.jsonl'));
  await vi.waitFor(() => expect(actions.openLog).toHaveBeenCalledWith('chosen.jsonl', '{}'));
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
  expect(actions.tell).toHaveBeenCalledWith(expect.stringMatching(/^Nothing is pasted yet/));
  await userEvent.click(screen.getByRole('textbox', { name: 'or paste one here' }));
  await userEvent.paste('{"status":"completed"}');
  await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
  expect(actions.openLog).toHaveBeenLastCalledWith('The pasted log', '{"status":"completed"}');
});

test('draws the log beside the simulation, with the lines that were left out', () => {
  setEvidence(opened);
  mount();
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /^mine\.jsonl: the simulation with the same settings takes \d.* % (more|less) time and sends \d/,
  );
  expect(screen.getByRole('img', { name: /^Remaining memory over time/ })).toBeInTheDocument();
  expect(screen.getByText('1 of 42 lines was left out')).toBeInTheDocument();
  expect(screen.getByText('Line 7 is no JSON: it ends too early.')).toBeVisible();
});

test('a log that ends before its migration does has no errors yet', () => {
  const { measured } = readingOf();
  const soFar = measured && { ...measured, completed: false, totalTimeMs: 1200, downtimeMs: null };
  setEvidence({ logName: 'mine.jsonl', log: over(readingOf({ measured: soFar })) });
  mount();
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/was not finished when the log ends$/);
  expect(screen.getByRole('row', { name: /^Total time 1\.200 s \d+\.\d+ s –$/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^Outcome under way converged/ })).toBeInTheDocument();
});

test('every setting says where it comes from and can be set by hand', async () => {
  const actions = setEvidence(opened);
  mount();
  const table = screen.getByRole('table', { name: /^Settings of the simulation/ });
  expect(within(table).getByRole('row', { name: /Memory/ })).toHaveTextContent('ram.total of line 1');
  const memory = within(table).getByRole('textbox', { name: 'Memory' });
  await userEvent.clear(memory);
  await userEvent.type(memory, '512{Enter}');
  expect(actions.setLogParameter).toHaveBeenLastCalledWith('vm.memoryMiB', 512);
  await userEvent.clear(memory);
  await userEvent.type(memory, 'much{Enter}');
  expect(actions.tell).toHaveBeenLastCalledWith(
    expect.stringMatching(/^Memory needs a number; much is none/),
  );
  await userEvent.click(within(table).getByRole('checkbox', { name: 'Auto-converge' }));
  expect(actions.setLogParameter).toHaveBeenLastCalledWith('strategy.autoConverge', true);
  await userEvent.selectOptions(within(table).getByRole('combobox', { name: 'Pattern' }), 'Zipf');
  expect(actions.setLogParameter).toHaveBeenLastCalledWith('vm.workload.pattern', 'zipf');
});

test('a log that cannot be used is told, and the one on screen stays', () => {
  setEvidence({
    ...opened,
    log: { ...opened.log, problem: 'bad.txt could not be used: it holds no reply.' },
  });
  mount();
  expect(screen.getByRole('alert')).toHaveTextContent('bad.txt could not be used');
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/^mine\.jsonl/);
});
