import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import EvidencePage from '../../src/views/evidence/EvidencePage.tsx';
import { PredictionSection } from '../../src/views/evidence/prediction/PredictionSection.tsx';
import { PublishedSection } from '../../src/views/evidence/published/PublishedSection.tsx';
import { gainRow } from '../store/evidence/rows.ts';
import { fits, over, rows, setEvidence } from './evidence-state.ts';

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
vi.mock('../../src/store/evidence/store.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/evidence/store.ts')>()),
  enterEvidence: () => {},
}));

const gains = ['sort', 'zipf'].flatMap((workload) => [
  gainRow(workload, 'none', 1),
  gainRow(workload, 'lru', 0.995),
  gainRow(workload, 'lazy-counting', 0.99, 1.3),
  gainRow(workload, 'oracle', 0.97),
]);

test('published rounds stand beside the fitted ones, and both are marked as what they are', () => {
  setEvidence({ published: over(fits) });
  render(<PublishedSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /can tell the printed rounds: within 3\.8 %/,
  );
  const card = screen.getByRole('region', { name: 'MMuncher' });
  expect(card).toHaveTextContent('fitted');
  expect(card).toHaveTextContent('published, not re-checked');
  expect(within(card).getByRole('img', { name: /Printed 4 rounds, 638 MB in all/ })).toBeInTheDocument();
  expect(within(card).getByRole('row', { name: /^Downtime 3,500 ms 3,650 ms \+4\.3 %/ })).toBeInTheDocument();
});

test('a fit that misses is said to miss', () => {
  setEvidence({ published: over(fits.map((fit) => ({ ...fit, medianRoundError: 0.4 }))) });
  render(<PublishedSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/miss the printed rounds by 40 %/);
});

test('what prediction gains is told with signs, and the heading follows from the rows', () => {
  setEvidence({ gains: over(gains) });
  const { rerender } = render(<PredictionSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /hardly helps here: in the mean 1\.0 % fewer bytes at best \(lazy counting\), and 3\.0 % fewer bytes with an oracle/,
  );
  const sort = screen.getByRole('table', { name: /^sort none: 100\.0 MB/ });
  expect(within(sort).getByRole('row', { name: /^lazy counting/ })).toHaveTextContent(
    /−1\.0 %.*\+30 %.*0\.50.*0\.25/,
  );
  setEvidence({
    gains: over(gains.map((row) => (row.predictor === 'lru' ? { ...row, bytesSent: 8e7 } : row))),
  });
  rerender(<PredictionSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /helps here: in the mean 20 % fewer bytes with LRU/,
  );
});

test('nothing is claimed before all rows are there', () => {
  setEvidence({ gains: { busy: true, done: 0.5, result: gains, problem: null } });
  render(<PredictionSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    'Does it help to predict the working set?',
  );
  expect(screen.getAllByRole('table')).toHaveLength(2);
});

test('the page has its sections in a list that leads to them', async () => {
  const actions = setEvidence({ twins: over(rows), section: 'published' });
  render(
    <MantineProvider>
      <EvidencePage />
    </MantineProvider>,
  );
  const list = screen.getByRole('navigation', { name: 'Sections' });
  expect(within(list).getByRole('link', { current: true })).toHaveTextContent('Published numbers');
  await userEvent.click(within(list).getByRole('link', { name: 'Does prediction help?' }));
  expect(actions.openSection).toHaveBeenCalledWith('prediction');
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(5);
});
