import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { appStore } from '../../src/store/store.ts';
import { PageTree } from '../../src/views/failover/PageTree.tsx';
import { BEFORE, branchWith, changeStore, frameAt, setStore, show, treeInset } from './failover-state.tsx';

const AT = 18_700_000;
//                     at          vm process case parent child risen inner outer sibling
const ZIG_ZAG = [18_620_000, 0, 7, 2, 413, 409, 411, 14, 3, 12];
const OF_ANOTHER = [18_650_000, 0, 3, 1, 5, 6, 6, 1, 9, 2];
const LATER = [18_900_000, 0, 7, 1, 640, 977, 977, 0, 8, 7];

function open(change: Parameters<typeof setStore>[0] = {}) {
  const actions = setStore({
    status: 'ready',
    activeKey: 'run',
    branches: [branchWith([ZIG_ZAG, OF_ANOTHER, LATER])],
    frame: frameAt(AT, treeInset(BEFORE)),
    ...change,
  });
  show(<PageTree />);
  return actions;
}

const node = (key: number) => screen.getByRole('treeitem', { name: new RegExp(`^page ${key},`) });
const y = (key: number) => Number(/ ([\d.]+)\)/.exec(node(key).getAttribute('transform') ?? '')?.[1]);
const x = (key: number) => Number(/\(([\d.]+)/.exec(node(key).getAttribute('transform') ?? '')?.[1]);

test('says whose tree it is and how much of it is drawn', () => {
  open();
  const region = screen.getByRole('region', { name: 'Page tree' });
  expect(within(region).getByRole('heading', { name: 'Which pages are hot?' })).toBeVisible();
  expect(region).toHaveTextContent('cc1 · 1,274 pages, top 7');
  expect(region).toHaveTextContent('Last 1,000 accesses: 12 rotations; a splay tree would have made 7,600.');
  expect(region).toHaveTextContent('Filled: near the top and used lately, so held back.');
  expect(screen.getByRole('tree')).toHaveAccessibleName('Tree of process 7: the 7 topmost of 1,274 pages');
});

test('places nodes by rank and depth and tells each in words', () => {
  open();
  const keys = [17, 104, 230, 300, 411, 640, 977];
  expect(keys.map(x)).toEqual(keys.map(x).toSorted((a, b) => a - b));
  expect(y(411)).toBeLessThan(y(104));
  expect(y(104)).toBeCloseTo(y(640), 3);
  expect(node(104)).toHaveAccessibleName(
    'page 104, depth 1, 9 accesses, 3 to its left, 35 to its right, held back, predicted hot',
  );
  expect(node(230)).toHaveAttribute('aria-level', '3');
});

test('another process can be picked', async () => {
  const actions = open();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Process' }), 'process 12');
  expect(actions.pickProcess).toHaveBeenCalledWith(12);
});

describe('the newest rotation', () => {
  test('is that of this process at this moment, with its inequality', async () => {
    const actions = open();
    expect(
      screen.getByText(/zig-zag at 18.62 s: page 411 rises over 409 and 413, because inner 14 ≥ sibling 12/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Why?' }));
    expect(actions.askWhy).toHaveBeenCalledWith({ kind: 'rotation', index: 0 });
  });

  test('is rather the newest one that can be seen', () => {
    const seen = [18_500_000, 0, 7, 1, 411, 104, 104, 1, 9, 2];
    open({ branches: [branchWith([seen, ZIG_ZAG])] });
    expect(screen.getByText(/^zig at 18.50 s: page 104 rises over 411/)).toBeVisible();
    cleanup();
    open();
    expect(screen.getByText(/^zig-zag at 18.62 s.*\(deeper than drawn\)$/)).toBeVisible();
  });

  test('follows time, and is gone before the first', async () => {
    open();
    await changeStore({ frame: frameAt(19_000_000, treeInset(BEFORE)) });
    expect(
      screen.getByText('zig at 18.90 s: page 977 rises over 640, because outer 8 > sibling 7'),
    ).toBeVisible();
    await changeStore({ frame: frameAt(18_000_000, treeInset(BEFORE)) });
    expect(screen.getByText(/No rotation yet/)).toBeVisible();
  });
});

describe('by keyboard', () => {
  test('arrows go along the edges, only one node is a tab stop, Enter picks the physical page', async () => {
    const actions = open();
    const stops = () =>
      screen.getAllByRole('treeitem').filter((item) => item.getAttribute('tabindex') === '0');
    expect(stops()).toEqual([node(411)]);
    node(411).focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
    expect(node(230)).toHaveFocus();
    expect(stops()).toEqual([node(230)]);
    await userEvent.keyboard('{ArrowUp}');
    expect(node(104)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(actions.pickPage).toHaveBeenCalledWith(0, 1230);
  });

  test('keys of the tree do not reach the transport', async () => {
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    open();
    node(411).focus();
    await userEvent.keyboard('{ArrowLeft} ');
    window.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('the focused node shows its counts', async () => {
    open();
    await userEvent.tab();
    await userEvent.tab();
    expect(node(411)).toHaveFocus();
    expect(screen.getByText('left 47')).toBeVisible();
    expect(screen.getByText('self 20')).toBeVisible();
    expect(screen.getByText('right 8')).toBeVisible();
  });
});

describe('the picked page', () => {
  const history = {
    vm: 0,
    page: 5000,
    version: 3,
    state: 0,
    process: 7,
    program: 'cc1',
    key: 555,
    depth: 14,
    selfCount: 2,
    rows: [],
  };
  const pick = (page: number, found: Partial<typeof history>) =>
    open({
      selection: {
        page: { vm: 0, page },
        pageHistory: { ...history, page, ...found },
        ping: null,
        process: 7,
      },
    });

  test('is marked where it is drawn', () => {
    pick(1230, { key: 230 });
    expect(node(230)).toHaveAttribute('aria-selected', 'true');
    expect(screen.getAllByRole('treeitem', { selected: true })).toHaveLength(1);
  });

  test('is told where it lies deeper', () => {
    pick(5000, {});
    expect(screen.getByText('Picked: page 555 lies at depth 14, below what is drawn.')).toBeVisible();
  });

  test('leads to the tree of another process', async () => {
    const actions = pick(5000, { process: 2 });
    await userEvent.click(screen.getByRole('button', { name: 'show its tree' }));
    expect(actions.pickProcess).toHaveBeenCalledWith(2);
  });

  test('may be in no tree', () => {
    pick(5000, { process: -1 });
    expect(screen.getByText(/no process uses that page/)).toBeVisible();
  });
});

test('a run that keeps no tree says so', () => {
  open({ frame: frameAt(AT, null), branches: [branchWith([], 'lru')] });
  expect(screen.getByText(/No page tree is kept/)).toHaveTextContent('list of recently used pages');
  expect(screen.queryByRole('tree')).toBeNull();
});

test('a run that predicts nothing says so', () => {
  open({ frame: frameAt(AT, null), branches: [branchWith([], 'none')] });
  expect(screen.getByText(/this run predicts nothing/)).toBeVisible();
});

describe('a rotation between two frames', () => {
  const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  // 230 rises over 104 and 411: a zig-zag.
  const after: typeof BEFORE = [
    [230, 0, 30],
    [104, 1, 9],
    [17, 2, 3],
    [411, 1, 20],
    [300, 2, 5],
    [640, 2, 6],
    [977, 3, 2],
  ];
  const rotated = [18_705_000, 0, 7, 2, 411, 104, 230, 35, 3, 28];

  test('is tweened within a step, by two rotations', async () => {
    open({ branches: [branchWith([rotated])] });
    const start = y(230);
    await changeStore({ frame: frameAt(AT + 10_000, treeInset(after)) });
    await passed(200);
    // it is on its way to the middle of the zig-zag, not at home
    expect(y(230)).toBeLessThan(start);
    expect(y(230)).toBeGreaterThan(y(411) + 10);
    await passed(900);
    expect(y(230)).toBeLessThan(y(104));
    expect(y(104)).toBeCloseTo(y(411), 3);
  });

  test('is shown at once while it plays fast, and tweened while it plays slowly', async () => {
    const playAt = async (speed: number) => {
      const playback = { ...appStore.getState().playback, playing: true, speed };
      open({ branches: [branchWith([rotated])], playback });
      await changeStore({ frame: frameAt(AT + 10_000, treeInset(after)) });
    };
    await playAt(4);
    expect(y(104)).toBeCloseTo(y(411), 3);
    cleanup();
    await playAt(0.25);
    expect(y(104)).not.toBeCloseTo(y(411), 3);
  });

  test('is shown at once after a seek', async () => {
    open({ branches: [branchWith([rotated])] });
    await changeStore({ frame: frameAt(AT + 5_000_000, treeInset(after)) });
    expect(y(104)).toBeCloseTo(y(411), 3);
    expect(y(230)).toBeLessThan(y(104));
  });

  test('is shown at once to those who want less motion', async () => {
    const ask = window.matchMedia;
    vi.spyOn(window, 'matchMedia').mockImplementation((media) => ({ ...ask(media), matches: true }));
    open({ branches: [branchWith([rotated])] });
    await changeStore({ frame: frameAt(AT + 10_000, treeInset(after)) });
    expect(y(104)).toBeCloseTo(y(411), 3);
    vi.restoreAllMocks();
  });
});
