import { afterEach, describe, expect, it } from 'vitest';
import { defaultMove } from '../../../src/engine/experiments/moves.ts';
import { sweepProblem } from '../../../src/engine/experiments/sweep/check.ts';
import { sweepFigures } from '../../../src/engine/experiments/sweep/figures.ts';
import { parametersOf } from '../../../src/engine/experiments/sweep/parameters.ts';
import { defaultLab } from '../../../src/engine/lab/spec.ts';
import { demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import type { Subject } from '../../../src/protocol/explore/requests.ts';
import { sweepAround } from '../../../src/store/explore/around.ts';
import { workersFor } from '../../../src/store/explore/environment.ts';
import { takeExplore } from '../../../src/store/explore/take.ts';
import type { Taken } from '../../../src/store/taken.ts';
import { catalogue, lineOf, READY, sweepOf, World } from './world.ts';

let world: World;
afterEach(() => world?.close());

const migration: Subject = { kind: 'migration', spec: defaultMove.spec };
const trees: Subject = { kind: 'trees', lab: defaultLab };
const failover: Subject = { kind: 'failover', run: demoRun };
const crash: Subject = {
  kind: 'failover',
  run: { ...demoRun, commands: [{ atMs: 1000, command: { kind: 'crash-node', node: 1 } }] },
};

describe('the ranking', () => {
  it('asks for every number, a row from whoever is free, and shows rows as they come', async () => {
    world = await World.at();
    world.actions.rank(migration, 3);
    await world.pass(0);
    expect(world.state.ranking).toMatchObject({ busy: true });
    expect(world.busy).toHaveLength(2);
    world.busy[1]?.answer();
    await world.pass(0);
    await world.pass(200);
    expect(world.state.ranking.result).toMatchObject({
      seeds: 3,
      rows: [{ parameter: 'vm.workload.writesPerSecond' }],
    });
    await world.finish();
    expect(world.state.ranking).toMatchObject({ busy: false, done: 1, problem: null });
    expect(world.state.ranking.result?.rows).toHaveLength(2);
    expect(world.actions.link()).not.toContain('rank=');
    world.actions.setView('rank');
    expect(world.actions.link()).toContain('rank=migration.');
  });

  it('survives a death, and stops when it is called off', async () => {
    world = await World.at();
    world.actions.rank(migration, 1);
    await world.pass(0);
    world.busy[0]?.die();
    await world.pass(0);
    expect(world.busy).toHaveLength(2);
    world.actions.cancelRank();
    await world.pass(0);
    expect(world.busy).toEqual([]);
    expect(world.state.ranking).toMatchObject({ busy: false, problem: null });
  });
});

describe('two runs compared', () => {
  it('run side by side, and each is there as soon as it is done', async () => {
    world = await World.at();
    world.actions.setView('compare');
    world.actions.compare({ name: 'A', subject: migration }, { name: 'B', subject: trees });
    await world.pass(0);
    expect(world.state.compared.result).toMatchObject([
      { name: 'A', outcome: null },
      { name: 'B', outcome: null },
    ]);
    expect(world.busy).toHaveLength(2);
    world.busy[0]?.tell(0.5);
    expect(world.state.compared.done).toBe(0.25);
    world.busy[1]?.answer();
    await world.pass(0);
    expect(world.state.compared.result?.[0].outcome).toBeNull();
    expect(world.state.compared.result?.[1].outcome).not.toBeNull();
    await world.finish();
    expect(world.state.compared).toMatchObject({ busy: false, done: 1, problem: null });

    const link = world.actions.link();
    const other = await World.at(link);
    await other.finish();
    expect(other.state).toMatchObject({
      view: 'compare',
      compared: { result: [{ name: 'A' }, { name: 'B' }] },
    });
    other.close();
  });
});

describe('a case', () => {
  it('opens in its workspace', async () => {
    world = await World.at();
    await world.actions.openCase(0);
    expect(world.gone).toEqual([expect.stringMatching(/^#\/migration/)]);
  });

  it('that was refused says why, and stays', async () => {
    world = await World.at();
    await world.actions.openLines(READY, [{ ...lineOf(2), outcome: 'refused', problem: 'Too large.' }]);
    await world.actions.openCase(2);
    expect(world.gone).toEqual([]);
    expect(world.state.notice?.text).toBe('Too large.');
  });
});

describe('a link', () => {
  it('sets a sweep up and does not start it', async () => {
    world = await World.at();
    await world.actions.openSweep(sweepOf(5, 2, 3, 'Mine'));
    world.actions.setFigure('downtimeMs');
    const other = await World.at(world.actions.link());
    expect(other.state).toMatchObject({ sweep: { name: 'Mine' }, run: null, cases: 30 });
    expect(other.busy).toEqual([]);
    other.close();
  });

  it('that is broken shows the first ready-made sweep, or leaves what is there', async () => {
    world = await World.at('#/explore?v=9');
    expect(world.state.sweep).toEqual(READY);
    expect(world.state.notice?.text).toContain('version 9');
    world.actions.dismissNotice();
    world.actions.start();
    await world.app.follow('#/explore?view=pie');
    expect(world.state.notice?.text).toContain('"pie"');
    expect(world.state.run?.running).toBe(true);
  });
});

describe('a sweep around a run', () => {
  it.each([
    ['a migration', migration, 'vm.workload.writesPerSecond'],
    ['a stop', failover, 'migration.rateMbps'],
    ['a crash', crash, 'heartbeat.deadtimeMs'],
    ['a tree', trees, 'startKeys'],
  ] as const)('of %s varies what matters most, and can be run', (_name, subject, parameter) => {
    const info = { parameters: parametersOf(subject), figures: sweepFigures(subject.kind) };
    const spec = sweepAround(subject, 'It', info, catalogue);
    expect(spec?.axes[0].parameter).toBe(parameter);
    expect(spec?.axes[0].values.length).toBeGreaterThanOrEqual(5);
    expect(spec && sweepProblem(spec)).toBeNull();
  });

  it('is set up by one action', async () => {
    world = await World.at();
    world.actions.setView('compare');
    expect(await world.actions.exploreSubject(migration, 'My VM')).toBeNull();
    expect(world.state).toMatchObject({ view: 'sweep', sweep: { name: 'My VM: writesPerSecond' } });
  });
});

describe('what is taken', () => {
  it('is the sweep as a file and one row a line that came', async () => {
    world = await World.at();
    await world.actions.openLines(READY, [lineOf(5), lineOf(1)]);
    const taken = takeExplore(world.app.core) as Taken;
    expect(taken).toMatchObject({ workspace: 'explore', name: 'The first one', file: { json: READY } });
    const [{ columns, rows }] = taken.series as unknown as [{ columns: string[]; rows: Iterable<unknown[]> }];
    expect([...rows].map(([index]) => index)).toEqual([1, 5]);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

it('a workspace nobody looks at keeps its workers while they work, then one', async () => {
  world = await World.at('#/explore', 3);
  const alive = () => world.workers.filter(({ ended }) => !ended).length;
  world.actions.start();
  world.app.core.pool?.rest();
  expect(alive()).toBe(3);
  await world.finish();
  world.app.core.pool?.rest();
  expect(alive()).toBe(1);
  world.actions.start();
  expect(alive()).toBe(3);
  await world.finish();
  expect(world.state.run).toMatchObject({ arrived: 24, problem: null });
});

it('the pool leaves a core to the page where there are more than two', () => {
  expect([1, 2, 3, 4, 9, 64].map(workersFor)).toEqual([1, 2, 2, 3, 8, 8]);
});
