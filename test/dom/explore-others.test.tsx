import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { RankRow, RunOutcome } from '../../src/protocol/explore/requests.ts';
import { IDLE } from '../../src/store/long-work.ts';
import { CompareView } from '../../src/views/explore/compare/CompareView.tsx';
import { RankView } from '../../src/views/explore/rank/RankView.tsx';
import { specOf } from '../layout/explore/sample.ts';
import { catalogue, setExplore } from './explore-state.ts';

const sweep = specOf({ xs: [1e6, 2e6] });
const sentence = () => screen.getByRole('heading', { level: 1 }).textContent?.replace(/\s+/g, ' ').trim();
const show = (view: React.ReactNode) => render(<MantineProvider>{view}</MantineProvider>);

function row(
  parameter: string,
  label: string,
  figures: readonly (number | null)[],
  problem: string | null = null,
): RankRow {
  const [atLow, atNow, atHigh] = figures.map((downtimeMs) => ({ downtimeMs: downtimeMs ?? null }));
  return {
    parameter,
    label,
    unit: 'ms',
    low: 50,
    now: 100,
    high: 200,
    atLow: atLow ?? {},
    atNow: atNow ?? {},
    atHigh: atHigh ?? {},
    problem,
  };
}

describe('what matters', () => {
  const rows = [
    row('link.latencyMs', 'Latency', [30, 30, 31]),
    row('strategy.stopRule.downtimeLimitMs', 'Downtime limit', [15, 30, 60]),
    row('link.jitterMs', 'Jitter', [30, 30, 30]),
    row(
      'faults.sourceDiesAtMs',
      'faults.sourceDiesAtMs',
      [null, null, null],
      '"faults.sourceDiesAtMs" is not set here.',
    ),
  ];
  const ranking = { busy: false, done: 1, problem: null, result: { subject: sweep.subject, seeds: 3, rows } };

  test('asks, and ranks the chosen run with so many seeds', async () => {
    const actions = setExplore(sweep, null, { ranking: IDLE });
    show(<RankView />);
    expect(sentence()).toBe('Which parameters of Migration · the run this sweep varies move downtime most?');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Seeds' }), '5');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Run' }), 'first:trees');
    await userEvent.click(screen.getByRole('button', { name: 'Rank all parameters' }));
    expect(actions.rank).toHaveBeenCalledWith({ kind: 'trees', lab: catalogue.defaults.trees }, 5);
  });

  test('shows what moves the figure most on top, and what moves nothing apart', () => {
    setExplore(sweep, null, { ranking });
    show(<RankView />);
    expect(sentence()).toBe(
      'Downtime limit moves downtime most: 15 ms at 50 ms, 30 ms as it is, 60 ms at 200 ms. 1 of 4 parameters change nothing.',
    );
    const [, first, second, ...others] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('Downtime limit50 … 200 ms−15 ms → 15 ms+30 ms → 60 ms');
    expect(second).toHaveTextContent('Latency50 … 200 ms±0+1 ms → 31 ms');
    expect(others).toHaveLength(0);
    expect(screen.getByText('Parameters that change nothing (1)')).toBeVisible();
    expect(screen.getByText(/Source dies.*is not set here/)).toBeInTheDocument();
  });

  test('a parameter opens a sweep of it and starts it', async () => {
    const actions = setExplore(sweep, null, { ranking });
    show(<RankView />);
    await userEvent.click(screen.getByRole('button', { name: 'Downtime limit' }));
    const spec = actions.openSweep.mock.calls[0]?.[0];
    expect(spec?.axes).toHaveLength(1);
    expect(spec?.axes[0].parameter).toBe('strategy.stopRule.downtimeLimitMs');
    expect([spec?.axes[0].values[0], spec?.axes[0].values.at(-1), spec?.axes[0].values.length]).toEqual([
      50, 200, 9,
    ]);
    expect(spec?.subject).toEqual(sweep.subject);
    expect(actions.start).toHaveBeenCalled();
  });

  test('can be cancelled while rows come', async () => {
    const actions = setExplore(sweep, null, { ranking: { ...ranking, busy: true, done: 0.5 } });
    show(<RankView />);
    expect(screen.getByText('4 of 8')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(actions.cancelRank).toHaveBeenCalled();
  });
});

describe('two runs over each other', () => {
  const outcome = (downtimeMs: number, bytesSent: number): RunOutcome => ({
    outcome: 'completed',
    problem: null,
    figures: { downtimeMs, bytesSent, rounds: 4 },
    curves: [
      {
        name: 'left',
        label: 'Bytes left',
        unit: 'B',
        at: Float64Array.of(0, 10),
        value: Float64Array.of(5e6, 0),
      },
    ],
  });
  const first = { kind: 'migration' as const, spec: catalogue.defaults.migration.spec };
  const pair = [
    { name: 'this', subject: sweep.subject, outcome: outcome(30, 100e6) },
    { name: 'that', subject: first, outcome: outcome(45, 80e6) },
  ] as const;

  test('are told apart by kind before anything is run', async () => {
    const actions = setExplore(sweep, null);
    show(<CompareView />);
    expect(screen.getByRole('button', { name: 'Compare' })).toBeDisabled();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Run A' }), 'sweep');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Run B' }), 'first:trees');
    expect(sentence()).toMatch(/only runs of the same kind can be compared/);
    expect(screen.getByRole('button', { name: 'Compare' })).toBeDisabled();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Run B' }), 'first:migration');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    expect(actions.compare.mock.calls[0]?.map(({ subject }: { subject: unknown }) => subject)).toEqual([
      sweep.subject,
      first,
    ]);
  });

  test('stand in one table with signed differences, and the sentence says the leading ones', () => {
    setExplore(sweep, null, { compared: { busy: false, done: 1, problem: null, result: pair } });
    show(<CompareView />);
    expect(sentence()).toBe('“that” against “this”: downtime +15 ms (+50 %); bytes sent −20 MB (−20 %).');
    const table = screen.getByRole('table', { name: 'Figures' });
    expect(within(table).getByRole('row', { name: /^Downtime/ })).toHaveTextContent(
      'Downtime (ms)3045+15+50 %',
    );
    expect(within(table).getByRole('row', { name: /^Bytes sent/ })).toHaveTextContent('10080−20−20 %');
    expect(within(table).getByRole('row', { name: /^Rounds/ })).toHaveTextContent('44±0');
    expect(
      screen.getByRole('img', { name: 'Bytes left of this (solid) and that (dashed) over time.' }),
    ).toBeInTheDocument();
  });
});
