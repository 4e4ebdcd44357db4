import { MantineProvider } from '@mantine/core';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CourseRow, runCourses } from '../../src/engine/experiments/courses.ts';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { defaultRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Run } from '../../src/engine/simulation/scenario.ts';
import { initialState } from '../../src/store/initial.ts';
import { newBranch } from '../../src/store/runs.ts';
import { appStore } from '../../src/store/store.ts';
import Courses from '../../src/views/shell/panels/courses/Courses.tsx';
import { figuresOf, spanText } from '../../src/views/shell/panels/courses/figures.ts';
import { verdictOf } from '../../src/views/shell/panels/courses/verdict.ts';

/** No guest replays a recorded program: the files are not to be had here, and matter to none of these figures. */
const run: Run = {
  ...defaultRun,
  scenario: {
    ...defaultRun.scenario,
    guests: defaultRun.scenario.guests.map((guest) => ({
      ...guest,
      workload: { ...guest.workload, kind: 'hot-cold', referencesPerSecond: 1000 },
    })),
  },
};
const { scenario } = run;

function allRows(): readonly CourseRow[] {
  const steps = runCourses(scenario, traceLibrary([]));
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.rows;
  }
}

const rows = allRows();
const realActions = appStore.getState().actions;
const compareCourses = vi.fn();
const stopCourses = vi.fn();
const openCourse = vi.fn();
const close = vi.fn();

function rowOf(kind: CourseRow['kind']): CourseRow {
  const found = rows.find((row) => row.kind === kind);
  if (found === undefined) throw new Error(`There is no row ${kind}.`);
  return found;
}

function show(there: readonly CourseRow[], busy = false): void {
  appStore.setState({
    courses: {
      busy,
      done: there.length / rows.length,
      result: { scenario, rows: there },
      problem: null,
    },
  });
  render(
    <MantineProvider>
      <Courses close={close} />
    </MantineProvider>,
  );
}

const rowNamed = (name: RegExp): HTMLElement => {
  const item = screen.getByRole('button', { name }).closest('li');
  if (item === null) throw new Error(`There is no row ${name}.`);
  return item;
};

beforeEach(() => {
  for (const spy of [compareCourses, stopCourses, openCourse, close]) spy.mockReset();
  appStore.setState({
    ...initialState(),
    status: 'ready',
    branches: [newBranch('a', run, {})],
    activeKey: 'a',
    actions: { ...realActions, compareCourses, stopCourses, openCourse },
  });
});

describe('failures side by side', () => {
  it('asks for the rows, and tells what all of them share', () => {
    show([]);
    expect(compareCourses).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/seven ways.*seed 7/)).toBeInTheDocument();
    expect(screen.getByText(/dead after 30 s of silence/)).toBeInTheDocument();
    expect(screen.getAllByText('not run yet')).toHaveLength(7);
    expect(screen.getByRole('button', { name: 'Print' })).toBeDisabled();
  });

  it('shows rows as they come, and can be called off and taken up again', async () => {
    show(rows.slice(0, 2), true);
    expect(screen.getAllByText('not run yet')).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(stopCourses).toHaveBeenCalledTimes(1);
    act(() => appStore.setState((state) => ({ courses: { ...state.courses, busy: false } })));
    compareCourses.mockReset();
    await userEvent.click(screen.getByRole('button', { name: 'Run the rest' }));
    expect(compareCourses).toHaveBeenCalledTimes(1);
  });

  it('puts picture and figures of a course in one row', () => {
    show(rows);
    expect(screen.queryByText('not run yet')).toBeNull();
    const crash = rowNamed(/Crash/);
    expect(within(crash).getByRole('img', { name: /Crash.*65\.2 s without answer/ })).toBeInTheDocument();
    expect(within(crash).getByText('requests failed').nextSibling?.textContent).toBe('6,517');
    const partition = rowNamed(/Partition.*no fencing/);
    expect(within(partition).getByText('x0 runs twice')).toBeInTheDocument();
    expect(within(partition).getByText('36.8 s, still').parentElement).toHaveAttribute('data-loud', 'true');
  });

  it('counts requests at the rate somebody typed', async () => {
    show(rows);
    const rate = screen.getByRole('textbox', { name: 'Requests per second' });
    await userEvent.clear(rate);
    await userEvent.type(rate, '1000');
    expect(within(rowNamed(/Crash/)).getByText('65,170')).toBeInTheDocument();
    expect(screen.getByText('Requests failed: at 1,000 requests per second.')).toBeInTheDocument();
  });

  it('opens the very run of a row', async () => {
    show(rows);
    await userEvent.click(screen.getByRole('button', { name: /Open this run: Partition.*with fencing/ }));
    expect(openCourse).toHaveBeenCalledWith('partition-fenced');
  });

  it('says the same as a table, with what happened when', async () => {
    show(rows);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(8);
    const hang = within(table).getByRole('row', { name: /Hang/ });
    expect(within(hang).getByText('not by 120 s')).toBeInTheDocument();
    const story = screen.getByRole('region', { name: /Crash/ });
    expect(within(story).getByText(/loses its power/)).toBeInTheDocument();
    expect(within(story).getByText(/holds it for dead/, { selector: 'li:nth-child(2)' })).toBeInTheDocument();
  });

  it('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    show(rows);
    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/seed 7 · http/)).toBeInTheDocument();
    print.mockRestore();
  });
});

it('tells the moments the engine has', () => {
  show(rows);
  const [failure, thaw] = rowOf('hang').run.commands;
  expect(screen.getByText(new RegExp(`^Failure at ${(failure?.atMs ?? 0) / 1000} s`))).toBeInTheDocument();
  expect(screen.getByText(new RegExp(`goes on at ${(thaw?.atMs ?? 0) / 1000} s`))).toBeInTheDocument();
});

describe('words of the rows', () => {
  it('say nothing of rows that are not there', () => {
    expect(verdictOf([], 'x0')).toBe('');
    expect(verdictOf([rowOf('crash')], 'x0')).not.toMatch(/fencing/);
  });

  it('put the rows together', () => {
    const verdict = verdictOf(rows, 'x0');
    expect(verdict).toMatch(/^Moved alive before its node stops, x0 is without answer for 0\.05 s\./);
    expect(verdict).toMatch(/not one ping is lost, and yet x0 runs twice for 36\.8 s and up to 3,682 blocks/);
    expect(verdict).toMatch(/the price is 35\.8 s without answer/);
    expect(verdict).toMatch(/nothing here is measured\.$/);
  });

  it('say what the rows bear out, and nothing else', () => {
    const lucky = { ...rowOf('partition-fenced'), outageMs: { longest: 0, total: 0 }, answersAfterMs: 0 };
    expect(verdictOf([lucky], 'x0')).toMatch(/its own side shot first/);
    const unnoticed = { ...lucky, events: [] };
    expect(verdictOf([unnoticed], 'x0')).toBe('');
    const lossy = { ...rowOf('partition'), lost: 3 };
    expect(verdictOf([lossy], 'x0')).not.toMatch(/not one ping/);
  });

  it('tell nothing of a stop that was refused', () => {
    const refused = { ...rowOf('stop-paper'), refused: true };
    expect(new Set(figuresOf(refused, 100).map(({ value }) => value))).toEqual(new Set(['–']));
    expect(verdictOf([refused], 'x0')).toBe('');
  });

  it('print spans so that something is never nothing', () => {
    expect([0.15, 9, 60, 999, 1000, 65_170].map(spanText)).toEqual([
      '1 ms',
      '9 ms',
      '0.06 s',
      '1.00 s',
      '1.0 s',
      '65.2 s',
    ]);
    const [outage, longest] = figuresOf(rowOf('hang'), 100);
    expect([outage?.value, longest?.value]).toEqual(['≥ 87.2 s', '65.2 s']);
  });
});
