import { beforeEach, describe, expect, test } from 'vitest';
import { defaultMove, readyMoves } from '../../../src/engine/experiments/moves.ts';
import { smallLab } from '../../worker/migration/small.ts';
import { World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await World.at();
  return () => world.close();
});

const lab = () => world.state.lab ?? defaultMove;

test('lab, moment and sides change at once', async () => {
  const seen: string[] = [];
  world.app.store.subscribe(({ opened, moment, lab: now }) => {
    expect(moment?.moveKey).toBe(opened?.moveKey);
    expect(moment?.sides).toHaveLength(now?.against === null ? 1 : 2);
    seen.push(opened?.moveKey ?? '');
  });
  world.actions.seek(700);
  await world.actions.openLab(smallLab(null));
  await world.actions.openLab(smallLab({ kind: 'hybrid' }));
  expect(new Set(seen).size).toBe(3);
  expect(world.state).toMatchObject({ atMs: 0, reachedMs: 0, playing: false });
});

test('what cannot be is one sentence, and nothing is lost', async () => {
  world.actions.seek(700);
  await world.settled();
  const { lab: before, opened, moment } = world.state;
  expect(await world.actions.setParameter('link.lossRate', 2)).toMatch(/^link\.lossRate is 2; .*\.$/);
  expect(await world.actions.setParameter('link.colour', 2)).toBe('There is no setting "link.colour".');
  expect(await world.actions.setParameter('seed', 'many')).toMatch(/seed.*\.$/);
  expect(await world.actions.setStrategy(1, { kind: 'teleport' })).toMatch(/"teleport".*\.$/);
  expect(await world.actions.openLab({ ...defaultMove, spec: { ...defaultMove.spec, seed: -1 } })).toMatch(
    /^seed is -1/,
  );
  expect(world.state).toMatchObject({ lab: before, opened, moment, undoable: 0, opening: null });
});

test('giving up a lab that is being made ready leaves what is on screen', async () => {
  const { opened } = world.state;
  const large = readyMoves.find(({ kind }) => kind === 'four-gib')?.lab ?? defaultMove;
  const opening = world.actions.openLab(large);
  await world.until((state) => state.opening !== null && state.opening > 0);
  world.actions.cancelOpening();
  expect(await opening).toBeNull();
  expect(world.state).toMatchObject({ opened, opening: null });
  world.actions.seek(100);
  await world.settled();
});

test('of two labs asked for one after the other the second one opens', async () => {
  const first = world.actions.openLab(smallLab(null));
  const second = world.actions.openLab(smallLab({ kind: 'hybrid' }));
  expect(await Promise.all([first, second])).toEqual([null, null]);
  expect(world.state.lab?.against?.kind).toBe('hybrid');
  expect(world.state.undoable).toBe(1);
});

describe('settings', () => {
  test('one by path; the moment stays, an end stays an end', async () => {
    world.actions.seek(300);
    expect(await world.actions.setParameter('vm.workload.writesPerSecond', 1000)).toBeNull();
    expect(lab().spec.vm.workload.writesPerSecond).toBe(1000);
    expect(world.state).toMatchObject({ atMs: 300, reachedMs: 300 });
    world.actions.goToEnd();
    await world.settled();
    const { endMs } = world.state;
    await world.actions.setParameter('link.bandwidthBytesPerSecond', 62_500_000);
    expect(world.state.endMs).toBeGreaterThan(endMs * 1.5);
    expect(world.state.atMs).toBe(world.state.endMs);
  });

  test('a strategy’s own, on either side, and a stop rule by its name', async () => {
    await world.actions.setParameter('strategy.stopRule', 'xen');
    expect(lab().spec.strategy.stopRule).toEqual({ kind: 'xen', downtimeLimitMs: 60 });
    await world.actions.setParameter('against.prePaging', 'forward');
    expect(lab().against?.prePaging).toBe('forward');
    expect(lab().spec.strategy.prePaging).toBe('bubble');
  });

  test('nothing is done twice: the same value changes nothing', async () => {
    const { opened } = world.state;
    expect(await world.actions.setParameter('seed', 1)).toBeNull();
    expect(world.state).toMatchObject({ opened, undoable: 0 });
  });
});

describe('strategies', () => {
  test('another kind keeps pace, window and stop rule, and drops the options it does not have', async () => {
    await world.actions.setStrategy(0, {
      autoConverge: true,
      xbzrleCacheMiB: 64,
      windowMs: 20,
      maxBandwidthBytesPerSecond: 100e6,
    });
    await world.actions.setStrategy(0, { kind: 'post-copy' });
    expect(lab().spec.strategy).toMatchObject({
      kind: 'post-copy',
      autoConverge: false,
      xbzrleCacheMiB: null,
      windowMs: 20,
      maxBandwidthBytesPerSecond: 100e6,
      stopRule: { kind: 'qemu', downtimeLimitMs: 60 },
    });
  });

  test('the adaptive rate comes with the rule it was published with', async () => {
    await world.actions.setStrategy(1, { kind: 'adaptive-pre-copy' });
    expect(lab().against?.stopRule).toEqual({ kind: 'xen', downtimeLimitMs: 60 });
  });

  test('B can go, come back and change places with A', async () => {
    await world.actions.setStrategy(1, null);
    expect(world.state.moment?.sides).toHaveLength(1);
    expect(await world.actions.swapSides()).toMatch(/^There is no side B/);
    await world.actions.setStrategy(1, { kind: 'hybrid' });
    await world.actions.swapSides();
    expect([lab().spec.strategy.kind, lab().against?.kind]).toEqual(['hybrid', 'pre-copy']);
    expect(world.actions.file(0)).toEqual(lab().spec);
    expect(world.actions.file(1)).toEqual({ ...lab().spec, strategy: lab().against });
  });
});

test('undo brings labs back, the latest first', async () => {
  await world.actions.setParameter('seed', 2);
  await world.actions.setParameter('seed', 3);
  expect(world.state.undoable).toBe(2);
  expect(await world.actions.undo()).toBeNull();
  expect(lab().spec.seed).toBe(2);
  await world.actions.undo();
  expect(lab()).toEqual(defaultMove);
  expect(await world.actions.undo()).toBe('Nothing was changed yet that could be undone.');
});
