import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { defaultLab, type LabSpec } from '../../src/engine/lab/spec.ts';
import { NODE_WIDTH } from '../../src/protocol/trees/moment.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { TreesActions } from '../../src/store/trees/types.ts';
import { treeSvgText } from '../../src/views/trees/stage/export-picture.ts';
import { MiniTree } from '../../src/views/trees/stage/MiniTree.tsx';
import { TreeStage } from '../../src/views/trees/stage/TreeStage.tsx';
import { balanced, nodesOf } from '../layout/trees/nodes.ts';
import { momentOf, setTrees } from './trees-state.ts';

/** keys asked for, one after the other, in a balanced tree of seven */
function lab(kind: string, list: readonly number[], start = 'balanced:7'): LabSpec {
  return {
    ...defaultLab,
    tree: { kind, parameters: {} },
    start,
    stream: { kind: 'list', parameters: {}, length: list.length, keys: 1, list },
  };
}

/** The first step of its kind in an operation. */
function stepOf(spec: LabSpec, operation: number, wanted: string): number {
  const { steps } = momentOf(spec, operation, 0);
  for (let step = 1; step <= steps; step += 1) {
    if (momentOf(spec, operation, step).current?.tag === wanted) return step;
  }
  throw new Error(`Operation ${operation} has no step “${wanted}”.`);
}

function open(spec: LabSpec, operation: number, step: number, part: Parameters<typeof setTrees>[3] = {}) {
  setTrees(spec, operation, step, part);
  const actions = {
    ...treesStore.getState().actions,
    pickKey: vi.fn((picked: number | null) => treesStore.setState({ picked })),
    runOperation: vi.fn<TreesActions['runOperation']>(() => Promise.resolve(null)),
    setWindow: vi.fn(),
  };
  treesStore.setState({ actions });
  render(
    <MantineProvider>
      <TreeStage />
    </MantineProvider>,
  );
  return actions;
}

const node = (key: number) => screen.getByRole('treeitem', { name: new RegExp(`^key ${key},`) });
const place = (element: Element) => /\(([-\d.]+) ([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '');
const x = (key: number) => Number(place(node(key))?.[1]);
const y = (key: number) => Number(place(node(key))?.[2]);
const region = () => screen.getByRole('region', { name: 'Tree' });

const COUNTING = lab('lazy-counting', [4, 4, 4, 4]);
const SPLAY = lab('splay', [0]);

test('places nodes by rank and depth and tells each in words', () => {
  open(COUNTING, 0, 0);
  const keys = [0, 1, 2, 3, 4, 5, 6];
  expect(keys.map(x)).toEqual(keys.map(x).toSorted((a, b) => a - b));
  expect(y(3)).toBeLessThan(y(1));
  expect(y(1)).toBe(y(5));
  expect(node(5)).toHaveAccessibleName('key 5, depth 1, accessed once, 1 left, 1 right');
  expect(screen.getByRole('tree')).toHaveAccessibleName(/^Lazy counting.* of 7 keys, 3 levels high$/);
  expect(region()).toHaveTextContent(
    'keys 0–6 · x is the key’s rank, so a rotation only moves nodes up or down',
  );
  expect(screen.queryByRole('slider', { name: 'Window' })).toBeNull();
});

describe('a step is pointed out', () => {
  test('comparing: both keys and which is smaller', () => {
    open(COUNTING, 0, stepOf(COUNTING, 0, 'compare'));
    expect(region()).toHaveTextContent('4 > 3');
  });

  test('counting: which counter goes up', () => {
    open(COUNTING, 0, stepOf(COUNTING, 0, 'count'));
    expect(region()).toHaveTextContent('right +1');
  });

  test('deciding: the pair with its counts, both sides of the rule, and who will rise', () => {
    const at = [0, 1, 2, 3].find((operation) => {
      const { steps } = momentOf(COUNTING, operation, 0);
      return Array.from({ length: steps }, (_, i) => momentOf(COUNTING, operation, i + 1)).some(
        ({ current }) => current?.tag === 'zig',
      );
    });
    const operation = at ?? -1;
    open(COUNTING, operation, stepOf(COUNTING, operation, 'zig'));
    expect(region()).toHaveTextContent('parent');
    expect(region()).toHaveTextContent(/left \d+ self \d+ right \d+/);
    expect(region()).toHaveTextContent('inner < sibling');
    expect(region()).toHaveTextContent('outer > sibling');
    expect(region().querySelector('[data-rise]')).not.toBeNull();
  });

  test('a zig-zig names grandparent, parent and node, and both subtrees that will change hands', () => {
    open(SPLAY, 0, stepOf(SPLAY, 0, 'zig-zig'));
    for (const role of ['grandparent', 'parent', 'node']) expect(region()).toHaveTextContent(role);
    expect(region().querySelectorAll('[data-hull]')).toHaveLength(1);
    expect(region()).toHaveTextContent('will change hands');
  });

  test('a rotation marks the subtree that changed hands', () => {
    open(SPLAY, 0, stepOf(SPLAY, 0, 'rotate:zig-zig:1'));
    expect(region()).toHaveTextContent('changed hands');
  });
});

test('nothing gives the answer of an open question away', () => {
  const step = stepOf(SPLAY, 0, 'zig-zig');
  open(SPLAY, 0, step, {
    predict: {
      ...treesStore.getState().predict,
      mode: 'every',
      question: { id: 'q', kind: 'case', operation: 0, step, key: 0, options: ['zig', 'zig-zig'] } as never,
      answer: null,
    },
  });
  for (const word of ['grandparent', 'parent', 'change hands']) expect(region()).not.toHaveTextContent(word);
  expect(region().querySelector('[data-rise], [data-hull]')).toBeNull();
});

describe('keyboard', () => {
  test('one tab stop; arrows go along the edges; the menu runs an operation', async () => {
    const actions = open(COUNTING, 0, 0);
    const user = userEvent.setup();
    expect(screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0)).toEqual([node(3)]);
    node(3).focus();
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    expect(node(2)).toHaveFocus();
    await user.keyboard('{Enter}');
    const menu = screen.getByRole('menu', { name: 'Key 2' });
    expect(within(menu).getByRole('menuitem', { name: 'Access 2' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(actions.runOperation).toHaveBeenCalledWith('delete', 2);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('Escape closes the menu and nothing else', async () => {
    open(COUNTING, 0, 0);
    const user = userEvent.setup();
    const outside = vi.fn();
    document.addEventListener('keydown', outside);
    node(3).focus();
    await user.keyboard('{Enter}');
    outside.mockClear();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(node(3)).toHaveFocus();
    document.removeEventListener('keydown', outside);
  });
});

test('a clicked key is picked; what cannot be done is said', async () => {
  const actions = open(COUNTING, 0, 0);
  actions.runOperation.mockResolvedValue('Only 10,000 operations can be typed; take some back first.');
  await userEvent.click(node(5));
  expect(actions.pickKey).toHaveBeenCalledWith(5);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Find 5' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Only 10,000 operations can be typed');
});

describe('size', () => {
  test('a chain of 200 opens enlarged, with the window on the strip; keys move it', async () => {
    open(lab('splay', [0], 'chain:200'), 0, 0);
    const strip = screen.getByRole('slider', { name: 'Window' });
    expect(strip).toHaveAttribute('aria-valuetext', expect.stringMatching(/^keys \d+ to 199 of 200$/));
    strip.focus();
    await userEvent.keyboard('{Home}');
    expect(strip).toHaveAttribute('aria-valuetext', expect.stringMatching(/^keys 0 to \d+ of 200$/));
    await userEvent.click(screen.getByRole('button', { name: 'Fit' }));
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('of a large tree one node at a time is reachable', async () => {
    open(lab('splay', [0], 'balanced:1000'), 0, 0);
    expect(screen.getAllByRole('treeitem')).toHaveLength(1);
    node(499).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByRole('treeitem')).toHaveAccessibleName(/^key 249, depth 1,/);
    expect(screen.getByRole('treeitem')).toHaveFocus();
  });

  test('one node', () => {
    open(lab('splay', [0], 'balanced:1'), 0, 0);
    expect(screen.getByRole('tree')).toHaveAccessibleName('Splay tree of one key');
  });

  test('the empty tree says what to do', () => {
    open(lab('splay', [], 'empty'), 0, 0);
    expect(region()).toHaveTextContent('The tree is empty. Type a key below, for example “insert 5”');
    cleanup();
    open(lab('splay', [5], 'empty'), 0, 0);
    expect(region()).toHaveTextContent('The tree is empty. Step on, or play');
  });
});

test('the picture as a file: nodes, title and what is shown', () => {
  open(COUNTING, 0, 2);
  const text = treeSvgText();
  const file = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(file.querySelector('parsererror')).toBeNull();
  expect(file.documentElement.textContent).toMatch(/Operation 1 of 4: access 4 · 7 keys, 3 levels/);
  for (const key of [0, 1, 2, 3, 4, 5, 6]) {
    expect([...file.querySelectorAll('text')].map((element) => element.textContent)).toContain(String(key));
  }
});

describe('the small picture', () => {
  test('draws every node and marks a key’s way', () => {
    render(<MiniTree nodes={nodesOf(balanced(0, 6))} highlight={4} label="Target" />);
    const picture = screen.getByRole('img', { name: 'Target: 7 nodes, 3 levels' });
    expect(picture.querySelectorAll('circle')).toHaveLength(7);
    expect(picture.querySelectorAll('line')).toHaveLength(2);
  });

  test('of nothing', () => {
    render(<MiniTree nodes={new Int32Array(0 * NODE_WIDTH)} label="Target" />);
    expect(screen.getByRole('img', { name: 'Target: 0 nodes, 0 levels' })).toBeVisible();
  });
});
