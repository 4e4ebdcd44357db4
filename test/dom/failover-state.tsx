/** A small moment of a run for component tests: x0 in round 1, its process 7 with a tree of seven shown pages. */
import { MantineProvider } from '@mantine/core';
import { act, type RenderResult, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { PAGE_STATE } from '../../src/base/columns.ts';
import { type Frame, SCALAR, SCALAR_COUNT, type TreeInset } from '../../src/protocol/frame.ts';
import type { Run } from '../../src/protocol/model.ts';
import { emptySeries, initialState } from '../../src/store/initial.ts';
import { appStore } from '../../src/store/store.ts';
import type { AppActions, AppState } from '../../src/store/types.ts';
import { type PictureRow, treeRows } from '../layout/tree-picture.ts';

/**      411
 *   104     640
 * 17   230     977
 *        300
 */
export const BEFORE: PictureRow[] = [
  [411, 0, 20, { predicted: 1, state: PAGE_STATE.heldBack }],
  [104, 1, 9, { predicted: 1, state: PAGE_STATE.heldBack }],
  [17, 2, 3],
  [230, 2, 30, { state: PAGE_STATE.writtenAgain }],
  [300, 3, 5],
  [640, 1, 6, { state: PAGE_STATE.arrived }],
  [977, 2, 2],
];

export function treeInset(picture: readonly PictureRow[], more: Partial<TreeInset> = {}): TreeInset {
  return {
    process: 7,
    program: 'cc1',
    processes: 24,
    size: 1274,
    height: 19,
    rows: treeRows(picture),
    windowAccesses: 1000,
    windowRotations: 12,
    splayRotations: 7600,
    ...more,
  };
}

export function frameAt(us: number, tree: TreeInset | null): Frame {
  const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
  scalars[SCALAR.timeUs] = us;
  scalars[SCALAR.focusVm] = 0;
  return {
    generation: 1,
    runKey: 'run',
    scalars,
    cpu: new Float64Array(0),
    heard: new Float64Array(0),
    pages: null,
    tree,
    history: null,
    series: [],
  };
}

export type SpiedActions = { [N in keyof AppActions]: ReturnType<typeof vi.fn<AppActions[N]>> };

/** Puts the store into the given state, with actions that only remember their calls. */
export function setStore(change: Partial<Omit<AppState, 'actions'>>): SpiedActions {
  const spies = Object.fromEntries(
    Object.keys(appStore.getState().actions).map((name) => [name, vi.fn()]),
  ) as unknown as SpiedActions;
  appStore.setState({ ...initialState(), ...change, actions: spies });
  return spies;
}

/** As the app would: inside an act, so that what follows from it is on the page afterwards. */
export async function changeStore(change: Partial<AppState>): Promise<void> {
  await act(async () => {
    appStore.setState(change);
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
}

/** A branch with rotations and what the tree's notes read of its scenario. */
export function branchWith(
  rotations: readonly number[][],
  predictor = 'lazy-counting',
): AppState['branches'][0] {
  const series = emptySeries();
  series.rotations = {
    data: new Float64Array(rotations.flat()),
    rows: rotations.length,
    width: series.rotations.width,
  };
  const workload = { kind: 'traces', referencesPerSecond: 20_000 };
  const scenario = {
    failover: 'paper-script',
    migration: { strategy: 'working-set-pre-copy' },
    prediction: { predictor, hold: 'round-1', score: 'depth' },
    guests: [{ name: 'x0', workload }],
  };
  return {
    key: 'run',
    run: { scenario, commands: [] } as unknown as Run,
    parentKey: null,
    forkUs: 0,
    reachedUs: 30e6,
    label: '',
    series,
    history: null,
    farHistory: null,
    origin: 'start',
  };
}

export function show(element: ReactElement): RenderResult {
  return render(<MantineProvider>{element}</MantineProvider>);
}
