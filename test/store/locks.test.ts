import { afterEach, describe, expect, it } from 'vitest';
import type { LockName } from '../../src/protocol/embed.ts';
import { lockedActions } from '../../src/store/locks.ts';
import { page as asked } from '../../src/store/page.ts';
import { activeBranch } from '../../src/store/select.ts';
import type { AppActions } from '../../src/store/types.ts';
import { demo, open, page } from './open-page.ts';

const fresh = { ...asked };

afterEach(() => {
  Object.assign(asked, fresh);
});

/** A page under locks; what it says is gathered. */
async function under(...locks: LockName[]) {
  const told: string[] = [];
  await open();
  const { store } = page.app;
  store.setState({
    actions: lockedActions('failover', page.actions, locks, store.getState, (text) => told.push(text)),
  });
  return told;
}

const onScreen = () => ({ run: activeBranch(page.state)?.run, branches: page.state.branches.length });

describe('locked failures', () => {
  const hurting: [string, (actions: AppActions) => unknown][] = [
    ['stopNode', (actions) => actions.stopNode(1)],
    ['give', (actions) => actions.give({ kind: 'crash-node', node: 2 })],
    ['playDemo', (actions) => actions.playDemo()],
    ['playStop', (actions) => actions.playStop(1, 5000)],
    ['playRun', (actions) => actions.playRun(demo, 0)],
    ['openCourse', (actions) => actions.openCourse('crash')],
    ['storyForward before anything was stopped', (actions) => actions.storyForward()],
    ['the panel of failures', (actions) => actions.openPanel('failures')],
  ];

  it.each(hurting)('%s changes nothing and says so once', async (_, hurt) => {
    const told = await under('failures');
    const before = onScreen();
    hurt(page.actions);
    await page.settle();
    expect(onScreen()).toEqual(before);
    expect(page.state.panel).toBe('none');
    expect(told).toEqual([expect.stringMatching(/^This link fixes the failures: .*\.$/)]);
  });

  it('what asks for an answer gets the sentence', async () => {
    const told = await under('failures');
    expect(await page.actions.changeCommand(0, null)).toMatch(/fixes the failures/);
    expect(told).toEqual([]);
  });

  it('the rest goes on as always', async () => {
    const told = await under('failures');
    page.actions.pause();
    page.actions.setSpeed(1);
    page.actions.openPanel('share');
    expect(page.state).toMatchObject({ panel: 'share', playback: { playing: false, speed: 1 } });
    expect(told).toEqual([]);
  });
});

it('locked parameters stay, and the field is told why', async () => {
  await under('parameters');
  const before = onScreen();
  expect(await page.actions.setParameter('seed', 99)).toMatch(/^This link fixes the parameters: .*\.$/);
  expect(await page.actions.changeRun(demo)).toMatch(/fixes the parameters/);
  page.actions.resetParameters();
  await page.settle();
  expect(onScreen()).toEqual(before);
});

it('where skipping ahead is locked, what was played can be looked at freely', async () => {
  const told = await under('ahead');
  await page.pass(5000);
  page.actions.pause();
  const { reachedUs } = page.state.playback;
  page.actions.seek(1_000_000);
  await page.settle();
  expect(page.state.atUs).toBe(1_000_000);
  page.actions.seek(reachedUs + 10_000_000);
  await page.settle();
  expect(page.state.atUs).toBe(1_000_000);
  expect(told).toEqual([expect.stringMatching(/skip ahead/)]);
});

it('a closed workspace cannot be gone to, neither by a tab nor by the address', async () => {
  const told = await under('workspaces', 'share');
  asked.refusal = (lock) => (lock === 'workspaces' ? 'closed' : null);
  page.actions.openWorkspace('trees');
  page.actions.openPanel('share');
  page.actions.openDesk('keep');
  expect(page.state).toMatchObject({ workspace: 'failover', panel: 'none' });
  expect(told).toHaveLength(3);
  page.entries.push('#/trees', '#/elsewhere');
  await page.back();
  expect(page.state).toMatchObject({ workspace: 'failover', notice: { text: 'closed' } });
});

it('an embedded page waits for its play button, and one that shall play plays from its moment', async () => {
  asked.plays = false;
  await open();
  expect(page.state.playback.playing).toBe(false);
  asked.plays = true;
  await open();
  expect(page.state.playback.playing).toBe(true);
});
