import { expect, test } from 'vitest';
import { defaultMove } from '../../../src/engine/experiments/moves.ts';
import { encodeMoveLink } from '../../../src/protocol/migration/link.ts';
import { IDLE } from '../../../src/store/long-work.ts';
import { follow } from '../../../src/store/migration/lifecycle.ts';
import { smallLab } from '../../worker/migration/small.ts';
import { World } from './world.ts';

const linkTo = (atMs: number | null, view: 'run' | 'all' | 'workload' = 'run') =>
  encodeMoveLink({ lab: smallLab(), atMs, view }, defaultMove);

async function inWorld(hash: string, run: (world: World) => Promise<void>): Promise<void> {
  const world = await World.at(hash);
  try {
    await run(world);
  } finally {
    world.close();
  }
}

test('a link opens its lab, moment and view, and leads to itself', () =>
  inWorld(linkTo(42.5, 'all'), async (world) => {
    expect(world.state).toMatchObject({ lab: smallLab(), atMs: 42.5, reachedMs: 42.5, view: 'all' });
    expect(world.state.playing).toBe(false);
    expect(world.actions.link()).toBe(linkTo(42.5, 'all'));
  }));

test('a broken link is told, and the default opens', () =>
  inWorld('#/migration?v=1&move=x%', async (world) => {
    expect(world.state.notice?.text).toMatch(/\. The default migration is shown instead\.$/);
    expect(world.state.lab).toEqual(defaultMove);
  }));

test('following links: back to a moment, on to another lab, a broken one leaves everything', () =>
  inWorld(linkTo(42.5), async (world) => {
    await follow(world.app.core, linkTo(10, 'workload'));
    await world.settled();
    expect(world.state).toMatchObject({ atMs: 10, reachedMs: 42.5, view: 'workload' });
    await follow(world.app.core, '#/migration?t=5');
    expect(world.state).toMatchObject({ atMs: 5, lab: defaultMove, view: 'run' });
    await follow(world.app.core, '#/migration?t=soon');
    expect(world.state.notice?.text).toMatch(/What was on screen stays\.$/);
    expect(world.state).toMatchObject({ atMs: 5, lab: defaultMove });
  }));

test('labs are new entries of the history, moments are not', () =>
  inWorld(linkTo(null), async (world) => {
    const written: string[] = [];
    world.app.core.addressChanged = (how) => written.push(how);
    await world.actions.setParameter('seed', 5);
    world.actions.setView('all');
    expect(written).toEqual(['push', 'push']);
  }));

test('a worker that dies is replaced and stands where the old one stood', () =>
  inWorld(linkTo(null), async (world) => {
    world.actions.seek(90);
    await world.settled();
    world.actions.seek(60);
    await world.settled();
    const states = world.state.moment?.sides.map((side) => side.states.slice());
    world.actions.startCompare();
    world.actions.killWorker();
    expect(world.state.status).toBe('restarting');
    expect(world.state.moment?.atMs).toBe(60);
    await world.until(({ status }) => status === 'ready');
    expect(world.workers).toHaveLength(2);
    expect(world.state).toMatchObject({ atMs: 60, reachedMs: 90 });
    expect(world.state.moment?.sides.map((side) => side.states)).toEqual(states);
    expect(world.state.notice?.text).toMatch(/resumed at 60 ms\.$/);
    // The work that went down with it begins again.
    await world.until(({ compare }) => compare.done === 1);
  }));

test('one that dies while a lab is made ready: nothing is lost, and whoever asked for it is told', () =>
  inWorld(linkTo(60), async (world) => {
    const opening = world.actions.openLab(defaultMove);
    await world.until(({ opening: done }) => done !== null && done > 0);
    world.actions.killWorker();
    expect(await opening).toMatch(/^The migration worker stopped before this was ready; /);
    await world.until(({ status }) => status === 'ready');
    expect(world.state).toMatchObject({ lab: smallLab(), atMs: 60, opening: null });
  }));

test('one that dies before anything was on screen comes to what the address asks for', async () => {
  const world = new World();
  const started = world.start(linkTo(60));
  world.app.core.client?.kill('it was ended on purpose');
  await started;
  await world.until(({ moment, notice }) => moment !== null && notice === null);
  expect(world.state).toMatchObject({ lab: smallLab(), atMs: 60, status: 'ready' });
  world.close();
});

test('one that dies again and again is given up, and the page says what to do', () =>
  inWorld(linkTo(null), async (world) => {
    for (let i = 0; i < 4; i += 1) world.actions.killWorker();
    expect(world.state).toMatchObject({ status: 'failed', playing: false });
    expect(world.state.notice?.text).toMatch(/Reload the page/);
  }));

test('a page’s story follows the moment and knows nothing beyond it', () =>
  inWorld(linkTo(150), async (world) => {
    world.actions.pickPage(700);
    await world.until(({ stories }) => stories !== null);
    const last = world.state.stories?.[0]?.events.at(-1);
    expect(last?.state).toBe(world.state.moment?.sides[0]?.states[700]);
    world.actions.seek(1);
    await world.until(({ stories }) => stories?.[0]?.events.length === 0);
    world.actions.pickPage(null);
    expect(world.state).toMatchObject({ picked: null, stories: null });
  }));

test('comparison and analysis speak of side A’s setting: what B does leaves them', () =>
  inWorld(linkTo(null), async (world) => {
    world.actions.startCompare();
    world.actions.startAnalysis();
    await world.until(({ compare, analysis }) => compare.done === 1 && analysis.done === 1);
    expect(world.state.compare.result).toHaveLength(world.state.catalogue?.comparison.length ?? -1);
    await world.actions.setStrategy(1, { kind: 'hybrid' });
    expect(world.state.compare.done).toBe(1);
    await world.actions.setParameter('seed', 8);
    expect([world.state.compare, world.state.analysis]).toEqual([IDLE, IDLE]);
    world.actions.startCompare();
    world.actions.cancelCompare();
    expect(world.state.compare.busy).toBe(false);
  }));
