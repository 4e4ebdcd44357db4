/** The panel of the paper's tables, and the section that shows the same rows. */
import { join } from 'node:path';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { readTrace } from '../../src/cli/files.ts';
import { paperTables } from '../../src/engine/experiments/paper-runs.ts';
import { TRACE_NAMES, traceLibrary } from '../../src/engine/memory/trace.ts';
import { defaultRun } from '../../src/engine/simulation/default-scenario.ts';
import type { VmSummary } from '../../src/engine/simulation/history.ts';
import type { PaperValue } from '../../src/protocol/requests.ts';
import { merged } from '../../src/store/tables.ts';
import type { AppState } from '../../src/store/types.ts';
import { TablesSection } from '../../src/views/evidence/tables/TablesSection.tsx';
import { Tables } from '../../src/views/shell/panels/tables/Tables.tsx';
import { over, setEvidence } from './evidence-state.ts';
import { branchWith, setStore, show } from './failover-state.tsx';
import { ALONE, CALM } from './history-fields.ts';

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

// Beside a page, modules have addresses of the web; the files are found by this folder.
const traces = join(import.meta.dirname, '../../public/page-traces');
const library = traceLibrary(
  TRACE_NAMES.flatMap((name) => {
    const [trace] = readTrace(join(traces, `${name}.csv.gz`)).traces;
    return trace === undefined ? [] : [{ ...trace, name }];
  }),
);
const values = all();

function all(): readonly PaperValue[] {
  const steps = paperTables(library);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.values;
  }
}

const empty = values.map((value) => ({ ...value, simulated: null, error: null, within: null }));

const server: VmSummary = {
  ...ALONE,
  id: 2,
  name: 'x2',
  os: 'Windows XP',
  role: 'Apache',
  memoryPages: 65_536,
  node: 1,
  state: 'running',
  belief: { state: 'started', node: 1 },
  memoryInUseMB: 20,
  responseMs: 0.0541,
};

function open(tables: AppState['tables'], vm: Partial<VmSummary> = {}) {
  const branch = branchWith([]);
  const history = {
    ...CALM,
    revision: 1,
    phases: [],
    migrations: [],
    events: [],
    vms: [{ ...server, ...vm }],
    nodes: [],
  };
  const actions = setStore({
    activeKey: branch.key,
    branches: [{ ...branch, run: { ...defaultRun }, history }],
    tables,
  });
  show(<Tables close={vi.fn()} />);
  return actions;
}

const row = (table: RegExp, name: RegExp) =>
  within(screen.getByRole('table', { name: table })).getByRole('row', { name });

test('printed, simulated and error stand side by side in all four tables', () => {
  open(values);
  expect(screen.getByText(/^All 25 printed values are met\./)).toBeInTheDocument();
  expect(row(/^Table 1/, /^50\sMB 0\.141 0\.129 −8\.3\s% 44 44\.0 ±0\.0$/)).toBeInTheDocument();
  expect(row(/^Table 2/, /^50\sMB 0\.110 0\.108 −1\.6\s% 41 41\.0 ±0\.0$/)).toBeInTheDocument();
  expect(row(/^Table 3/, /^while it moves \(18–21\ss\) 1\.0 1\.0/)).toBeInTheDocument();
  expect(row(/^Table 4/, /^before the stop – 0\.2\d\d –$/)).toBeInTheDocument();
});

test('nothing is told of what the run has not reached', () => {
  open(empty);
  expect(screen.getByText(/^No printed value is reached yet\./)).toBeInTheDocument();
  expect(row(/^Table 1/, /^10\sMB 0\.046 – – 44 – –$/)).toBeInTheDocument();
});

test('a value beyond its tolerance is said to be', () => {
  open(
    values.map((value) =>
      value.table === 4 && value.row === 'during'
        ? { ...value, simulated: 1.5, error: 0.154, within: false }
        : value,
    ),
  );
  expect(screen.getByText(/^1 of the 25 values reached so far are beyond/)).toBeInTheDocument();
  expect(row(/^Table 4/, /\+15\.4\s%, beyond the tolerance/)).toBeInTheDocument();
});

test('each button is a call of httperf or an experiment', async () => {
  const actions = open(empty);
  expect(actions.readTables).toHaveBeenCalled();
  expect(screen.getByText(/x2 has 20 MB in use for requests; a request takes 0\.054/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'increase_mem' }));
  expect(actions.give).toHaveBeenCalledWith({ kind: 'increase-mem', vm: 'x2' });
  await userEvent.click(screen.getByRole('button', { name: 'decrease_mem' }));
  expect(actions.give).toHaveBeenCalledWith({ kind: 'decrease-mem', vm: 'x2' });
  for (const [name, run] of [
    ['Play the script: five of each', 'memory'],
    ['Play the paper’s script', 'script'],
    ['Play stock, migrating', 'stock'],
  ] as const) {
    await userEvent.click(screen.getByRole('button', { name }));
    expect(actions.playPaperRun).toHaveBeenLastCalledWith(run);
  }
});

test('a server that stands still answers no call', () => {
  open(empty, { responseMs: null });
  expect(screen.getByText('x2 answers nothing now.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'increase_mem' })).toBeDisabled();
});

test('a table stays that of the run that filled it last', () => {
  const script = merged(empty, values, [3], false);
  expect(script.filter(({ simulated }) => simulated !== null).map(({ table }) => table)).toEqual([
    3, 3, 3, 3,
  ]);
  expect(merged(values, empty, [1, 2], false).filter(({ simulated }) => simulated !== null)).toHaveLength(8);
  expect(merged(values, empty, [1, 2], true)).toEqual(values);
});

test('the Evidence page says how far the worst is off, and shows the same rows', () => {
  setEvidence({ tables: over(values) });
  render(<TablesSection />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
    /gives every printed value: response times within 8\.3 %, CPU within 0\.0 points, round trips within [\d.]+ %/,
  );
  expect(row(/^Table 1/, /^50\sMB 0\.141 0\.129 −8\.3\s%/)).toBeInTheDocument();
});
