/** The viewer's own guests: more, fewer, other numbers; what cannot be is said and changes nothing. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { runProblem } from '../../src/engine/simulation/check.ts';
import { defaultScenario, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import type { Catalogue } from '../../src/protocol/catalogue.ts';
import type { Run } from '../../src/protocol/model.ts';
import { Guests } from '../../src/views/shell/panels/guests/Guests.tsx';
import {
  roomOf,
  withField,
  withGuest,
  withoutGuest,
  withPinged,
} from '../../src/views/shell/panels/guests/guest-edits.ts';
import { branchWith, setStore, show } from './failover-state.tsx';

const catalogue = {
  workloads: [{ kind: 'uniform', name: 'Uniform', description: '' }],
} as unknown as Catalogue;
const grown = (run: Run, times: number): Run => (times === 0 ? run : grown(withGuest(run), times - 1));
const names = ({ scenario }: Run) => scenario.guests.map(({ name }) => name).join(' ');
const quiet = (run: Run): Run => ({
  ...run,
  scenario: {
    ...run.scenario,
    guests: run.scenario.guests.map((guest) => ({
      ...guest,
      workload: { ...guest.workload, kind: 'uniform' },
    })),
  },
});
const problem = (run: Run) => runProblem(quiet(run), traceLibrary([]));

describe('changes', () => {
  test('one more is like the last, with a name of its own, where it fits', () => {
    const run = grown(demoRun, 6);
    expect(names(run)).toBe('x0 x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11');
    expect(run.scenario.guests.slice(6).map(({ node }) => node)).toEqual([3, 3, 3, 3, 1, 1]);
    expect(roomOf(run).map(({ usedMiB }) => usedMiB)).toEqual([1024, 512, 1536]);
    expect(problem(run)).toBeNull();
    expect(names(withGuest(withoutGuest(run, 3)))).toContain('x11 x3');
  });

  test('24 guests fit on 8 nodes; on 3 the engine says what does not', () => {
    expect(problem(grown(demoRun, 18))).toMatch(
      /^The guests of node \d need 2048 MiB, but only 1664 MiB are left beside Dom0; .*\.$/,
    );
    const cluster = { ...defaultScenario.cluster, nodes: 8 };
    const large = grown({ ...demoRun, scenario: { ...defaultScenario, cluster } }, 18);
    expect(large.scenario.guests).toHaveLength(24);
    expect(problem(large)).toBeNull();
    expect(problem(withGuest(large))).toBe('There are 25 guests; use 1 to 24.');
  });

  test('fewer nodes than a guest starts on are refused with a sentence', () => {
    const cluster = { ...defaultScenario.cluster, nodes: 2 };
    expect(problem({ ...demoRun, scenario: { ...defaultScenario, cluster } })).toBe(
      'x4 starts on node 3, but there are nodes 1 to 2; let it start on one of them first.',
    );
    const many = { ...defaultScenario.cluster, nodes: 9 };
    expect(problem({ ...demoRun, scenario: { ...defaultScenario, cluster: many } })).toBe(
      'cluster.nodes is 9; it must lie between 2 and 8.',
    );
  });

  test('a new name follows where the old one was meant', () => {
    const run: Run = { ...demoRun, commands: [{ atMs: 5, command: { kind: 'crash-vm', vm: 'x0' } }] };
    const changed = withField(run, 0, 'name', 'web');
    expect(changed.scenario.pingedVm).toBe('web');
    expect(changed.commands).toEqual([{ atMs: 5, command: { kind: 'crash-vm', vm: 'web' } }]);
    expect(problem(changed)).toBeNull();
    expect(withField(run, 1, 'workload.referencesPerSecond', 7).scenario.guests[1]?.workload).toMatchObject({
      referencesPerSecond: 7,
    });
    expect(withPinged(run, 'x3').scenario.pingedVm).toBe('x3');
  });
});

describe('in the panel', () => {
  function open(answer: string | null = null) {
    const branch = { ...branchWith([]), run: demoRun };
    const actions = setStore({ activeKey: branch.key, branches: [branch], catalogue });
    actions.changeRun.mockResolvedValue(answer);
    show(<Guests />);
    return actions;
  }
  const guest = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name} node`) });

  test('each guest is a line that opens its numbers', async () => {
    const actions = open();
    expect(screen.getByText(/^node 1 512 of 1,664\sMiB$/)).toBeInTheDocument();
    expect(guest('x0')).toHaveTextContent(/node 1 · 256\sMiB · pinged/);
    await userEvent.click(guest('x2'));
    expect(guest('x2')).toHaveAttribute('aria-expanded', 'true');
    const memory = screen.getByRole('textbox', { name: /^Memory \(MiB\)/ });
    await userEvent.clear(memory);
    await userEvent.type(memory, '512{Enter}');
    expect(actions.changeRun).toHaveBeenCalledWith(withField(demoRun, 2, 'memoryMiB', 512));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Starts on' }), '3');
    expect(actions.changeRun).toHaveBeenLastCalledWith(withField(demoRun, 2, 'node', 3));
    await userEvent.click(screen.getByRole('button', { name: 'Ping x2 instead' }));
    expect(actions.changeRun).toHaveBeenLastCalledWith(withPinged(demoRun, 'x2'));
    await userEvent.click(screen.getByRole('button', { name: 'Remove x2' }));
    expect(actions.changeRun).toHaveBeenLastCalledWith(withoutGuest(demoRun, 2));
  });

  test('what does not fit is said once, and the run stays', async () => {
    open('There are 25 guests; use 1 to 24.');
    await userEvent.click(screen.getByRole('button', { name: 'Add a guest like x5' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('There are 25 guests; use 1 to 24.');
  });

  test('the pinged one stays', async () => {
    const actions = open();
    await userEvent.click(guest('x0'));
    await userEvent.click(screen.getByRole('button', { name: 'Remove x0' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'x0 is the one that is pinged; ping another one first.',
    );
    expect(actions.changeRun).not.toHaveBeenCalled();
    const form = screen.getByRole('group', { name: 'Guests' });
    expect(within(form).queryByRole('button', { name: /^Ping x0/ })).toBeNull();
  });

  test('a name nobody could call is refused where it is typed', async () => {
    const actions = open();
    await userEvent.click(guest('x1'));
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'two words');
    await userEvent.tab();
    expect(screen.getByText(/^A name has 1 to 12 letters/)).toBeInTheDocument();
    expect(actions.changeRun).not.toHaveBeenCalled();
  });
});
