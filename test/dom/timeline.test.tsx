import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PAGE_EVENT } from '../../src/base/columns.ts';
import { appStore } from '../../src/store/store.ts';
import { Timeline } from '../../src/views/failover/Timeline.tsx';
import { setStore, show } from './failover-state.tsx';
import { branchUntil, frameAt, historyAt, S } from './timeline-story.ts';

function open(atS: number, reachedS = atS) {
  const branch = branchUntil(reachedS, { history: historyAt(atS) });
  const spies = setStore({
    status: 'ready',
    frame: frameAt(atS),
    atUs: atS * S,
    activeKey: 'run',
    branches: [branch],
    playback: {
      playing: false,
      speed: 'auto',
      holdAtTurns: false,
      heldAt: null,
      reachedUs: reachedS * S,
      axis: 'human',
    },
  });
  show(<Timeline />);
  return spies;
}

const slider = () => screen.getByRole('slider', { name: 'Time' });
const later = (ms = 250) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

describe('the timeline', () => {
  it('names its parts as people and tests look for them', () => {
    open(20.1);
    const region = within(screen.getByRole('region', { name: 'Timeline' }));
    for (const name of ['Round-trip time', 'Host CPU', 'Pages left']) {
      expect(region.getByRole('group', { name })).toBeInTheDocument();
    }
    expect(region.getByRole('table', { name: 'Rounds' })).toBeInTheDocument();
    for (const name of ['Step back', 'Play', 'Step forward']) {
      expect(region.getByRole('button', { name })).toBeInTheDocument();
    }
  });

  it('says where time stands, as a number and in words', () => {
    open(20.1, 24);
    expect(slider()).toHaveAttribute('aria-valuenow', '20100');
    expect(slider()).toHaveAttribute('aria-valuemax', '24000');
    expect(slider()).toHaveAttribute('aria-valuetext', '20.10 s, round 1');
    act(() => appStore.setState({ atUs: 21.24 * S }));
    expect(slider()).toHaveAttribute('aria-valuetext', '21.24 s, stop and copy');
  });

  it('is moved by keys', () => {
    const actions = open(20.1, 24);
    const press = (key: string, shiftKey = false) => fireEvent.keyDown(slider(), { key, shiftKey });
    press('ArrowRight');
    press('ArrowLeft');
    press('ArrowRight', true);
    press('ArrowLeft', true);
    press('Home');
    press('End');
    expect(actions.stepForward).toHaveBeenCalledOnce();
    expect(actions.stepBack).toHaveBeenCalledOnce();
    expect(actions.nextTurn).toHaveBeenCalledOnce();
    expect(actions.previousTurn).toHaveBeenCalledOnce();
    expect(actions.seek).toHaveBeenCalledExactlyOnceWith(0);
    expect(actions.seekEnd).toHaveBeenCalledOnce();
  });

  it('shows this moment’s values as text', () => {
    open(20.1);
    expect(screen.getByRole('group', { name: 'Pages left' })).toHaveTextContent('34,568');
    expect(screen.getByRole('group', { name: 'Host CPU' })).toHaveTextContent('node 2 66 %');
    const trip = screen.getByRole('group', { name: 'Round-trip time' });
    expect(trip).toHaveTextContent('last 1.22 ms');
    expect(trip).toHaveTextContent(/Before the stop: mean 0\.25 ms .* the paper has 0\.25 ms/);
    expect(trip).toHaveTextContent(/During the stream: mean 1\.0\d ms .* the paper has 1\.0 ms/);
  });

  it('toggles one button between Play and Pause', () => {
    const actions = open(20.1);
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    expect(actions.togglePlay).toHaveBeenCalledOnce();
    act(() => appStore.setState({ playback: { ...appStore.getState().playback, playing: true } }));
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument();
  });

  it('says what it waits for when held', () => {
    open(21.1);
    act(() => appStore.setState({ playback: { ...appStore.getState().playback, heldAt: 'round-2' } }));
    expect(screen.getByText('held at round 2: press Space')).toBeInTheDocument();
  });

  it('adds up a picked ping and asks why', async () => {
    const actions = open(20.1);
    act(() => appStore.setState({ selection: { ...appStore.getState().selection, ping: 1825 } }));
    await later(100);
    const card = within(screen.getByRole('region', { name: 'Picked ping' }));
    const parts = card
      .getAllByRole('definition')
      .map((dd) => Number(dd.textContent?.replace(/[^\d.−]/g, '').replace('−', '-')));
    const total = parts.pop() ?? 0;
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
    fireEvent.click(card.getByRole('button', { name: 'Why?' }));
    expect(actions.askWhy).toHaveBeenCalledExactlyOnceWith({ kind: 'ping', index: 1825 });
  });

  it('explains a lost ping by the pause', async () => {
    open(22);
    act(() => appStore.setState({ selection: { ...appStore.getState().selection, ping: 2124 } }));
    await later(100);
    expect(screen.getByText('no answer: x0 was paused')).toBeInTheDocument();
  });

  it('walks from ping to ping with the arrow keys', () => {
    const actions = open(20.1);
    const trip = screen.getByRole('group', { name: 'Round-trip time' });
    fireEvent.click(within(trip).getByRole('button'));
    expect(actions.pickPing).toHaveBeenLastCalledWith(2010);
    act(() => appStore.setState({ selection: { ...appStore.getState().selection, ping: 1900 } }));
    fireEvent.keyDown(within(trip).getByRole('button'), { key: 'ArrowRight' });
    expect(actions.pickPing).toHaveBeenLastCalledWith(1901);
    expect(actions.stepForward).not.toHaveBeenCalled();
  });
});

describe('the rounds table', () => {
  const rows = () =>
    within(screen.getByRole('table', { name: 'Rounds' }))
      .getAllByRole('row')
      .map((row) =>
        within(row)
          .queryAllByRole('cell')
          .map((cell) => cell.textContent),
      );

  it('explains itself before anything moves', () => {
    open(14);
    expect(screen.getByText(/Nothing moves yet/)).toBeInTheDocument();
  });

  it('lists the rounds in numbers, the last copy, and the sums', () => {
    open(25);
    expect(rows().slice(1)).toEqual([
      ['64,512', '62,904', '1,608', '4,210', '257.7', '2,900', '→ 2'],
      ['5,234', '5,100', '134', '300', '20.9', '100', '→ 3'],
      ['610', '590', '20', '41', '2.4', '20.0', '→ last'],
      ['41', '41', '0', '–', '0.2', '40.0', 'done'],
      ['', '68,635', '1,762', '', '281.2', '3,060', ''],
    ]);
  });

  it('leads to the beginning of a round and to its causes', () => {
    const actions = open(25);
    fireEvent.click(screen.getByRole('button', { name: 'Go to the beginning of round 2' }));
    expect(actions.seek).toHaveBeenCalledExactlyOnceWith(21.1 * S);
  });

  it('answers why what followed a round did follow', () => {
    const actions = open(25);
    fireEvent.click(screen.getByRole('button', { name: 'Why? After round 2: → 3' }));
    expect(actions.askWhy).toHaveBeenLastCalledWith({ kind: 'round', migration: 0, round: 3 });
    fireEvent.click(screen.getByRole('button', { name: 'Why? After round 3: → last' }));
    expect(actions.askWhy).toHaveBeenLastCalledWith({ kind: 'stop', migration: 0 });
  });

  it('marks the rounds that sent or wrote the picked page', async () => {
    open(25);
    act(() =>
      appStore.setState({
        selection: {
          ...appStore.getState().selection,
          pageHistory: {
            vm: 0,
            page: 77,
            version: 3,
            state: 1,
            process: 0,
            program: 'cc1',
            key: 1,
            depth: 2,
            selfCount: 3,
            rows: [
              { atUs: 19 * S, kind: PAGE_EVENT.sent, round: 1 },
              { atUs: 20 * S, kind: PAGE_EVENT.written, round: 1 },
              { atUs: 21.15 * S, kind: PAGE_EVENT.sent, round: 2 },
            ],
          },
        },
      }),
    );
    await later();
    expect(screen.getAllByRole('img', { name: /was sent in this round/ })).toHaveLength(2);
    expect(screen.getAllByRole('img', { name: /was written in this round/ })).toHaveLength(1);
  });

  it('sets the totals beside plain pre-copy, with signs', () => {
    open(25);
    const totals = { strategy: '', predictor: '', pagesSent: 0, rounds: 4 };
    act(() =>
      appStore.setState({
        comparison: {
          vm: 0,
          here: { ...totals, totalMs: 3060, downtimeMs: 40, bytesSent: 281_200_000 },
          baseline: { ...totals, totalMs: 3090, downtimeMs: 38.5, bytesSent: 284_700_000 },
        },
      }),
    );
    const row = screen.getByRole('row', { name: /against plain pre-copy/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['−30 ms', '+1.5 ms', '−3.5 MB']);
  });

  it('says in words when holding back changed nothing to speak of, and only then', () => {
    open(25);
    const totals = { strategy: 'working-set-pre-copy', predictor: 'lru', pagesSent: 0, rounds: 4 };
    const compare = (bytesSent: number, strategy = 'pre-copy') =>
      act(() =>
        appStore.setState({
          comparison: {
            vm: 0,
            here: { ...totals, totalMs: 3060, downtimeMs: 40, bytesSent: 281_200_000 },
            baseline: { ...totals, strategy, totalMs: 3063, downtimeMs: 40.1, bytesSent },
          },
        }),
      );
    compare(281_500_000);
    expect(screen.getByText(/no difference to speak of/)).toBeInTheDocument();
    compare(310_000_000);
    expect(screen.queryByText(/no difference to speak of/)).toBeNull();
    compare(281_200_000, 'working-set-pre-copy');
    expect(screen.getByText(/it is plain pre-copy itself/)).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /against plain pre-copy/ })).toBeNull();
  });
});
