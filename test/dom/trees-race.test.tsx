import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { finish } from '../../src/engine/lab/job.ts';
import { openLab } from '../../src/engine/lab/lab.ts';
import { Race } from '../../src/engine/lab/race.ts';
import { defaultLab, type LabSpec } from '../../src/engine/lab/spec.ts';
import type { RaceReply, RacerPicture } from '../../src/protocol/trees/requests.ts';
import { IDLE } from '../../src/store/long-work.ts';
import { initialState, NO_PREDICT } from '../../src/store/trees/initial.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { TreesActions, TreesState } from '../../src/store/trees/types.ts';
import { FiguresPanel } from '../../src/views/trees/race/FiguresPanel.tsx';
import { RacePanel } from '../../src/views/trees/race/RacePanel.tsx';
import { keyTarget } from '../../src/views/trees/race/RaceSlider.tsx';
import { columnsOf, rank } from '../../src/worker/trees/tree-columns.ts';
import { changeTrees, momentOf, setTrees } from './trees-state.ts';

const { contestants } = initialState();
const shifting: LabSpec = {
  ...defaultLab,
  stream: { kind: 'hot-shift', parameters: {}, length: 1000, keys: 31, list: [] },
};

function raceOf(spec: LabSpec): { race: Race; reply: RaceReply } {
  const race = new Race(finish(openLab(spec, null)), contestants, 100);
  finish(race.run());
  const { lines, optimum, operations, hotKeys } = race;
  return { race, reply: { labKey: 'lab', lines, optimum, operations, hotKeys } };
}

function picturesAt(race: Race, operations: number): RacerPicture[] {
  return finish(race.treesAfter(operations)).map((tree, i) => {
    if (tree === null) throw new Error('Every tree takes part.');
    const columns = columnsOf(
      rank(tree, () => 0),
      { from: 0, to: 1000 },
      255,
    );
    return {
      choice: contestants[i] ?? { kind: '', parameters: {} },
      size: tree.size,
      problem: null,
      ...columns,
    };
  });
}

let ran: ReturnType<typeof raceOf>;
let actions: ReturnType<typeof show>;

function show(part: Partial<TreesState> = {}, spec = defaultLab, operation = 0, step = 0) {
  const spies = setTrees(spec, operation, step, part);
  const own = {
    ...spies,
    pause: vi.fn(),
    setContestants: vi.fn(),
    startRace: vi.fn(),
    cancelRace: vi.fn(),
    showRacers: vi.fn(),
    startFigures: vi.fn(),
    cancelFigures: vi.fn(),
  };
  treesStore.setState({ actions: own as unknown as TreesActions });
  return own;
}

const mount = (panel = <RacePanel />) => render(<MantineProvider>{panel}</MantineProvider>);
const done = (result: RaceReply) => ({ race: { busy: false, done: 1, result, problem: null } });
const rowsOf = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('rowheader').textContent?.trim());
const rowOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

beforeAll(() => {
  ran = raceOf(defaultLab);
});
beforeEach(() => {
  actions = show(done(ran.reply));
});

test('says who races and what each tree pays, beside the static optimum', () => {
  mount();
  const panel = screen.getByRole('region', { name: 'Race' });
  expect(panel).toHaveTextContent('Same operations, five trees');
  expect(rowsOf()).toEqual(['lazy counting', 'CBTree', 'splay', 'semi-splay', 'balanced', 'static optimum']);
  expect(screen.getByRole('columnheader', { name: 'after 1,000 operations' })).toBeVisible();
  const optimum = ran.reply.optimum ?? 0;
  expect(rowOf(/^static optimum/).slice(0, 3)).toEqual([optimum.toFixed(2), '0', '1.00']);
  const [visited, rotations, ratio] = rowOf(/^splay/).map(Number);
  expect(rotations).toBeCloseTo((visited ?? 0) - 1, 1);
  expect(ratio).toBeCloseTo((visited ?? 0) / optimum, 2);
  expect(rowOf(/^balanced/)[1]).toBe('0');
});

test('every chart has a name, and its curves are told apart by dash', async () => {
  const { container } = mount();
  const chart = screen.getByRole('combobox', { name: 'Curve' });
  for (const [value, name] of [
    ['visited', /over 1,000 operations/],
    ['recent', /over 1,000 operations/],
    ['rotations', /against rotations/],
    ['hot', /Depth|depth/],
  ] as const) {
    await userEvent.selectOptions(chart, value);
    expect(screen.getByRole('img', { name })).toBeInTheDocument();
    const svg = container.querySelector('svg[role=img]');
    const dashes = [...(svg?.querySelectorAll('path[stroke^="var(--race"]') ?? [])].map((path) =>
      [path.getAttribute('stroke-dasharray'), path.getAttribute('d')].join(),
    );
    expect(dashes.length).toBeGreaterThanOrEqual(5);
    expect(new Set(dashes.map((dash) => dash.split(',M')[0])).size).toBe(dashes.length);
    expect(svg?.textContent).toContain('lazy counting');
    expect(dashes.join()).not.toContain('NaN');
  }
});

test('the plot is a slider: keys lead the stage and all trees there', async () => {
  mount();
  const slider = screen.getByRole('slider', { name: 'Moment of the race' });
  expect(slider).toHaveAttribute('aria-valuetext', 'after 0 of 1,000 operations');
  slider.focus();
  await userEvent.keyboard('{End}');
  expect(actions.pause).toHaveBeenCalled();
  expect(actions.goTo).toHaveBeenLastCalledWith({ operation: 999, step: -1 });
  expect(screen.getByRole('radio', { name: 'Trees' })).toBeChecked();
  await userEvent.keyboard('{ArrowRight}');
  expect(actions.goTo).toHaveBeenLastCalledWith({ operation: 9, step: -1 });
  await userEvent.keyboard('{Home}');
  expect(actions.goTo).toHaveBeenLastCalledWith({ operation: 0, step: 0 });
});

test('keys move by a hundredth, one, a tenth, and not beyond the ends', () => {
  const to = (key: string, shiftKey = false, at = 500) => keyTarget({ key, shiftKey }, at, 1000);
  expect([to('ArrowLeft'), to('ArrowRight', true), to('PageUp'), to('PageDown', false, 50)]).toEqual([
    490, 501, 600, 0,
  ]);
  expect(to('x')).toBeNull();
});

test('a pointer goes where it presses', () => {
  mount();
  const slider = screen.getByRole('slider', { name: 'Moment of the race' });
  const { width } = slider.style;
  fireEvent.pointerDown(slider, { button: 0, clientX: Number.parseFloat(width) / 2 });
  expect(actions.goTo).toHaveBeenLastCalledWith({ operation: 499, step: -1 });
  fireEvent.pointerMove(slider, { clientX: Number.parseFloat(width) / 4 });
  expect(actions.goTo).toHaveBeenLastCalledWith({ operation: 249, step: -1 });
  expect(screen.getByRole('columnheader', { name: /^after 2[45]\d operations/ })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'Numbers' })).toBeChecked();
  fireEvent.pointerUp(slider);
  expect(screen.getByRole('radio', { name: 'Trees' })).toBeChecked();
});

test('all trees stand side by side, with height and size, and each can go on the stage', async () => {
  mount();
  await userEvent.click(screen.getByRole('radio', { name: 'Trees' }));
  expect(actions.showRacers).toHaveBeenLastCalledWith(0);
  const pictures = picturesAt(ran.race, 600);
  changeTrees({ racers: { operation: 600, pictures }, moment: momentOf(defaultLab, 599, 1e9) });
  expect(actions.showRacers).toHaveBeenLastCalledWith(600);
  expect(screen.getByText('After 600 operations')).toBeVisible();
  const splay = `splay: 31 keys, height ${pictures[2]?.height}, 8 of the 8 hottest keys in the picture`;
  expect(screen.getByRole('img', { name: splay })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show splay on the stage' }));
  expect(actions.changeLab).toHaveBeenCalledWith({ tree: { kind: 'splay', parameters: {} } });
  expect(screen.getByRole('button', { name: 'Show lazy counting on the stage' })).toBeDisabled();
});

test('while questions are asked nothing beyond the present operation is told', () => {
  show({ ...done(ran.reply), predict: { ...NO_PREDICT, mode: 'every' } }, defaultLab, 400, 2);
  const { container } = mount();
  const column = screen.getByRole('columnheader', { name: /^after \d+ operations/ });
  const told = Number(/\d+/.exec(column.textContent ?? '')?.[0]);
  expect(told).toBeLessThanOrEqual(400);
  expect(told).toBeGreaterThan(380);
  const points = (
    container.querySelector('svg[role=img] path[stroke="var(--race-1)"]')?.getAttribute('d') ?? ''
  ).split('L');
  changeTrees({ predict: NO_PREDICT });
  const all = (
    container.querySelector('svg[role=img] path[stroke="var(--race-1)"]')?.getAttribute('d') ?? ''
  ).split('L');
  expect(points.length).toBeLessThan(all.length);
  expect(screen.getByRole('columnheader', { name: 'after 1,000 operations' })).toBeVisible();
});

test('a shift of the hot keys is marked, and each tree says when it was back', () => {
  const { reply } = raceOf(shifting);
  show(done(reply), shifting);
  const { container } = mount();
  expect(container).toHaveTextContent('other keys become hot');
  const back = (name: RegExp) => rowOf(name).at(-1);
  for (const name of [/^balanced/, /^lazy counting/, /^splay/])
    expect(back(name)).toMatch(/^(not yet|at once|\d+)$/);
  expect(back(/^static optimum/)).toBe('');
});

test('a long race offers a button, shows how far it is, and can be cancelled', async () => {
  show({ race: IDLE });
  mount();
  await userEvent.click(screen.getByRole('button', { name: 'Start the race' }));
  const { startRace, cancelRace } = treesStore.getState().actions;
  expect(startRace).toHaveBeenCalled();
  changeTrees({ race: { busy: true, done: 0.427, result: ran.reply, problem: null } });
  expect(screen.getByRole('progressbar', { name: 'The race is run' })).toHaveAttribute('value', '42');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(cancelRace).toHaveBeenCalled();
  changeTrees({ race: { busy: false, done: 0.427, result: ran.reply, problem: null } });
  expect(screen.getByRole('button', { name: 'Race again' })).toBeVisible();
  changeTrees({ race: { busy: false, done: 0, result: null, problem: 'It broke; try again.' } });
  expect(screen.getByRole('alert')).toHaveTextContent('It broke');
});

test('without operations, or without trees, it says what to do', () => {
  const none: LabSpec = { ...defaultLab, stream: { ...defaultLab.stream, length: 0 } };
  show({ race: IDLE }, none);
  mount();
  expect(screen.getByText(/nothing to race over yet/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Start the race' })).toBeNull();
});

test('trees join and leave, also a second one as it is on the stage', async () => {
  const spec: LabSpec = { ...defaultLab, tree: { kind: 'lazy-counting', parameters: { decayEvery: 500 } } };
  const own = show(done(ran.reply), spec);
  mount();
  const choose = screen.getByRole('region', { name: 'Race' });
  await userEvent.click(within(choose).getByRole('checkbox', { name: 'move to root', hidden: true }));
  const kinds = () => own.setContestants.mock.lastCall?.[0].map(({ kind }: { kind: string }) => kind);
  expect(kinds()).toEqual(['lazy-counting', 'splay', 'semi-splay', 'cbtree', 'move-to-root', 'balanced']);
  await userEvent.click(within(choose).getByRole('checkbox', { name: 'splay', hidden: true }));
  expect(kinds()).not.toContain('splay');
  await userEvent.click(
    within(choose).getByRole('button', { name: /^\+ lazy counting · .*500/, hidden: true }),
  );
  expect(own.setContestants.mock.lastCall?.[0].at(-1)).toEqual(spec.tree);
});

test('a tree that cannot take part says why', () => {
  const [first, ...others] = ran.reply.lines;
  if (first === undefined) throw new Error('no line');
  const lines = [{ ...first, rows: 0, problem: 'There are too many keys; use fewer.' }, ...others];
  show(done({ ...ran.reply, lines, optimum: null }));
  mount();
  expect(rowOf(/^lazy counting/)).toEqual(['There are too many keys; use fewer.']);
  expect(screen.queryByRole('columnheader', { name: '× optimum' })).toBeNull();
});

test('the figures say that they are measured here, and that the paper’s curves are not in its text', async () => {
  mount(<FiguresPanel />);
  expect(screen.getByText(/measured in this browser, now/)).toHaveTextContent(
    'whose own curves are not in the paper’s text',
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'CBTree' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /1,048,576/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Measure' }));
  const [plan] = actions.startFigures.mock.lastCall ?? [];
  expect(plan.largest).toBe(1_048_576);
  expect(plan.contestants.map(({ kind }: { kind: string }) => kind)).toEqual([
    'lazy-counting',
    'splay',
    'cbtree',
  ]);
  const rows = [64, 128].flatMap((keys) =>
    ['lazy-counting', 'splay'].map((kind) => ({
      kind,
      keys,
      visited: 5,
      rotations: 1,
      microseconds: 0.0625,
    })),
  );
  changeTrees({ figures: { busy: true, done: 0.5, result: rows, problem: null } });
  expect(screen.getByRole('progressbar', { name: 'Measuring' })).toBeVisible();
  expect(screen.getByRole('img', { name: 'Nodes visited per access' })).toHaveTextContent('splay');
  expect(screen.getAllByRole('row', { hidden: true })[1]).toHaveTextContent('64lazy counting5.001.0000.063');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.cancelFigures).toHaveBeenCalled();
});
