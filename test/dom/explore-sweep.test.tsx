import { MantineProvider } from '@mantine/core';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { exploreStore } from '../../src/store/explore/store.ts';
import { SweepView } from '../../src/views/explore/sweep/SweepView.tsx';
import { pictures } from '../../src/views/shared/pictures.ts';
import { specOf } from '../layout/explore/sample.ts';
import { runOf, setExplore } from './explore-state.ts';

const mount = () =>
  render(
    <MantineProvider>
      <SweepView />
    </MantineProvider>,
  );

const xs = [10e6, 20e6, 40e6];
const map = specOf({ xs, ys: [1000, 2000, 4000], variants: ['QEMU’s rule', 'Xen’s rule'], seeds: 2 });
/** Never converges in the corner of much writing and little bandwidth. */
const border = ({ x, y, variant, seed }: { x: number; y: number; variant: number; seed: number }) =>
  variant === 0 && y > x ? null : 10 * (x + 1) + y + seed;

const sentence = () => screen.getByRole('heading', { level: 1 }).textContent?.replace(/\s+/g, ' ').trim();
const readout = () => screen.getByRole('region', { name: 'Read-out' });
const grid = () => screen.getByRole('grid');

describe('before it is run', () => {
  test('the sentence asks, with this sweep’s numbers, and the button starts it', async () => {
    const actions = setExplore(map, null);
    mount();
    expect(sentence()).toBe(
      'How does downtime depend on bandwidth and page writes? 3 × 3 places × 2 variants × 2 seeds: 36 runs.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Start 36 runs' }));
    expect(actions.start).toHaveBeenCalled();
  });
});

describe('while it runs', () => {
  test('progress and time left are told, results so far count as such, and it can be cancelled', async () => {
    const run = runOf(map, (place) => (place.seed === 0 && place.variant === 0 ? border(place) : undefined));
    const actions = setExplore(map, null, {
      run: { ...run, running: true, cancelled: false, leftMs: 65_000 },
    });
    mount();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '9');
    expect(screen.getByText('9 of 36')).toBeVisible();
    expect(screen.getByText('1 min 05 s left')).toBeVisible();
    expect(sentence()).toMatch(/^So far: .* 3 of 9 settings never converge\.$/);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(actions.cancel).toHaveBeenCalled();
  });

  test('what was cancelled goes on with what is missing', async () => {
    const actions = setExplore(map, (place) => (place.seed === 0 ? border(place) : undefined));
    mount();
    await userEvent.click(screen.getByRole('button', { name: 'Go on with 18' }));
    expect(actions.goOn).toHaveBeenCalled();
    expect(screen.getByText('stopped at 18 of 36')).toBeVisible();
  });
});

describe('when it is done', () => {
  test('the sentence names the border of convergence and counts', () => {
    setExplore(map, border);
    mount();
    expect(sentence()).toBe(
      'QEMU’s rule stops converging above 2,000/s of page writes at 20 MB/s of bandwidth. 3 of 18 settings never converge.',
    );
    expect(screen.getByText('36 runs in 12 s')).toBeVisible();
  });

  test('of lines it gives the span, and who is smaller how often', () => {
    const lines = specOf({ xs, variants: ['a', 'b'] });
    setExplore(lines, ({ variant, x }) => 10 + 10 * x + (variant === 0 ? 1 : 3 * x));
    mount();
    expect(sentence()).toBe(
      'Downtime: 10 ms (b, bandwidth 10 MB/s) to 36 ms (b, bandwidth 40 MB/s). Smaller with a than with b in 2 of 3 settings.',
    );
  });

  test('arrows walk over the places and tell them, Enter opens the run, Esc lets go', async () => {
    const actions = setExplore(map, border);
    mount();
    grid().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(actions.pick).toHaveBeenLastCalledWith(0);
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    // second column, second row of the first map: case (0·3 + 1)·3 + 1 = 4, of two seeds
    expect(actions.pick).toHaveBeenLastCalledWith(8);
    expect(screen.getByRole('gridcell')).toHaveAccessibleName(
      'QEMU’s rule, bandwidth 20 MB/s, page writes 2,000/s: Downtime 21.5 ms, completed.',
    );
    expect(grid()).toHaveAttribute('aria-activedescendant', screen.getByRole('gridcell').id);
    await userEvent.keyboard('{Enter}');
    expect(actions.openCase).toHaveBeenLastCalledWith(8);
    await userEvent.keyboard('{PageDown}');
    expect(actions.pick).toHaveBeenLastCalledWith(26);
    await userEvent.keyboard('{Home}{ArrowLeft}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(actions.pick).toHaveBeenLastCalledWith(18);
    await userEvent.keyboard('{Escape}');
    expect(actions.pick).toHaveBeenLastCalledWith(null);
  });

  test('the read-out lists each seed with its run, and the variants with signed differences', async () => {
    const actions = setExplore(map, border, { picked: 8 });
    mount();
    expect(within(readout()).getByRole('heading', { name: 'QEMU’s rule' })).toBeVisible();
    expect(readout()).toHaveTextContent('mean of 2, 21 ms to 22 ms');
    await userEvent.click(within(readout()).getByRole('button', { name: 'Open the run of seed 2' }));
    expect(actions.openCase).toHaveBeenLastCalledWith(9);
    await userEvent.click(within(readout()).getByRole('button', { name: 'Open this run' }));
    expect(actions.openCase).toHaveBeenLastCalledWith(8);
    const other = within(readout()).getByRole('row', { name: /^Xen’s rule/ });
    expect(other).toHaveTextContent('21.5 ms±0 ms±0 %');
    await userEvent.click(
      within(readout()).getByRole('button', { name: 'Compare with Xen’s rule, over time' }),
    );
    expect(actions.compare.mock.calls[0]?.map(({ subject }) => subject.spec.seed)).toEqual([8, 26]);
    expect(actions.setView).toHaveBeenLastCalledWith('compare');
  });

  test('what never converges is said, not shown as a number', () => {
    // page writes 4,000 at 10 MB/s
    setExplore(map, border, { picked: 2 * 3 * 2 });
    mount();
    expect(readout()).toHaveTextContent('Downtimenever converges');
    expect(screen.getByRole('gridcell')).toHaveAccessibleName(/: never converges\.$/);
  });

  test('a refused place says why', () => {
    setExplore(specOf({ xs, seeds: 2 }), ({ x }) => (x === 0 ? 'The hot set does not fit.' : 5), {
      picked: 0,
    });
    mount();
    expect(readout()).toHaveTextContent('The hot set does not fit.');
  });

  test('numbers stand in tables, one a variant', async () => {
    setExplore(map, border);
    mount();
    await userEvent.click(screen.getByRole('radio', { name: 'Numbers' }));
    const tables = screen.getAllByRole('table', { name: /Downtime, mean of 2 seeds, in ms/ });
    expect(tables).toHaveLength(2);
    const row = within(tables[0] ?? document.body).getByRole('row', { name: /^4,000/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['never', 'never', '32.5']);
  });

  test('another figure can be drawn', async () => {
    const actions = setExplore(map, border);
    mount();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Figure' }), 'bytesSent');
    expect(actions.setFigure).toHaveBeenCalledWith('bytesSent');
  });

  test('the picture can be had as a file with its title, its axes and its legend', async () => {
    setExplore(map, border);
    mount();
    const picture = pictures.get().find(({ id }) => id === 'sweep');
    const svg = new DOMParser().parseFromString((await picture?.svg()) ?? '', 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('title')?.textContent).toBe('A sweep');
    expect(svg.documentElement.textContent).toContain('never converges');
    expect(svg.documentElement.textContent).toContain('Bandwidth (MB/s)');
    expect(svg.documentElement.outerHTML).not.toMatch(/NaN|undefined|var\(/);
  });
});

test('results that come are drawn without a new sweep', () => {
  const run = runOf(map, () => undefined);
  setExplore(map, null, { run: { ...run, running: true } });
  mount();
  expect(sentence()).toBe('The first results are on their way.');
  act(() => exploreStore.setState({ run: runOf(map, border) }));
  expect(sentence()).toMatch(/^QEMU’s rule stops converging/);
});
