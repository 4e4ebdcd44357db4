import { afterEach, expect, test } from 'vitest';
import type { LockName } from '../../../src/protocol/embed.ts';
import { lockedActions } from '../../../src/store/locks.ts';
import { page } from '../../../src/store/page.ts';
import { World } from './world.ts';

const fresh = { ...page };
const told: string[] = [];
let world: World | null = null;

async function under(...locks: LockName[]): Promise<World> {
  told.length = 0;
  page.guarded = (workspace, actions, state) =>
    lockedActions(workspace, actions, locks, state, (text) => told.push(text));
  world = await World.at();
  return world;
}

afterEach(() => {
  world?.close();
  Object.assign(page, fresh);
});

test('locked failures and parameters leave the lab as it is; each asker is told', async () => {
  const { state, actions } = await under('failures', 'parameters');
  const answers = await Promise.all([
    actions.breakLink(1000),
    actions.restoreLink(),
    actions.killHost('source'),
    actions.removeFault(0),
    actions.undo(),
    actions.setParameter('seed', 5),
    actions.setStrategy(1, null),
    actions.swapSides(),
    actions.openLab({ spec: state.lab?.spec ?? fail(), against: null }),
  ]);
  expect(new Set(answers.map((answer) => answer?.slice(0, 18)))).toEqual(new Set(['This link fixes th']));
  expect(world?.state).toMatchObject({ lab: state.lab, undoable: 0, opening: null });
  expect(told).toEqual([]);
});

test('skipping ahead is refused until the end was seen', async () => {
  const { actions } = await under('ahead');
  actions.goToEnd();
  actions.seek(700);
  expect(world?.state).toMatchObject({ atMs: 0, reachedMs: 0 });
  expect(told).toHaveLength(2);
  actions.nextTurn();
  await world?.settled();
  expect(world?.state.reachedMs).toBeGreaterThan(0);
  actions.seek(0);
  expect(told).toHaveLength(2);
});

test('a page that shall play plays when its lab is there', async () => {
  page.plays = true;
  const { state } = await under();
  await world?.until(({ playing }) => playing);
  expect(state.lab).not.toBeNull();
});

function fail(): never {
  throw new Error('no lab is open');
}
