import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Catalogue, ParameterInfo } from '../../src/protocol/catalogue.ts';
import { type Frame, SCALAR, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import { initialState } from '../../src/store/initial.ts';
import { newBranch } from '../../src/store/runs.ts';
import { appStore } from '../../src/store/store.ts';
import { Header } from '../../src/views/shell/Header.tsx';
import { Notices } from '../../src/views/shell/Notices.tsx';
import { Parameters } from '../../src/views/shell/panels/Parameters.tsx';
import { Summary } from '../../src/views/shell/panels/Summary.tsx';
import { SentenceBar } from '../../src/views/shell/sentence/SentenceBar.tsx';
import { sampleRun } from '../store/sample-run.ts';
import { phasesUntil } from '../store/toy-engine.ts';
import { ALONE, CALM } from './history-fields.ts';

const pace: ParameterInfo = {
  path: 'migration.rateMbps',
  label: 'Pace',
  description: 'How fast the stream may go.',
  unit: 'Mb/s',
  kind: 'number',
  min: 1,
  max: 1000,
  step: 50,
  default: 700,
  source: 'fitted',
  when: { path: 'failover', values: ['paper-script'] },
  group: 'Migration',
};

const mode: ParameterInfo = {
  path: 'failover',
  label: 'Kind of stop',
  description: 'What the script does.',
  unit: '',
  kind: 'choice',
  choices: [
    { value: 'paper-script', label: 'paper’s script' },
    { value: 'stock-migrating', label: 'stock, migrating' },
  ],
  default: 'paper-script',
  source: '[A]',
  group: 'Run',
};

const demoRun = {
  ...sampleRun,
  commands: [{ atMs: 18_000, command: { kind: 'stop-node' as const, node: 1 } }],
};

const catalogue: Catalogue = {
  version: '9.9.9',
  defaultRun: sampleRun,
  demoRun,
  paperRuns: { memory: demoRun, script: demoRun, stock: demoRun },
  strategies: [],
  stopRules: [],
  pageContents: [],
  predictors: [],
  trees: [],
  workloads: [],
  presets: [],
  layers: [],
  commands: [],
  parameters: [mode, pace],
};

const realActions = appStore.getState().actions;
const setParameter = vi.fn<typeof realActions.setParameter>();
const restart = vi.fn();
const dismissNotice = vi.fn();

beforeEach(() => {
  setParameter.mockReset().mockResolvedValue(null);
  restart.mockReset();
  appStore.setState({
    ...initialState(),
    status: 'ready',
    catalogue,
    branches: [newBranch('a', sampleRun, {})],
    activeKey: 'a',
    actions: { ...realActions, setParameter, restart, dismissNotice },
  });
});

const show = (what: ReactNode) => render(<MantineProvider>{what}</MantineProvider>);

describe('the parameters', () => {
  it('show unit, range, default and source of each', () => {
    show(<Parameters close={() => {}} />);
    expect(screen.getByLabelText('Pace (Mb/s)')).toHaveValue('700');
    expect(screen.getByText('1 to 1,000 · default 700 · fitted')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Migration' })).toBeInTheDocument();
  });

  it('are set when the field is left', async () => {
    show(<Parameters close={() => {}} />);
    const field = screen.getByLabelText('Pace (Mb/s)');
    await userEvent.clear(field);
    await userEvent.type(field, '300');
    expect(setParameter).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(setParameter).toHaveBeenCalledExactlyOnceWith('migration.rateMbps', 300);
  });

  it('out of range are told at the field, and what was typed stays', async () => {
    show(<Parameters close={() => {}} />);
    const field = screen.getByLabelText('Pace (Mb/s)');
    await userEvent.clear(field);
    await userEvent.type(field, '5000{Enter}');
    expect(setParameter).not.toHaveBeenCalled();
    expect(
      screen.getByText('Pace must be 1 to 1,000; 5,000 was given, and the run was left as it is.'),
    ).toBeInTheDocument();
    expect(field).toHaveValue('5,000');
  });

  it('the engine refuses are told at the field', async () => {
    setParameter.mockResolvedValue('That cannot be.');
    show(<Parameters close={() => {}} />);
    await userEvent.selectOptions(screen.getByLabelText('Kind of stop'), 'stock-migrating');
    expect(await screen.findByText('That cannot be.')).toBeInTheDocument();
  });

  it('that have no effect as things stand say so', () => {
    const words = 'no effect now: only where “Kind of stop” is paper’s script';
    const { unmount } = show(<Parameters close={() => {}} />);
    expect(screen.queryByText(words)).toBeNull();
    unmount();
    const scenario = { ...sampleRun.scenario, failover: 'stock-migrating' as const };
    appStore.setState({ branches: [newBranch('a', { ...sampleRun, scenario }, {})] });
    show(<Parameters close={() => {}} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('that differ from their default are marked and can be reset', async () => {
    const scenario = { ...sampleRun.scenario, migration: { ...sampleRun.scenario.migration, rateMbps: 300 } };
    appStore.setState({ branches: [newBranch('a', { ...sampleRun, scenario }, {})] });
    show(<Parameters close={() => {}} />);
    await userEvent.click(screen.getByRole('button', { name: 'changed, reset' }));
    expect(setParameter).toHaveBeenCalledExactlyOnceWith('migration.rateMbps', 700);
  });
});

describe('the header', () => {
  it('names branches only when there are several', () => {
    const { rerender } = show(<Header />);
    expect(screen.queryByRole('button', { name: /Branches/ })).toBeNull();
    act(() =>
      appStore.setState({ branches: [...appStore.getState().branches, newBranch('b', demoRun, {})] }),
    );
    rerender(
      <MantineProvider>
        <Header />
      </MantineProvider>,
    );
    expect(screen.getByRole('button', { name: 'Branches 2' })).toBeInTheDocument();
  });

  it('switches the kind of stop', async () => {
    show(<Header />);
    await userEvent.selectOptions(screen.getByLabelText('What the stop does'), 'stock-rebooting');
    expect(setParameter).toHaveBeenCalledExactlyOnceWith('failover', 'stock-rebooting');
  });
});

describe('a notice', () => {
  it('of an error is an alert, others are a status; both can be dismissed', async () => {
    show(<Notices />);
    act(() => appStore.setState({ notice: { kind: 'error', text: 'The link is broken.' } }));
    expect(screen.getByRole('alert')).toHaveTextContent('The link is broken.');
    act(() => appStore.setState({ notice: { kind: 'worker', text: 'Started again.' } }));
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
    expect(screen.getByRole('status')).toHaveTextContent('Started again.');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(dismissNotice).toHaveBeenCalledOnce();
  });
});

describe('the sentence bar', () => {
  it('says that the simulation is being loaded before the first frame', () => {
    show(<SentenceBar />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The simulation is being loaded.');
    expect(screen.getByRole('button', { name: 'Why?' })).toBeInTheDocument();
  });
});

describe('the summary', () => {
  beforeEach(() => {
    const endUs = 30_000_000;
    const pings: number[] = [];
    for (let at = 0; at <= endUs; at += 10_000) {
      const rtt =
        at >= 21_190_000 && at < 21_220_000 ? Number.NaN : at > 18_150_000 && at < 21_190_000 ? 1 : 0.25;
      pings.push(at, rtt, 0, 0, 0, -1);
    }
    const history = {
      revision: 1,
      phases: phasesUntil(demoRun, endUs),
      migrations: [
        {
          id: 0,
          vm: 0,
          from: 0,
          to: 1,
          strategy: 'pre-copy',
          startUs: 18_150_000,
          suspendUs: 21_190_000,
          endUs: 21_220_000,
          outcome: 'completed' as const,
          totalPages: 65_536,
          heldPages: 0,
          pagesSent: 70_000,
          bytesSent: 290_000_000,
          heldWritten: 0,
          dirtiedDistinct: 0,
          rounds: [],
        },
      ],
      events: [],
      vms: [
        {
          id: 0,
          name: 'x0',
          os: '',
          role: '',
          memoryPages: 65_536,
          node: 1,
          state: 'running' as const,
          belief: { state: 'started' as const, node: 1 },
          ...ALONE,
          responseMs: null,
        },
      ],
      nodes: [],
      ...CALM,
    };
    const branch = newBranch('a', demoRun, { reachedUs: endUs, history, farHistory: history });
    branch.series.pings = { data: Float64Array.from(pings), rows: pings.length / 6, width: 6 };
    appStore.setState({ branches: [branch] });
  });

  it('gives the figures beside the paper’s', () => {
    show(<Summary close={() => {}} />);
    expect(screen.getByRole('row', { name: /^before the stop/ })).toHaveTextContent('0.250 ms0.25 ms±0.0 %');
    expect(screen.getByRole('row', { name: /^while memory streams/ })).toHaveTextContent(
      '0.998 ms1.00 ms−0.2 %',
    );
    expect(screen.getByText('of downtime').parentElement).toHaveTextContent('30.0 ms');
    expect(screen.getByText('pings lost').parentElement).toHaveTextContent('3');
  });

  it('claims that prediction helps only when the run says so', () => {
    const totals = {
      strategy: 'working-set-pre-copy',
      predictor: 'lru',
      totalMs: 1,
      downtimeMs: 1,
      pagesSent: 1,
      rounds: 1,
    };
    const compared = (here: number, plain: number) => ({
      vm: 0,
      here: { ...totals, bytesSent: here },
      baseline: { ...totals, bytesSent: plain },
    });
    show(<Summary close={() => {}} />);
    expect(screen.getByText(/being run on the same seed/)).toBeInTheDocument();
    act(() => appStore.setState({ comparison: compared(270e6, 272e6) }));
    expect(screen.getByText('Here, prediction saved 2.0 MB of 272.0 MB.')).toBeInTheDocument();
    act(() => appStore.setState({ comparison: compared(275e6, 272e6) }));
    expect(screen.getByText(/prediction did not pay: 3.0 MB more/, { selector: 'p' })).toBeInTheDocument();
    const plain = { ...totals, strategy: 'pre-copy', bytesSent: 272e6 };
    act(() => appStore.setState({ comparison: { vm: 0, here: plain, baseline: plain } }));
    expect(screen.getByText('Nothing was predicted or held back in this run.')).toBeInTheDocument();
  });

  it('is offered at the end of a run, also to who came by its link, and not before', async () => {
    const openPanel = vi.fn();
    const { actions, branches } = appStore.getState();
    const scalars = new Float64Array(SCALAR_COUNT);
    scalars[SCALAR.timeUs] = 30_000_000;
    scalars[SCALAR.finished] = 1;
    const none = {
      cpu: new Float64Array(0),
      heard: new Float64Array(0),
      pages: null,
      tree: null,
      history: null,
      series: [],
    };
    const frame: Frame = { generation: 0, runKey: 'a', scalars, ...none };
    const playback = { ...appStore.getState().playback, playing: false, reachedUs: 30_000_000 };
    appStore.setState({
      activeKey: 'a',
      branches,
      frame,
      playback,
      atUs: 20_000_000,
      actions: { ...actions, openPanel },
    });
    show(<SentenceBar />);
    expect(screen.queryByRole('button', { name: 'Summary' })).not.toBeInTheDocument();
    act(() => appStore.setState({ atUs: 30_000_000 }));
    await userEvent.click(screen.getByRole('button', { name: 'Summary' }));
    expect(openPanel).toHaveBeenCalledWith('summary');
  });

  it('can be taken away as a text that names scenario, seed, version and link', () => {
    show(<Summary close={() => {}} />);
    const text = screen.getByLabelText<HTMLTextAreaElement>('As text, to cite').value;
    expect(text).toContain('while memory streams: 0.998 ms (paper 1.00 ms, −0.2 %)');
    expect(text).toContain('Migrascope 9.9.9');
    expect(text).toContain('seed 1, stop of node 1 at 18.0 s.');
    expect(text).toMatch(/#\/failover\?v=1&run=\S+$/);
  });

  it('offers what to try next, and each does something', async () => {
    show(<Summary close={() => {}} />);
    await userEvent.click(screen.getByRole('button', { name: 'Without prediction' }));
    expect(setParameter).toHaveBeenCalledExactlyOnceWith('prediction.predictor', 'none');
    expect(restart).toHaveBeenCalledOnce();
  });
});
