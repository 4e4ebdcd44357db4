import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { SCALAR } from '../../src/protocol/frame.ts';
import { appStore } from '../../src/store/store.ts';
import { Stage } from '../../src/views/failover/Stage.tsx';
import { type SpiedActions, setStore, show } from './failover-state.tsx';
import { frameAt, historyAt, type Moment, stageState } from './stage-state.ts';

let actions: SpiedActions;

async function at(moment: Moment, history = historyAt(moment)) {
  actions = setStore(stageState(moment, history));
  show(<Stage />);
  await painted();
}

/** After the next animation frame, when what bypasses React has been written. */
async function painted() {
  await act(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}

const card = (name: string) => within(screen.getByRole('article', { name }));
const pill = (name: string) => card('node 1').getByText(name).parentElement;
const stop = (node: number) => screen.getByRole('button', { name: `Stop node ${node}` });

beforeEach(() => {
  document.documentElement.removeAttribute('data-present');
});

describe('at rest', () => {
  test('three hosts with layers and guests, storage, one memory map', async () => {
    await at('rest');
    const cluster = within(screen.getByRole('region', { name: 'Cluster' }));
    expect(cluster.getByRole('region', { name: 'Memory of x0' })).toBeVisible();
    for (const [node, guest] of [
      ['node 1', 'x1'],
      ['node 2', 'x2'],
      ['node 3', 'x5'],
    ] as const) {
      expect(card(node).getByText(guest)).toBeVisible();
      expect(card(node).getByText('Xen')).toBeVisible();
      expect(card(node).getByText('online')).toBeVisible();
    }
    expect(card('node 1').getByText('62 %')).toBeVisible();
    expect(card('node 1').getByText('31 %')).toBeVisible();
    expect(card('node 2').getByText('1,152 MiB free')).toBeVisible();
    expect(screen.getByRole('article', { name: 'storage' })).toBeVisible();
    expect(screen.getAllByRole('application')).toHaveLength(1);
  });

  test('Stop node 1 is the one filled button; every stop calls the action with its number', async () => {
    await at('rest');
    expect(stop(1)).toHaveAttribute('data-primary', 'true');
    expect(stop(2)).toHaveAttribute('data-primary', 'false');
    await userEvent.click(stop(3));
    await userEvent.click(stop(1));
    expect(actions.stopNode.mock.calls).toEqual([[3], [1]]);
  });

  test('belief and truth agree, calmly', async () => {
    await at('rest');
    expect(pill('Heartbeat believes')).toHaveTextContent('x0 on node 1');
    expect(pill('Xen runs')).toHaveTextContent('x0 on node 1 · running');
    expect(screen.queryByText('The two disagree.')).toBeNull();
  });

  test('in the past a stop says that it starts a branch', async () => {
    const state = stageState('rest');
    actions = setStore({ ...state, playback: { ...appStore.getState().playback, reachedUs: 20e6 } });
    show(<Stage />);
    expect(stop(1)).toHaveAccessibleDescription(/12\.34 s.*starts a branch/);
  });
});

describe('during the stop', () => {
  test('the announcement runs over the heartbeat LAN and the lie is shown beside the truth', async () => {
    await at('notice');
    expect(screen.getByText('node 1 → all: stopping, x0 goes to node 2')).toBeVisible();
    expect(pill('Heartbeat believes')).toHaveTextContent('x0 stopped');
    expect(pill('Xen runs')).toHaveTextContent('x0 on node 1 · running');
    expect(screen.getByText('The two disagree.')).toBeInTheDocument();
    expect(card('node 2').getByText('receiving')).toBeVisible();
  });

  test('a draining node cannot be stopped again, and says why', async () => {
    await at('round-1');
    expect(card('node 1').getByText('draining since 18.00 s')).toBeVisible();
    expect(stop(1)).toHaveAttribute('aria-disabled', 'true');
    expect(stop(1)).toHaveAccessibleDescription('draining since 18.00 s');
    expect(stop(1)).toHaveAttribute('title', 'node 1 cannot be stopped: it is draining.');
    await userEvent.click(stop(1));
    expect(actions.stopNode).not.toHaveBeenCalled();
  });

  test('counts of the memory, the queue and what a ping waits for it', async () => {
    await at('round-1');
    const frame = frameAt('round-1');
    const shown = (index: number) => (frame.scalars[index] ?? 0).toLocaleString('en-US');
    const term = (node: string, name: string) => card(node).getByText(name).closest('div');
    expect(term('node 1', 'to send')).toHaveTextContent(shown(SCALAR.pagesToSend));
    expect(term('node 1', 'written again')).toHaveTextContent(shown(SCALAR.pagesWrittenAgain));
    expect(term('node 1', 'held back')).toHaveTextContent(shown(SCALAR.pagesHeldBack));
    expect(term('node 2', 'arrived')).toHaveTextContent(shown(SCALAR.pagesArrived));
    expect(screen.getByText(/^queue 119\.3 kB|^queue 119 kB: 82 packets/)).toBeVisible();
    expect(screen.getByText('this ping reply waits 1.01 ms for all of them')).toBeVisible();
    expect(screen.getByText('87.5 MB/s mean')).toBeVisible();
    expect(card('node 1').getByText('Windows XP · follows')).toBeVisible();
  });

  test('between two batches the words change with the picture, however fresh they are', async () => {
    await at('round-1');
    // A playing page keeps its numbers for 200 ms; the queue's words must not wait for that.
    act(() => {
      const frame = frameAt('round-1');
      frame.scalars[SCALAR.streamOn] = 0;
      frame.scalars[SCALAR.batch] = 20;
      const startUs = (frame.scalars[SCALAR.timeUs] ?? 0) - 47_000;
      frame.scalars[SCALAR.batchStartUs] = startUs;
      appStore.setState({ frame, playback: { ...appStore.getState().playback, playing: true, speed: 0.4 } });
    });
    await painted();
    expect(screen.getByText('gap between batches: the queue is empty')).toBeVisible();
    expect(screen.getByText('this ping reply leaves at once')).toBeVisible();
    expect(screen.queryByText(/^queue 119/)).toBeNull();
  });

  test('afterwards the source has discarded x0 and its new home is announced', async () => {
    await at('recover');
    expect(card('node 1').getByText('discarded')).toBeVisible();
    expect(card('node 2').getByText('runs here')).toBeVisible();
    expect(screen.getByText(/node 2 → all: x0 is here now/)).toBeVisible();
    expect(screen.getByRole('application', { name: /x0 on node 2/ })).toBeVisible();
    act(() => {
      const frame = frameAt('recover');
      frame.scalars[SCALAR.timeUs] = 28_000_000;
      appStore.setState({ frame });
    });
    await painted();
    expect(screen.getByText('x0 reads its disk again: its cache is cold')).toBeVisible();
  });

  test('a VM that runs nowhere has no memory to show', async () => {
    const history = historyAt('rest');
    const off = history.vms[0];
    if (off) Object.assign(off, { node: -1, state: 'stopped', belief: { state: 'starting', node: 2 } });
    await at('rest', history);
    expect(screen.getByText('x0 is switched off')).toBeVisible();
    expect(screen.getByText(/^node 3 starts it from its disk/)).toBeVisible();
    expect(screen.getByText('x0 does not run: nobody replies')).toBeVisible();
    expect(screen.queryByRole('application')).toBeNull();
  });

  test('a refused stop is said at the host, in words', async () => {
    const history = historyAt('rest');
    const text = 'No room for its guests.';
    history.events.push({ atUs: 12_300_000, code: 'stop-refused', slots: { node: 3, text } });
    await at('rest', history);
    expect(card('node 3').getByText(/No room for its guests/)).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('No room for its guests');
  });
});

describe('single pages', () => {
  const grid = () => screen.getByRole('application', { name: /x0 on node 1/ });

  test('arrow keys walk over tiles and say what they hold', async () => {
    await at('round-1');
    grid().focus();
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    expect(screen.getByRole('status')).toHaveTextContent('pages 0 to 15: 16 held back');
    fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    expect(screen.getByRole('status')).toHaveTextContent('pages 1,024 to 1,039');
  });

  test('Enter opens the lens; there arrows walk pages, Enter picks, Escape goes back to the grid', async () => {
    await at('round-1');
    grid().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    const lens = within(screen.getByRole('region', { name: 'Lens on the memory of x0' }));
    expect(lens.getByRole('application')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('status')).toHaveTextContent('page 1,029 of x0');
    await userEvent.keyboard('{Enter}');
    expect(actions.pickPage).toHaveBeenCalledWith(0, 1029);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: /Lens/ })).toBeNull();
    expect(grid()).toHaveFocus();
  });

  test('keys of the grid do not reach the page, where the arrows step through time', async () => {
    await at('round-1');
    let heard = 0;
    const listen = () => {
      heard += 1;
    };
    window.addEventListener('keydown', listen);
    grid().focus();
    await userEvent.keyboard('{ArrowRight}{Enter}{ArrowRight}{Escape}');
    window.removeEventListener('keydown', listen);
    expect(heard).toBe(0);
  });
});
