/** Code, sentence and ledger on screen, with moments as the worker writes them. */
import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AccessLedger, LabSpec } from '../../src/protocol/trees/model.ts';
import type { TreeMoment } from '../../src/protocol/trees/moment.ts';
import { initialState, NO_PREDICT } from '../../src/store/trees/initial.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { TreesActions, TreesState } from '../../src/store/trees/types.ts';
import { CodePanel } from '../../src/views/trees/code/CodePanel.tsx';
import { LedgerPanel } from '../../src/views/trees/ledger/LedgerPanel.tsx';
import { TreeSentence } from '../../src/views/trees/sentence/TreeSentence.tsx';
import { catalogue, codeOf, everyMoment, smallLab } from '../views/trees/every-step.ts';

const actions = {
  setDetail: vi.fn((detail: 0 | 1 | 2) => treesStore.setState({ detail })),
  setWeights: vi.fn(),
  startLedgerRun: vi.fn(),
  cancelLedgerRun: vi.fn(),
};

const entry: AccessLedger = {
  nodesVisited: 5,
  cost: 4,
  rotations: 4,
  phiBefore: 36.68,
  phiAfter: 40.71,
  deltaPhi: 4.0317,
  structural: 0,
  amortised: 8.0317,
  bound: 15.8626,
  rankRoot: 4.9542,
  rankX: 0,
};

function momentsOf(spec: LabSpec): TreeMoment[] {
  return [...everyMoment(spec)];
}

function set(part: Partial<TreesState>): void {
  act(() => treesStore.setState(part));
}

function show(spec: LabSpec, moment: TreeMoment | null): void {
  set({
    spec,
    moment,
    lab: {
      labKey: 'lab',
      operations: 67,
      streamOperations: 60,
      startSize: 15,
      distinctKeys: 15,
      code: codeOf(spec),
    },
  });
  render(
    <MantineProvider>
      <CodePanel />
      <TreeSentence />
      <LedgerPanel />
    </MantineProvider>,
  );
}

beforeEach(() => {
  window.localStorage.clear();
  vi.clearAllMocks();
  treesStore.setState({ ...initialState(), catalogue, actions: actions as unknown as TreesActions });
});

const splay = smallLab('splay', { typed: [] });
const splayMoments = momentsOf(splay);
const zigZig = splayMoments.find(({ current }) => current?.tag === 'zig-zig') as TreeMoment;
const over = splayMoments.find(({ step, steps }) => step === steps) as TreeMoment;

const rule = () => screen.getByRole('region', { name: 'Rule' });
const listing = () => within(rule()).getByRole('list', { name: 'Pseudocode of Splay tree' });
const lineAtWork = () => listing().querySelector('[aria-current="step"]');

test('the line of the step is marked, with its reason beside it and its number above', () => {
  show(splay, zigZig);
  expect(lineAtWork()).toHaveTextContent('same side: zig-zig');
  expect(within(rule()).getByRole('heading')).toHaveTextContent('Splay');
  expect(rule()).toHaveTextContent(
    `asked for ${zigZig.command?.key} · step ${zigZig.step} of ${zigZig.steps} · line 17`,
  );
  expect(rule()).toHaveTextContent(/\d+ is a (left|right) child of a \1 child → zig-zig/);
  expect(rule()).toHaveTextContent('the upper edge turns first');
});

test('the code opens level by level, by keyboard, and the choice is remembered', async () => {
  const user = userEvent.setup();
  show(splay, splayMoments.find(({ current }) => current?.tag === 'rotate:zig-zig:2') as TreeMoment);
  const shown = () => listing().querySelectorAll('li:not([aria-hidden="true"])').length;
  const steps = shown();
  expect(lineAtWork()).toHaveTextContent('rotate node over parent');
  await user.click(within(rule()).getByRole('radio', { name: 'cases' }));
  const cases = shown();
  expect(lineAtWork()).toHaveTextContent('same side: zig-zig');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(treesStore.getState().detail).toBe(2);
  expect(cases).toBeLessThan(steps);
  expect(shown()).toBe(catalogue.trees.find(({ kind }) => kind === 'splay')?.code.length);
  expect(window.localStorage.getItem('migrascope.trees.detail')).toBe('2');
});

test('the remembered detail comes back', () => {
  window.localStorage.setItem('migrascope.trees.detail', '0');
  show(splay, zigZig);
  expect(screen.getByRole('radio', { name: 'cases' })).toBeChecked();
});

test('while a question is open no panel says what the tree did or how long it takes', () => {
  const lazy = smallLab('lazy-counting', { typed: [] });
  const decided = momentsOf(lazy).find(({ current }) => current?.kind === 'decide') as TreeMoment;
  set({
    predict: {
      ...NO_PREDICT,
      mode: 'every',
      question: { id: 'q', kind: 'case', operation: 0, step: 5, key: 1, options: ['zig', 'none'] },
    },
    ledger: { operation: decided.operation, entry },
  });
  show(lazy, decided);
  expect(document.querySelector('[aria-current]')).toBeNull();
  const page = document.body.textContent ?? '';
  expect(page).not.toMatch(/step \d|line \d|→|rotations?;|No rotation\./);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('What will the tree do?');
  expect(document.getElementById('tree-announcement')).toHaveTextContent('What will the tree do?');
});

test('the sentence follows every step, its announcement only decisions and ends', () => {
  show(splay, splayMoments[0] ?? null);
  const said = new Set<string>();
  for (const moment of splayMoments.filter(({ operation }) => operation === 1)) {
    set({ moment });
    said.add(document.getElementById('tree-announcement')?.textContent ?? '');
    expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('');
  }
  const steps = splayMoments.filter(({ operation }) => operation === 1);
  const worth = steps.filter(
    ({ current, step, steps: all }) => current === null || current.kind === 'decide' || step === all,
  );
  expect(said.size).toBe(worth.length);
});

test('the ledger holds what follows from the whole operation back until it is over', () => {
  set({ ledger: { operation: zigZig.operation, entry } });
  show(splay, zigZig);
  const row = (name: RegExp) => screen.getByRole('row', { name });
  expect(row(/^Nodes visited/)).toHaveTextContent(String(zigZig.visited));
  expect(row(/^Amortised cost/)).toHaveTextContent('…');
  expect(row(/^Bound/)).toHaveTextContent('15.86');
  expect(screen.getByRole('table')).toHaveTextContent('3(4.95 − 0.00) + 1 =');
  set({ moment: over, ledger: { operation: over.operation, entry } });
  expect(row(/^Cost/)).toHaveTextContent('4');
  expect(row(/^Change of the potential/)).toHaveTextContent('+4.03');
  expect(row(/^Amortised cost/)).toHaveTextContent('8.03');
});

test('the ledger of another operation is not taken for this one’s', () => {
  set({ ledger: { operation: over.operation + 1, entry } });
  show(splay, over);
  expect(screen.getByRole('row', { name: /^Amortised cost/ })).toHaveTextContent('…');
});

test('for a counting tree the ledger says that no such bound is shown', async () => {
  const lazy = smallLab('lazy-counting', { typed: [] });
  const end = momentsOf(lazy).find(({ step, steps }) => step === steps) as TreeMoment;
  set({ ledger: { operation: end.operation, entry: { ...entry, bound: null } } });
  show(lazy, end);
  expect(screen.getByRole('row', { name: /^Access lemma/ })).toHaveTextContent('no such bound is shown');
  const user = userEvent.setup();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Weights of the keys' }), 'counts');
  expect(actions.setWeights).toHaveBeenCalledWith('counts');
});

test('a tree without counts offers no weights of its own, and terms are explained on the spot', async () => {
  show(splay, zigZig);
  expect(screen.queryByRole('option', { name: /counts/ })).toBeNull();
  // Its meaning comes when it is neared.
  screen.getByRole('button', { name: 'potential' }).focus();
  await waitFor(() =>
    expect(document.querySelector('[role="dialog"][aria-label="potential"]')).toHaveTextContent(
      'sum of all ranks',
    ),
  );
});

test('long sums wait for a button, tell how far they are and can be cancelled', async () => {
  const user = userEvent.setup();
  show(splay, over);
  await user.click(screen.getByRole('radio', { name: 'all operations' }));
  await user.click(screen.getByRole('button', { name: 'Sum up all 67 operations' }));
  expect(actions.startLedgerRun).toHaveBeenCalledOnce();
  set({ ledgerRun: { busy: true, done: 0.25, result: null, problem: null } });
  expect(screen.getByRole('status')).toHaveTextContent('25 %');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.cancelLedgerRun).toHaveBeenCalledOnce();
});

test('the sums stand in the legend as of the operation on screen', async () => {
  const columns = Float64Array.from([0, 0, 0, 0, 40, 1, 4, 8, 15.9, 41, 67, 200, 210, 900, 42]);
  set({ ledgerRun: { busy: false, done: 1, result: { columns, rows: 3, proved: true }, problem: null } });
  show(splay, over);
  const sums = () => [...document.querySelectorAll('li b')].map(({ textContent }) => textContent);
  expect(sums()).toEqual(['16', '8', '4']);
  set({ moment: { ...over, operation: 66 } });
  expect(sums()).toEqual(['900', '210', '200']);
});

test('while operations rush by, all words follow at one beat and never speak of different moments', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const ends = splayMoments.filter(({ step, steps }) => step === steps);
    const [a, b, c] = ends as [TreeMoment, TreeMoment, TreeMoment];
    show(splay, a);
    const told = () => [
      screen.getByRole('heading', { level: 1 }).textContent,
      within(rule()).getByText(/^asked for/).textContent,
      screen.getByRole('region', { name: 'Ledger' }).querySelector('header p')?.textContent,
    ];
    set({ playing: true, speed: { unit: 'accesses', perSecond: 1000 } });
    const before = told();
    for (const moment of [b, c]) {
      set({ moment });
      expect(told()).toEqual(before);
    }
    act(() => vi.advanceTimersByTime(200));
    for (const words of told()) expect(words).toContain(String(c.command?.key));
    set({ moment: a });
    set({ playing: false });
    for (const words of told()) expect(words).toContain(String(a.command?.key));
  } finally {
    vi.useRealTimers();
  }
});
