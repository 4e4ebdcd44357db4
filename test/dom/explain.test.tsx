/** The panel "Explained": a picked ping's parts, the sums, histogram, models, flows; CPU by cause, caps, layers. */
import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/engine/experiments/catalogue.ts';
import { defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import type { Scenario } from '../../src/protocol/model.ts';
import { initialState } from '../../src/store/initial.ts';
import { appStore } from '../../src/store/store.ts';
import type { BranchRecord } from '../../src/store/types.ts';
import ExplainPanel from '../../src/views/shell/panels/explain/ExplainPanel.tsx';
import { branchUntil, frameAt } from './timeline-story.ts';

const realActions = appStore.getState().actions;
const pickPing = vi.fn();
const setParameter = vi.fn<typeof realActions.setParameter>();

const SHARES = [
  [0, 24, 0, 21],
  [1, 2, 0, 0],
];

/** The story of the time line's tests with the demo's whole scenario, and CPU shares of node 1. */
function branch(untilS: number, scenario: Partial<Scenario> = {}): BranchRecord {
  const made = branchUntil(untilS);
  const rows: number[] = [];
  for (let i = 1; i / 10 <= untilS; i += 1)
    for (const [vm = 0, ...parts] of SHARES) rows.push(i * 100_000, 0, vm, ...parts);
  made.series.shares = { data: Float64Array.from(rows), rows: rows.length / 6, width: 6 };
  const node = { id: 0, name: 'node 1', state: 'online', guests: [0, 1] } as unknown;
  const { history } = made;
  const told = history && {
    ...history,
    nodes: [node] as typeof history.nodes,
    vms: history.vms.map((vm) => ({ ...vm, memoryInUseMB: 10, responseMs: vm.id === 0 ? 0.0434 : null })),
  };
  const guests = defaultScenario.guests.map((guest, i) =>
    i === 0 ? { ...guest, requestsPerSecond: 100 } : guest,
  );
  return {
    ...made,
    run: { ...made.run, scenario: { ...defaultScenario, guests, ...scenario } },
    history: told,
    farHistory: told,
  };
}

function show(untilS: number, atS = untilS, scenario: Partial<Scenario> = {}, ping: number | null = null) {
  const state = initialState();
  appStore.setState({
    ...state,
    status: 'ready',
    catalogue: catalogue('1.2.3'),
    branches: [branch(untilS, scenario)],
    activeKey: 'run',
    frame: frameAt(atS),
    atUs: atS * 1e6,
    playback: { ...state.playback, reachedUs: untilS * 1e6 },
    selection: { ...state.selection, ping },
    actions: { ...realActions, pickPing, setParameter },
  });
  return render(
    <MantineProvider>
      <ExplainPanel close={() => {}} />
    </MantineProvider>,
  );
}

beforeEach(() => {
  pickPing.mockReset();
  setParameter.mockReset().mockResolvedValue(null);
});

const section = (name: string | RegExp) => screen.getByRole('region', { name });

describe('round trips', () => {
  it('take the last ping apart, or the one picked', () => {
    show(20, 20, {}, 1850);
    const ping = section('One ping, part by part');
    expect(ping).toHaveTextContent('ping 1,851, sent at 18.500 s');
    expect(within(ping).getByRole('img').getAttribute('aria-label')).toMatch(
      /^wire 0\.100 ms, hypervisor 0\.150 ms, queue 1\.010 ms, tail 0\.000 ms, noise .* in all$/,
    );
  });

  it('go from ping to ping, never beyond what was reached', async () => {
    show(20);
    expect(section('One ping, part by part')).toHaveTextContent('ping 2,001');
    expect(screen.getByRole('button', { name: 'Next ping' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Previous ping' }));
    expect(pickPing).toHaveBeenCalledExactlyOnceWith(1999);
  });

  it('say when nobody answered', () => {
    show(22, 22, {}, 2123);
    expect(section('One ping, part by part')).toHaveTextContent('This ping got no answer');
  });

  it('fill the sums with the run’s numbers', () => {
    show(20);
    const rows = within(section(/^The queue on node 1’s port/)).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(
      expect.arrayContaining([
        'Cp = C / η= 1,000 Mb/s / 1.0622= 941.5 Mb/s',
        'ρ = min(1, R / Cp)= 700.0 Mb/s / 941.5 Mb/s= 0.744',
        'RTT = RTT₀ + ρ · Dq= 0.25 ms + 0.744 · 1.014 ms= 1.004 ms',
      ]),
    );
  });

  it('show two heaps and nobody at the mean, on either scale', async () => {
    show(21);
    const all = section('All pings, by how long they took');
    expect(all).toHaveTextContent('in a gap');
    expect(all).toHaveTextContent('behind a batch');
    expect(all).toHaveTextContent('The mean is where nobody is');
    await userEvent.click(within(all).getByRole('radio', { name: 'Logarithmic' }));
    await userEvent.click(within(all).getByRole('radio', { name: 'All so far' }));
    expect(all).toHaveTextContent('nothing before it');
  });

  it('stand beside what the paper prints, the future untold', () => {
    show(20);
    const table = section('Means by span, beside the paper');
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows[1]).toMatch(/^before the stop1,80\d00\.2\d+ ms0\.25 ms/);
    expect(rows[3]).toBe('just after (100 ms)not reached yet0.50 ms–');
    expect(rows[4]).toBe('recovered (last 100)not reached yet0.25 ms–');
  });

  it('can be told by a station, marked as an alternative', async () => {
    show(20);
    const models = section(/^Another model/);
    expect(models).not.toHaveTextContent('not used for the run');
    await userEvent.click(within(models).getByRole('radio', { name: 'Station (alternative)' }));
    expect(models).toHaveTextContent('Alternative, not used for the run');
    expect(within(models).getAllByRole('row').at(-1)).toHaveTextContent('1.0001.30 ms1.264 mswithout end');
    await userEvent.click(within(models).getByRole('radio', { name: /one packet/ }));
    expect(models).toHaveTextContent('it cannot explain 1.0 ms');
  });

  it('count bytes by flow and mark what is assumed', () => {
    show(20);
    const flows = section('Bytes by flow, as NetFlow would count them');
    expect(flows).toHaveTextContent('migration stream');
    expect(within(flows).getByRole('row', { name: /^disk over iSCSI/ })).toHaveTextContent('assumed');
    expect(within(flows).getByRole('row', { name: /^HTTP/ })).toHaveTextContent('200.0 kB/s');
  });
});

describe('CPU', () => {
  const open = () => userEvent.click(screen.getByRole('tab', { name: 'CPU' }));

  it('is stacked by cause, and charged to who causes it on request', async () => {
    show(20);
    await open();
    const hosts = section('Who the hosts work for');
    expect(within(hosts).getByRole('img')).toHaveAccessibleName(
      'node 1: x0 24.0 %, x1 2.0 %, Dom0, for moves 21.0 %; 47.0 % in all at 20.00 s',
    );
    await userEvent.click(within(hosts).getByRole('switch', { name: /^Charge Dom0/ }));
    expect(within(hosts).getByRole('img')).toHaveAccessibleName(
      'node 1: x0 45.0 %, x1 2.0 %; 47.0 % in all at 20.00 s',
    );
  });

  it('has caps that say whether they bite', async () => {
    const cluster = { ...defaultScenario.cluster, dom0CapPercent: 9 };
    show(20, 20, { cluster });
    await open();
    expect(section('A cap that bites')).toHaveTextContent(
      'Dom0 may move 300 Mb/s, the stream wants 700 Mb/s: the cap bites.',
    );
    expect(section('A cap that bites')).not.toHaveTextContent('x0 wants');
    const field = screen.getByLabelText('Cap on x0 (%)');
    await userEvent.clear(field);
    await userEvent.type(field, '12{Enter}');
    expect(setParameter).toHaveBeenCalledExactlyOnceWith('guests.0.capPercent', 12);
  });

  it('names a guest that wants more than its cap', async () => {
    const guests = defaultScenario.guests.map((guest, i) => (i === 0 ? { ...guest, capPercent: 12 } : guest));
    show(20, 20, { guests });
    await open();
    expect(section('A cap that bites')).toHaveTextContent(
      'x0 wants 24.0 % and gets 12.0 %: it goes on at 50 % of its speed.',
    );
  });

  it('says what other layers would cost, and changes them', async () => {
    show(20);
    await open();
    const layers = section('Layers of the hosts');
    const row = (name: RegExp) => within(layers).getByRole('row', { name });
    expect(row(/^Paravirtualization/)).toHaveTextContent(/27\.0 %0\.043 msthis run$/);
    expect(row(/^Physical/)).toHaveTextContent(/24\.0 %0\.022 msUse$/);
    expect(row(/^Full/)).toHaveTextContent('assumed');
    await userEvent.click(within(layers).getByRole('button', { name: 'Use: Full virtualization' }));
    expect(setParameter).toHaveBeenCalledExactlyOnceWith('cluster.layers', 'full');
  });

  it('changes pages by arrow keys', async () => {
    show(20);
    await userEvent.click(screen.getByRole('tab', { name: 'Round trips' }));
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'CPU' })).toHaveFocus();
    expect(section('Who the hosts work for')).toBeInTheDocument();
  });
});
