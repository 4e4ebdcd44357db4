import { beforeEach, expect, test } from 'vitest';
import { MOVE, MOVE_STATE } from '../../../src/base/columns.ts';
import { defaultMove } from '../../../src/engine/experiments/moves.ts';
import { smallLab } from '../../worker/migration/small.ts';
import { World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await World.at();
  return () => world.close();
});

test('it opens the default lab at its start and waits', async () => {
  expect(world.state).toMatchObject({ status: 'ready', lab: defaultMove, playing: false });
  expect(world.state).toMatchObject({ atMs: 0, reachedMs: 0, notice: null, opening: null });
  for (let i = 0; i < 20; i += 1) await world.tick();
  expect(world.state.atMs).toBe(0);
});

test('playing takes about 24 s, rests at the end, and begins anew from there', async () => {
  world.actions.play();
  await world.playUntil(({ playing }) => !playing);
  expect(world.wallMs).toBeGreaterThan(23_500);
  expect(world.wallMs).toBeLessThan(25_000);
  const { endMs, moment, reachedMs } = world.state;
  expect([moment?.atMs, reachedMs]).toEqual([endMs, endMs]);
  world.actions.togglePlay();
  expect(world.state.atMs).toBe(0);
  await world.playUntil(({ atMs }) => atMs > 0);
  // What was reached once is known.
  expect(world.state.reachedMs).toBe(endMs);
});

test('while playing, the page states kept in place are those of the moment', async () => {
  await world.actions.openLab(smallLab());
  world.actions.play();
  await world.playUntil(({ atMs }) => atMs > 60);
  world.actions.pause();
  await world.settled();
  const kept = world.state.moment?.sides.map(({ states }) => states.slice());
  const again = await World.at(world.actions.link());
  expect(again.state.atMs).toBe(world.state.atMs);
  expect(again.state.moment?.sides.map(({ states }) => states)).toEqual(kept);
  again.close();
});

test('at a speed of its own', async () => {
  world.actions.setSpeed(0.5);
  world.actions.play();
  await world.playUntil(({ playing }) => !playing);
  expect(world.wallMs / world.state.endMs).toBeCloseTo(2, 1);
});

test('a hidden page and another workspace on screen stop the clock', async () => {
  world.actions.play();
  await world.playUntil(({ atMs }) => atMs > 0);
  world.visible = false;
  const { atMs } = world.state;
  for (let i = 0; i < 50; i += 1) await world.tick();
  expect(world.state.atMs).toBe(atMs);
  world.visible = true;
  world.app.core.active = false;
  for (let i = 0; i < 50; i += 1) await world.tick();
  expect(world.state.atMs).toBe(atMs);
  world.app.core.active = true;
  await world.playUntil((state) => state.atMs > atMs);
});

test('to any moment; nothing beyond it is reached', async () => {
  world.actions.seek(500.1234);
  await world.settled();
  expect(world.state).toMatchObject({ atMs: 500.123, reachedMs: 500.123 });
  world.actions.seek(200);
  await world.settled();
  expect(world.state).toMatchObject({ atMs: 200, reachedMs: 500.123 });
  world.actions.seek(-5);
  await world.settled();
  expect(world.state.atMs).toBe(0);
  world.actions.goToEnd();
  await world.settled();
  expect(world.state.atMs).toBe(world.state.endMs);
  const arrived = world.state.moment?.sides.map(({ counts }) => counts[MOVE_STATE.arrived]);
  expect(arrived?.[0]).toBe(65_536);
});

test('scrubbing quickly ends where it was let go', async () => {
  for (let ms = 0; ms <= 1500; ms += 50) world.actions.seek(ms);
  await world.settled();
  expect(world.state.moment?.atMs).toBe(1500);
  expect(world.state.moment?.sides[0]?.values[MOVE.ms]).toBe(1500);
});

test('from turning point to turning point, both sides’', async () => {
  const turns = new Set(world.state.opened?.sides.flatMap((side) => side.turns.map(({ ms }) => ms)));
  const met: number[] = [];
  while (world.state.atMs < world.state.endMs) {
    world.actions.nextTurn();
    met.push(world.state.atMs);
  }
  expect(met).toEqual([...turns].filter((ms) => ms > 0).sort((a, b) => a - b));
  world.actions.previousTurn();
  expect(world.state.atMs).toBe(met.at(-2));
  world.actions.goToStart();
  world.actions.previousTurn();
  expect(world.state.atMs).toBe(0);
});
