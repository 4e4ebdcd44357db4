/** What can happen to a thing, and what the stage says of what has happened. */
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/engine/experiments/catalogue.ts';
import { SCALAR } from '../../src/protocol/frame.ts';
import type { History } from '../../src/protocol/model.ts';
import { appStore } from '../../src/store/store.ts';
import { Stage } from '../../src/views/failover/Stage.tsx';
import { menuItems } from '../../src/views/failover/stage/menu/menu-items.ts';
import { type SpiedActions, setStore, show } from './failover-state.tsx';
import { historyAt, stageState } from './stage-state.ts';

const CATALOGUE = catalogue('test');
let actions: SpiedActions;

/** A state of rest with something changed in it. */
function hurt(change: (history: History) => void): History {
  const history = structuredClone(historyAt('rest'));
  change(history);
  return history;
}

const node = (history: History, id: number) => {
  const found = history.nodes[id];
  if (!found) throw new Error(`There is no node ${id}.`);
  return found;
};

async function stage(history = historyAt('rest')) {
  actions = setStore({ ...stageState('rest', history), catalogue: CATALOGUE });
  show(<Stage />);
  await painted();
}

async function painted() {
  await act(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}

const opens = (name: string) =>
  screen.getAllByRole('button', { name: `What can happen to ${name}` })[0] as HTMLElement;
const card = (name: string) => within(screen.getByRole('article', { name }));

beforeEach(() => {
  document.documentElement.removeAttribute('data-present');
});

describe('what can happen', () => {
  const labels = (history: History, target: Parameters<typeof menuItems>[0]) =>
    menuItems(target, history, CATALOGUE).map(({ label, problem }) => (problem ? `(${label})` : label));

  test('to a node that is online: three stops, a crash, a freeze, its cables', () => {
    expect(labels(historyAt('rest'), { kind: 'node', node: 1 })).toEqual([
      'Stop Heartbeat: paper’s script',
      'Stop Heartbeat: stock, migrating',
      'Stop Heartbeat: stock, rebooting',
      'Crash',
      'Freeze',
      '(Switch on)',
      'Stop script fails …',
      'Pull its heartbeat cable',
      'Pull its data cable',
    ]);
  });

  test('to a node that is off, or hangs: only what undoes it, and why nothing else', () => {
    const off = hurt((history) => Object.assign(node(history, 1), { state: 'crashed', dataPlugged: false }));
    expect(labels(off, { kind: 'node', node: 1 }).filter((label) => !label.startsWith('('))).toEqual([
      'Switch on',
      'Pull its heartbeat cable',
      'Plug its data cable in',
    ]);
    const crash = menuItems({ kind: 'node', node: 1 }, off, CATALOGUE).find(({ label }) => label === 'Crash');
    expect(crash?.problem).toBe('node 2 is off: switch it on first.');
    const hangs = hurt((history) => Object.assign(node(history, 1), { state: 'frozen' }));
    expect(labels(hangs, { kind: 'node', node: 1 })).toContain('Go on');
  });

  test('to every other thing there is at least one command, each with its own target', () => {
    const history = historyAt('rest');
    expect(labels(history, { kind: 'vm', vm: 0 })[0]).toBe('Crash');
    expect(labels(history, { kind: 'packet' })).toEqual(['Drop a packet']);
    expect(labels(history, { kind: 'storage' })).toEqual(['Stop the iSCSI target', 'Slow the storage …']);
    expect(labels(history, { kind: 'heartbeat-lan' })).toContain('node 3: Pull its heartbeat cable');
    expect(labels(history, { kind: 'data-lan' })).toContain('Slow the data LAN …');
    const off = hurt((changed) => Object.assign(changed.vms[0] ?? {}, { node: -1, state: 'lost' }));
    expect(labels(off, { kind: 'vm', vm: 0 })).toContain('(Crash)');
  });

  test('shares are asked as percent and given as shares', () => {
    const history = hurt(({ surroundings }) => {
      surroundings.heartbeatLoss = 0.35;
    });
    const lose = menuItems({ kind: 'heartbeat-lan' }, history, CATALOGUE).find(
      ({ key }) => key === 'lossy-heartbeat',
    );
    if (!lose || !('command' in lose.does)) throw new Error('It is not asked for.');
    expect([lose.does.value, lose.does.min, lose.does.max, lose.does.unit]).toEqual([35, 0, 100, '%']);
    expect(lose.does.command(40)).toEqual({ kind: 'lossy-heartbeat', lossShare: 0.4 });
  });
});

describe('a menu', () => {
  test('opens by Enter, walks by arrows, gives the command and the focus back', async () => {
    await stage();
    opens('node 2').focus();
    await userEvent.keyboard('{Enter}');
    const items = await screen.findAllByRole('menuitem');
    expect(items[0]).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowDown}{ArrowUp}');
    expect(items.at(-1)).toHaveFocus();
    await userEvent.keyboard('fr{Enter}');
    expect(actions.give).toHaveBeenCalledExactlyOnceWith({ kind: 'freeze-node', node: 2 });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(opens('node 2')).toHaveFocus();
  });

  test('what cannot be is told and does nothing; Escape closes', async () => {
    await stage();
    await userEvent.click(opens('node 2'));
    const on = await screen.findByRole('menuitem', { name: /^Switch on/ });
    expect(on).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(on);
    expect(actions.give).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(opens('node 2')).toHaveFocus();
  });

  test('a number that cannot be stays typed and is told with its range', async () => {
    await stage();
    await userEvent.click(opens('the storage'));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Slow the storage/ }));
    const field = screen.getByRole('spinbutton', { name: 'Slower by' });
    await userEvent.clear(field);
    await userEvent.type(field, '0{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('from 1 to 100 ×');
    expect(actions.give).not.toHaveBeenCalled();
    await userEvent.clear(field);
    await userEvent.type(field, '8{Enter}');
    expect(actions.give).toHaveBeenCalledExactlyOnceWith({ kind: 'slow-storage', factor: 8 });
  });
});

describe('what has happened', () => {
  test('a node that is off, with its guests; a guest that waits for its disk; pulled cables', async () => {
    const history = hurt((changed) => {
      Object.assign(node(changed, 2), { state: 'crashed', guests: [] });
      Object.assign(node(changed, 1), { heartbeatPlugged: false });
      Object.assign(changed.vms[4] ?? {}, { node: -1, state: 'lost' });
      Object.assign(changed.vms[2] ?? {}, { halted: 'disk' });
      changed.surroundings.storageDown = true;
      changed.surroundings.dataLoss = 0.2;
    });
    await stage(history);
    expect(card('node 3').getByText('off')).toBeVisible();
    expect(card('node 3').getByText('memory lost')).toBeVisible();
    expect(card('node 2').getByText('heartbeat cable pulled')).toBeVisible();
    expect(card('node 2').getByText('waits for its disk')).toBeVisible();
    expect(card('storage').getByText('has stopped')).toBeVisible();
    expect(screen.getByText('data LAN loses 20 %')).toBeVisible();
  });

  test('a silent node is late beyond warntime and dead after deadtime; who is well is only told', async () => {
    await stage();
    act(() => {
      const { frame } = appStore.getState();
      if (!frame) throw new Error('There is no frame.');
      const heard = frame.heard.slice();
      const nowUs = frame.scalars[SCALAR.timeUs] ?? 0;
      heard[1 * 3 + 2] = nowUs - 20_000_000;
      appStore.setState({ frame: { ...frame, heard } });
    });
    await painted();
    expect(card('node 2').getByText('node 3 late, dead in 10.0 s')).toBeVisible();
    expect(card('node 2').getByText(/^node 1 heard 0\.1 s ago; node 3 late/)).toBeInTheDocument();
    expect(card('node 1').queryByText(/late/)).not.toBeInTheDocument();
  });

  test('split brain is said with a live count, and afterwards what stays broken', async () => {
    const slots = { vm: 'x0', node: 'node 1', other: 'node 3' };
    const twice = hurt((changed) => {
      Object.assign(changed.vms[0] ?? {}, { copyNode: 2, copyBooting: false });
      changed.events.push({ atUs: 10_340_000, code: 'split-brain', slots });
      for (const one of changed.nodes) one.owners = one.id === 0 ? [0, 0, 1, 1, 2, 2] : [2, 0, 1, 1, 2, 2];
    });
    await stage(twice);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Split brain: x0 runs on node 1 and node 3: both write one disk image and know nothing of each other.',
    );
    expect(screen.getByText('200 blocks may be overwritten')).toBeVisible();
    expect(card('node 1').getByText('x0 on node 1 and node 3')).toBeVisible();
    expect(card('node 1').getByText('believes x0 here')).toBeVisible();
    expect(card('node 2').getByText('believes x0 on node 3')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Why fencing exists' })).toBeVisible();

    const over = structuredClone(twice);
    over.revision += 1;
    over.events.push({ atUs: 11_340_000, code: 'split-brain-over', slots: { vm: 'x0', blocks: 100 } });
    await act(async () => {
      const [branch] = appStore.getState().branches;
      if (branch) appStore.setState({ branches: [{ ...branch, history: over }] });
    });
    await painted();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('100 blocks of its disk stay broken')).toBeVisible();
  });
});
