import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Cause } from '../../src/protocol/requests.ts';
import { appStore } from '../../src/store/store.ts';
import { WhyPanel } from '../../src/views/failover/WhyPanel.tsx';
import { changeStore, setStore, show } from './failover-state.tsx';

const cause = (
  code: string,
  slots: Cause['slots'],
  addsMs: number | null = null,
  more: Partial<Cause> = {},
) => ({
  code,
  slots,
  addsMs,
  atUs: null,
  rule: '',
  source: '',
  ...more,
});

const CHAIN: Cause[] = [
  cause('ping', { rtt: 1.2604, sent: 19_000_000 }, null, { atUs: 19_000_000 }),
  cause('wire', { ms: 0.1 }, 0.1, { source: '[A] Table 3, split assumed' }),
  cause('hypervisor', { ms: 0.15 }, 0.15),
  cause('queue', { bytes: 118_000, packets: 82, ms: 1.0204 }, 1.0204, {
    rule: 'D_q = 8·(W − C_p·t_b/8)·η/C',
  }),
  cause('noise', { ms: -0.01 }, -0.01),
  cause('batch', { batch: 31, pages: 1024, round: 1, from: 'node 1' }, null, { atUs: 18_990_000 }),
];

const TARGET = { kind: 'ping', index: 5 } as const;

test('is not there until something was asked', () => {
  setStore({});
  show(<WhyPanel />);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('shows the effect first, then its causes with rule and source', () => {
  setStore({ why: { target: TARGET, causes: CHAIN } });
  show(<WhyPanel />);
  const dialog = screen.getByRole('dialog', { name: 'Where did this ping’s time go?' });
  const links = within(dialog).getAllByRole('listitem');
  expect(links).toHaveLength(6);
  expect(links[0]).toHaveTextContent('This ping took 1.26 ms');
  expect(links[0]).not.toHaveTextContent('because');
  expect(links[1]).toHaveTextContent('made of');
  expect(links[2]).not.toHaveTextContent(/made of|because/);
  expect(links[5]).toHaveTextContent('because');
  expect(links[1]).toHaveTextContent('Source: [A] Table 3, split assumed');
  expect(links[3]).toHaveTextContent('D_q = 8·(W − C_p·t_b/8)·η/C');
});

test('the printed delays add up to the printed round trip', () => {
  setStore({ why: { target: TARGET, causes: CHAIN } });
  show(<WhyPanel />);
  const printed = screen
    .getAllByRole('listitem')
    .flatMap((link) => /([+−][\d.]+) ms/.exec(link.textContent ?? '')?.[1] ?? [])
    .map((text) => Number(text.replace('−', '-')));
  expect(printed).toEqual([0.1, 0.15, 1.02, -0.01]);
  expect(screen.getByText('Together 1.260 ms')).toBeVisible();
  expect(printed.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(1.26, 9);
});

test('each link with a moment leads there', async () => {
  const actions = setStore({ why: { target: TARGET, causes: CHAIN } });
  show(<WhyPanel />);
  await userEvent.click(screen.getByRole('button', { name: /Go to 18.990 s: Batch 31/ }));
  expect(actions.seek).toHaveBeenCalledWith(18_990_000);
});

test('focus goes in, Escape closes, focus goes back to who asked', async () => {
  const actions = setStore({});
  actions.askWhy.mockImplementation((target) => appStore.setState({ why: { target, causes: null } }));
  actions.closeWhy.mockImplementation(() => appStore.setState({ why: null }));
  show(
    <>
      <button type="button" onClick={() => actions.askWhy(TARGET)}>
        ask
      </button>
      <WhyPanel />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'ask' }));
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  expect(screen.getByText('Looking for the causes.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: 'ask' })).toHaveFocus();
});

test('an empty chain is a sentence', async () => {
  setStore({ why: { target: { kind: 'now' }, causes: null } });
  show(<WhyPanel />);
  await changeStore({ why: { target: { kind: 'now' }, causes: [] } });
  expect(screen.getByText(/No cause is known at this moment/)).toBeVisible();
});
