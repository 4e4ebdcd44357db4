import { beforeEach, expect, test } from 'vitest';
import { smallLab } from '../../worker/migration/small.ts';
import { World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await World.at();
  await world.actions.openLab(smallLab());
  return () => world.close();
});

const outages = () => world.state.lab?.spec.link.outages;
const results = () => world.state.opened?.sides.map(({ result }) => result.outcome);

async function at(ms: number): Promise<void> {
  world.actions.seek(ms);
  await world.settled();
}

test('the link breaks at the moment on screen, which stays as it was', async () => {
  await at(60);
  const before = world.state.moment?.sides.map(({ states }) => states.slice());
  const { endMs } = world.state;
  expect(await world.actions.breakLink(500)).toBeNull();
  expect(outages()).toEqual([{ fromMs: 60, toMs: 560 }]);
  expect(world.state).toMatchObject({ atMs: 60, reachedMs: 60, undoable: 2 });
  expect(world.state.moment?.sides.map(({ states }) => states)).toEqual(before);
  expect(world.state.endMs).toBeGreaterThan(endMs + 400);
});

test('it comes back when it is told to, and breaking it once more goes on', async () => {
  await at(60);
  await world.actions.breakLink(500);
  await at(100);
  await world.actions.breakLink(1000);
  expect(outages()).toEqual([{ fromMs: 60, toMs: 1100 }]);
  expect(await world.actions.restoreLink()).toBeNull();
  expect(outages()).toEqual([{ fromMs: 60, toMs: 100 }]);
  expect(await world.actions.restoreLink()).toMatch(/^The link is up at this moment; /);
});

test('playing goes on after a fault', async () => {
  world.actions.play();
  await world.playUntil(({ atMs }) => atMs > 30);
  const broken = world.actions.breakLink(50);
  expect(await broken).toBeNull();
  const { atMs } = world.state;
  expect(outages()).toEqual([{ fromMs: atMs, toMs: atMs + 50 }]);
  expect(world.state.playing).toBe(true);
  await world.playUntil((state) => state.atMs > atMs);
});

test('two faults in quick succession are both there', async () => {
  await at(60);
  const both = Promise.all([world.actions.breakLink(500), world.actions.killHost('source')]);
  expect(await both).toEqual([null, null]);
  expect(outages()).toEqual([{ fromMs: 60, toMs: 560 }]);
  expect(world.state.lab?.spec.faults.sourceDiesAtMs).toBe(60);
});

test('a host dies: pre-copy’s VM runs on at its source, post-copy’s is lost; undo wakes it up', async () => {
  await at(60);
  expect(await world.actions.killHost('destination')).toBeNull();
  expect(results()).toEqual(['aborted', 'vm-lost']);
  expect(world.state.endMs).toBe(60);
  expect(await world.actions.killHost('source')).toMatch(/^Nothing moves any more at this moment; /);
  expect(await world.actions.undo()).toBeNull();
  expect(results()).toEqual(['completed', 'completed']);
  expect(world.state.atMs).toBe(60);
});

test('faults are taken back one by one, also those of the past', async () => {
  await at(40);
  await world.actions.breakLink(10);
  await at(80);
  await world.actions.breakLink(10);
  await at(100);
  await world.actions.killHost('source');
  expect(await world.actions.removeFault(0)).toBeNull();
  expect(outages()).toEqual([{ fromMs: 80, toMs: 90 }]);
  expect(world.state.atMs).toBe(100);
  expect(await world.actions.removeFault('source')).toBeNull();
  expect(world.state.lab?.spec.faults.sourceDiesAtMs).toBeNull();
  expect(await world.actions.removeFault('destination')).toBe('There is no such fault to take back.');
  expect(await world.actions.removeFault(7)).toBe('There is no such fault to take back.');
});
