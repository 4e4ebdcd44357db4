import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keptStore } from '../../src/store/kept/store.ts';
import type { KeptActions, KeptItem, KeptState } from '../../src/store/kept/types.ts';
import { appStore } from '../../src/store/store.ts';
import KeepPart from '../../src/views/desk/keep/KeepPart.tsx';
import { newItem, stop } from '../store/kept/browser.ts';

const trees = { kind: 'trees', lab: {} } as unknown as KeptItem['subject'];

function item(id: number, part: Partial<KeptItem> = {}): KeptItem {
  return { ...newItem(), version: 1, id, savedAt: Date.now() - id * 3_600_000, name: `run ${id}`, ...part };
}

let actions: { [K in keyof KeptActions]: ReturnType<typeof vi.fn> };

function show(part: Partial<KeptState> = {}) {
  const close = vi.fn();
  keptStore.setState(
    { ...keptStore.getInitialState(), status: 'ready', ...part, actions: actions as never },
    true,
  );
  render(
    <MantineProvider>
      <KeepPart close={close} />
    </MantineProvider>,
  );
  return { close, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole('checkbox', { name: `Choose “${name}”` });

beforeEach(() => {
  const does = (value: unknown) => vi.fn(async () => value);
  actions = {
    read: does(undefined),
    keep: does(1),
    keepItem: does(1),
    rename: does(undefined),
    remove: does(undefined),
    undoRemove: does(undefined),
    open: does(undefined),
    compare: does(undefined),
    sweepAround: does(undefined),
    drawBehind: does(true),
    dismissNotice: vi.fn(),
  };
  appStore.setState((state) => ({
    workspace: 'failover',
    activeKey: 'a',
    actions: { ...state.actions, take: async () => stop },
  }));
});

describe('keeping', () => {
  test('what is on screen is kept under its name or another, with the keyboard alone', async () => {
    const { user } = show();
    const name = await screen.findByDisplayValue(stop.name);
    await user.clear(name);
    await user.type(name, 'for Monday{Enter}');
    expect(actions.keep).toHaveBeenCalledWith('for Monday');
  });

  test('with nothing on screen there is nothing to press', async () => {
    appStore.setState((state) => ({ actions: { ...state.actions, take: async () => null } }));
    show();
    expect(await screen.findByText(/Nothing on screen can be kept/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep what is on screen' })).toBeNull();
  });

  test('where the browser refuses, that is said before anything is kept', () => {
    show({ status: 'denied', denial: 'This browser keeps nothing.' });
    expect(screen.getByText('This browser keeps nothing.')).toBeVisible();
  });
});

describe('the list', () => {
  test('names, workspace, time and figures; opening closes the desk', async () => {
    const { user, close } = show({ items: [item(2)] });
    const row = screen.getByRole('listitem');
    expect(row).toHaveTextContent('run 2');
    expect(row).toHaveTextContent(/Failover · 2 hours ago · \d+ \w+ \d{4}/);
    expect(row).toHaveTextContent('downtime, ms 61.3');
    expect(row).toHaveTextContent('outcome completed');
    expect(row).not.toHaveTextContent('lost pings');
    await user.click(button('More about “run 2”'));
    expect(screen.getByRole('row', { name: 'lost pings –' })).toBeVisible();
    await user.click(button('Open “run 2”'));
    expect(actions.open).toHaveBeenCalledWith(2);
    expect(close).toHaveBeenCalled();
  });

  test('two of a kind are compared, two of different kinds are not', async () => {
    const { user } = show({ items: [item(1), item(2), item(3, { subject: trees, workspace: 'trees' })] });
    expect(button('Compare')).toBeDisabled();
    await user.click(box('run 1'));
    await user.click(box('run 3'));
    expect(button('Compare')).toBeDisabled();
    await user.click(box('run 3'));
    await user.click(box('run 2'));
    await user.click(button('Compare'));
    expect(actions.compare).toHaveBeenCalledWith(1, 2);
  });

  test('several are deleted at once, nothing is asked, and the focus is on the way back', async () => {
    const { user } = show({ items: [item(1), item(2), item(3)] });
    await user.click(box('run 1'));
    await user.click(box('run 3'));
    await user.click(button('Delete'));
    expect(actions.remove).toHaveBeenCalledWith([1, 3]);
    act(() =>
      keptStore.setState({
        items: [item(2)],
        deleted: [item(1), item(3)],
        notice: { kind: 'info', text: 'Deleted 2 kept things.' },
      }),
    );
    expect(screen.getByText(/Deleted 2/).closest('[role="status"]')).toBeVisible();
    expect(button('Undo')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(actions.undoRemove).toHaveBeenCalled();
    expect(screen.getByRole('region', { name: 'Kept' })).toHaveFocus();
  });

  test('a new name by keyboard; Esc leaves the old one', async () => {
    const { user } = show({ items: [item(1)] });
    await user.click(button('More about “run 1”'));
    await user.click(button('Rename'));
    await user.keyboard('better{Enter}');
    expect(actions.rename).toHaveBeenCalledWith(1, 'better');
    expect(button('More about “run 1”')).toHaveFocus();
    await user.click(button('Rename'));
    await user.keyboard('worse{Escape}');
    expect(actions.rename).toHaveBeenCalledTimes(1);
    expect(screen.getByText('run 1')).toBeVisible();
  });

  test('a long list is searched', async () => {
    const many = Array.from({ length: 9 }, (_, i) => item(i + 1, i === 4 ? { name: 'the odd one' } : {}));
    const { user } = show({ items: many });
    await user.type(screen.getByRole('searchbox'), 'ODD');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByText(/Nothing that is kept has “ODDx”/)).toBeVisible();
  });

  test('a sweep is set up around a run, and a failover is drawn behind the one on screen', async () => {
    const { user, close } = show({ items: [item(1)] });
    await user.click(button('More about “run 1”'));
    await user.click(button('Draw behind the run on screen'));
    expect(actions.drawBehind).toHaveBeenCalledWith(1);
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
    await user.click(button('Sweep around it'));
    expect(actions.sweepAround).toHaveBeenCalledWith(1);
  });

  test('what cannot be read is named and can be deleted', async () => {
    const { user } = show({ damaged: [{ id: 7, name: 'half', reason: 'its link is missing.' }] });
    expect(screen.getByText('“half”: its link is missing.')).toBeVisible();
    await user.click(button('Delete'));
    expect(actions.remove).toHaveBeenCalledWith([7]);
  });
});
