import { fc, test } from '@fast-check/vitest';
import { afterEach, describe, expect, it } from 'vitest';
import { casesOf, lineOf, READY, sweepOf, World } from './world.ts';

let world: World;
afterEach(() => world.close());

const cases = casesOf(READY);
const whole = Array.from({ length: cases }, (_, index) => lineOf(index));

describe('a sweep', () => {
  it('is set up and waits; then its lines come and stand by their index', async () => {
    world = await World.at();
    expect(world.state).toMatchObject({
      status: 'ready',
      run: null,
      cases,
      sweep: { name: 'The first one' },
    });
    world.actions.start();
    expect(world.state.run).toMatchObject({ running: true, arrived: 0, cases });
    await world.finish();
    expect(world.state.run).toMatchObject({
      running: false,
      cancelled: false,
      arrived: cases,
      problem: null,
    });
    expect(world.state.run?.lines).toEqual(whole);
  });

  it('gives every worker something to do, and two pieces each', async () => {
    world = await World.at('#/explore', 3);
    world.actions.start();
    expect(world.busy.map(({ open }) => open.length)).toEqual([2, 2, 2]);
  });

  it('called off, keeps what is there and goes on with what is missing only', async () => {
    world = await World.at();
    world.actions.start();
    for (let i = 0; i < 5; i += 1) {
      world.busy[0]?.answer();
      await world.pass(20);
    }
    world.actions.cancel();
    const given = world.workers.flatMap(({ asked }) => asked.filter(({ name }) => name === 'cases'));
    const there = world.state.run?.lines.filter((line) => line !== undefined).length ?? 0;
    expect(there).toBeGreaterThanOrEqual(5);
    expect(there).toBeLessThan(cases);
    expect(world.busy).toEqual([]);
    expect(world.state.run).toMatchObject({ running: false, cancelled: true, arrived: there, leftMs: null });
    await world.pass(1000);
    expect(world.state.run?.arrived).toBe(there);

    const had = new Set(
      world.state.run?.lines.filter((line) => line !== undefined).map(({ index }) => index),
    );
    world.actions.goOn();
    await world.finish();
    expect(world.state.run).toMatchObject({ running: false, cancelled: false, arrived: cases });
    expect(world.state.run?.lines).toEqual(whole);
    const later = world.workers
      .flatMap(({ asked }) => asked.filter(({ name }) => name === 'cases'))
      .filter((message) => !given.includes(message))
      .flatMap(({ request }) => (request as { indices: number[] }).indices);
    expect(later.filter((index) => had.has(index))).toEqual([]);
  });

  it('tells the page at most eight times a second, and counts down', async () => {
    world = await World.at('#/explore', 1);
    await world.actions.openSweep(sweepOf(20, 20, 5));
    world.actions.start();
    let told = 0;
    const stop = world.app.store.subscribe((now, before) => {
      if (now.run !== before.run) told += 1;
    });
    const left: number[] = [];
    for (let ms = 0; ms < 4000; ms += 20) {
      // Two pieces at a time, a tenth of a second each.
      if (ms % 100 === 0) world.busy[0]?.answer();
      await world.pass(20);
      if (typeof world.state.run?.leftMs === 'number') left.push(world.state.run.leftMs);
    }
    stop();
    expect(told).toBeLessThanOrEqual(33);
    expect(told).toBeGreaterThan(20);
    const steps = left.slice(1).map((value, i) => value - (left[i] ?? 0));
    // Pieces take the same time each, so it never has to be taken back by much.
    expect(Math.max(...steps)).toBeLessThan(100);
    expect(left.at(-1)).toBeLessThan(left[0] ?? 0);
  });

  it('that cannot be is told, and the one on screen stays', async () => {
    world = await World.at();
    for (const worker of world.workers) worker.refuse = 'The link has no name.';
    expect(await world.actions.openSweep(sweepOf(2, 1, 1))).toBe('The link has no name.');
    expect(world.state.sweep).toEqual(READY);
  });

  it('comes back from the shelf with its lines, and goes on', async () => {
    world = await World.at();
    world.actions.start();
    await world.finish();
    const link = world.actions.link();
    await world.actions.openSweep(sweepOf(3, 1, 4, 'Another one'));
    expect(world.state.run).toBeNull();
    world.actions.start();
    world.busy[0]?.answer();
    await world.pass(10);
    const back = world.actions.link();
    await world.app.follow(link);
    expect(world.state.run?.lines).toEqual(whole);
    expect(world.busy).toEqual([]);
    await world.app.follow(back);
    expect(world.state.run).toMatchObject({ running: false, cancelled: true, arrived: 1, cases: 12 });
  });

  it('opens with lines somebody kept; strange ones are left out', async () => {
    world = await World.at();
    const kept = [lineOf(3), lineOf(0), lineOf(3), lineOf(999)];
    expect(await world.actions.openLines(READY, kept)).toBeNull();
    expect(world.state.run).toMatchObject({ arrived: 2, running: false, cancelled: true });
    world.actions.goOn();
    await world.finish();
    expect(world.state.run?.lines).toEqual(whole);
  });

  it('ends with the sentence of a worker that cannot go on', async () => {
    world = await World.at();
    world.actions.start();
    world.busy[0]?.fail('The page trace "gzip" could not be loaded (HTTP 404); reload the page.');
    await world.pass(10);
    expect(world.state.run).toMatchObject({ running: false, cancelled: true });
    expect(world.state.run?.problem).toContain('gzip');
    expect(world.busy).toEqual([]);
  });
});

describe('a worker that dies', () => {
  it('is replaced, and what it was at is given out again', async () => {
    world = await World.at();
    world.actions.start();
    world.workers[0]?.die();
    await world.pass(10);
    expect(world.workers).toHaveLength(3);
    expect(world.state.notice?.kind).toBe('worker');
    expect(world.busy.map(({ open }) => open.length)).toEqual([2, 2]);
    await world.finish();
    expect(world.state.run?.lines).toEqual(whole);
  });

  it('four times in a row ends the work, says so, and can be gone on with', async () => {
    world = await World.at();
    world.actions.start();
    world.busy[0]?.answer();
    await world.pass(10);
    for (let i = 0; i < 4; i += 1) {
      world.busy[0]?.die();
      await world.pass(10);
    }
    expect(world.state.notice?.kind).toBe('error');
    expect(world.state.notice?.text).toContain('out of memory');
    expect(world.state.run).toMatchObject({
      running: false,
      cancelled: true,
      arrived: 1,
      problem: world.state.notice?.text,
    });
    world.actions.goOn();
    await world.finish();
    expect(world.state.run?.lines).toEqual(whole);
  });

  it('before it has answered for the first time is asked again', async () => {
    world = new World();
    const began = world.start('#/explore', 2);
    world.workers[0]?.die();
    await began;
    expect(world.state.status).toBe('ready');
  });
});

/** What happens next: an answer (of which worker, and to which of its questions), a death, a cancel and a going on. */
const events = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.record({ kind: fc.constant('answer'), worker: fc.nat(7), at: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('death'), worker: fc.nat(7), at: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel'), worker: fc.nat(7), at: fc.nat(1) }) },
  ),
  { maxLength: 60 },
);

test.prop(
  [fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), events],
  {
    seed: 62,
    numRuns: 60,
  },
)('the order in which lines come never changes what they are', async (workers, xs, seeds, happening) => {
  const sweep = sweepOf(xs, 3, seeds);
  const one = await World.at('#/explore', workers);
  await one.actions.openSweep(sweep);
  one.actions.start();
  for (const { kind, worker, at } of happening) {
    const { busy } = one;
    const chosen = busy[worker % Math.max(1, busy.length)];
    if (kind === 'answer') chosen?.answer(at % Math.max(1, chosen.open.length));
    else if (kind === 'death') chosen?.die();
    else {
      one.actions.cancel();
      one.actions.goOn();
    }
    await one.pass(5);
    // What is there is right, and never less than before.
    one.state.run?.lines.forEach((line, index) => {
      if (line !== undefined) expect(line).toEqual(lineOf(index));
    });
  }
  if (!one.state.run?.running) one.actions.goOn();
  await one.finish();
  expect(one.state.run?.lines).toEqual(Array.from({ length: casesOf(sweep) }, (_, index) => lineOf(index)));
  one.close();
});
