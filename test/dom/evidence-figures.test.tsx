import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import EvidencePage from '../../src/views/evidence/EvidencePage.tsx';
import { PredictionSection } from '../../src/views/evidence/prediction/PredictionSection.tsx';
import { PublishedSection } from '../../src/views/evidence/published/PublishedSection.tsx';
import { ReferenceSection } from '../../src/views/evidence/references/ReferenceSection.tsx';
import { SpeedSection } from '../../src/views/evidence/speed/SpeedSection.tsx';
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

const references = {
  trees: [
    {
      kind: 'splay',
      name: 'Splay tree',
      exponent: 1,
      claimed: { path: 8.58, rotations: 7.57 },
      path: { mean: 8.8, least: 8.4, most: 9.1 },
      rotations: { mean: 7.8, least: 7.4, most: 8.1 },
      pathError: 8.8 / 8.58 - 1,
    },
  ],
  spans: [
    { span: 'before', printed: 0.25, mean: 0.255, least: 0.25, most: 0.26, error: 0.02 } as const,
    { span: 'move', printed: 3000, mean: 3600, least: 3100, most: 4000, error: 0.2 } as const,
  ],
  gains: [
    { predictor: 'none', pages: 0, hold: 'round-1', bytesSent: 2e8, moveMs: 3100, downtimeMs: 50 } as const,
    {
      predictor: 'lru',
      pages: 64,
      hold: 'until-stop',
      bytesSent: 1.9e8,
      moveMs: 3000,
      downtimeMs: 60,
    } as const,
  ],
};

test('reference tables: claimed, here, range and error; the heading is their worst', () => {
  setEvidence({ references: over(references) });
  render(<ReferenceSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /within 2\.6 % of the reference in the median, 2\.6 % \(Splay tree\) at most; round trips within 2\.0 %/,
  );
  const trees = screen.getByRole('table', { name: 'Zipf 1.0' });
  expect(
    within(trees).getByRole('row', { name: /^Splay tree 8\.58 8\.80 8\.40 – 9\.10 \+2\.6 % 7\.57 7\.80/ }),
  ).toBeInTheDocument();
  const gains = screen.getByRole('table', { name: /What prediction does/ });
  expect(
    within(gains).getByRole('row', { name: /^LRU, 64, until the stop 190\.0 MB −5\.0 %/ }),
  ).toBeInTheDocument();
});

test('the speed is measured when somebody asks, and the same bits are said to be the same', async () => {
  const rows = [{ name: 'failover', ratio: 200, perSecond: 200 }] as const;
  const claimed = { machine: 'Node 1', rows: [{ ...rows[0], ratio: 100 }], hash: 'abc' };
  const actions = setEvidence();
  const { rerender } = render(<SpeedSection />);
  await userEvent.click(screen.getByRole('button', { name: /Measure here/ }));
  expect(actions.startSpeed).toHaveBeenCalledOnce();
  setEvidence({ speed: over({ rows, hash: 'abc', claimed }) });
  rerender(<SpeedSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/bit for bit as published, 200 times/);
  expect(screen.getByRole('row', { name: /^The scripted 30 s.* 100 × 200 × \+100 %/ })).toBeInTheDocument();
  setEvidence({ speed: over({ rows, hash: 'xyz', claimed }) });
  rerender(<SpeedSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /computes the scripted 30 s differently/,
  );
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
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(7);
});
