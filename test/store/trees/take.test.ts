import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultLab } from '../../../src/engine/lab/spec.ts';
import { parseLab } from '../../../src/protocol/trees/lab-schema.ts';
import type { SeriesRow, Taken } from '../../../src/store/taken.ts';
import { createTreesApp, type TreesApp } from '../../../src/store/trees/store.ts';
import { takeTrees } from '../../../src/store/trees/take.ts';
import type { TreesState } from '../../../src/store/trees/types.ts';
import { InProcessWorker } from '../../worker/trees/in-process.ts';

let app: TreesApp;

function until(holds: (state: TreesState) => boolean): Promise<void> {
  return new Promise((done) => {
    if (holds(app.store.getState())) return done();
    const stop = app.store.subscribe((now) => {
      if (!holds(now)) return;
      stop();
      done();
    });
  });
}

beforeEach(async () => {
  app = createTreesApp();
  await app.start(
    {
      createWorker: () => new InProcessWorker(),
      now: () => 0,
      nextFrame: () => {},
      visible: () => true,
      onVisible: () => {},
      reducedMotion: () => false,
    },
    '#/trees',
  );
  await until(({ moment }) => moment !== null);
});

afterEach(() => app.core.client?.close());

function taken(): Taken {
  const one = takeTrees(app.core);
  if (one === null) throw new Error('nothing was taken');
  return one;
}

async function rowsOf(one: Taken, file: string): Promise<SeriesRow[]> {
  const series = one.series.find((candidate) => candidate.file === file);
  if (series === undefined) throw new Error(`There is no ${file}.`);
  return [...(typeof series.rows === 'function' ? await series.rows() : series.rows)];
}

const figure = (one: Taken, label: string) => one.figures.find((each) => each.label === label)?.value;

it('has a name, and a file that is the same lab again', () => {
  const one = taken();
  expect(one.name).toBe('Lazy counting splay tree, Zipf over 31 keys');
  const json = JSON.parse(JSON.stringify(one.file?.json)) as unknown;
  const other = { ...defaultLab, seed: 5, start: 'empty', tree: { kind: 'splay', parameters: {} } };
  expect(parseLab(json, other)).toEqual({ spec: app.store.getState().spec });
});

it('has the cost of every operation so far: their sums are the totals on screen', async () => {
  app.store.getState().actions.goTo({ operation: 99, step: -1 });
  await until(({ moment }) => moment?.operation === 99 && moment.step === moment.steps);
  const one = taken();
  const costs = await rowsOf(one, 'costs.csv');
  expect(costs).toHaveLength(100);
  const sum = (column: number) => costs.reduce((total, row) => total + Number(row[column]), 0);
  expect(sum(3)).toBe(figure(one, 'nodes visited so far'));
  expect(sum(4)).toBe(figure(one, 'single rotations so far'));
  expect(costs.at(-1)?.[3]).toBe(figure(one, 'nodes visited in this operation'));
  expect(await rowsOf(one, 'nodes.csv')).toHaveLength(31);
});

it('tells nothing of an operation that is not over', async () => {
  app.store.getState().actions.goTo({ operation: 7, step: 2 });
  await until(({ moment }) => moment?.operation === 7 && moment.step === 2);
  expect(await rowsOf(taken(), 'costs.csv')).toHaveLength(7);
  app.store.getState().actions.goToStart();
  await until(({ moment }) => moment?.operation === 0 && moment.step === 0);
  expect(taken().series.map(({ file }) => file)).toEqual(['nodes.csv']);
});

it('has the tree as bracket text', async () => {
  const text = taken().texts.find(({ file }) => file === 'tree.txt')?.text;
  if (typeof text !== 'function') throw new Error('no text');
  expect(await text()).toMatch(/^\(/);
});
