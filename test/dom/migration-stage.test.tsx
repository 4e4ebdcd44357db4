import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { MOVE_STATE } from '../../src/base/columns.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationState } from '../../src/store/migration/types.ts';
import { MoveStage } from '../../src/views/migration/stage/MoveStage.tsx';
import { moveStory, smallLab, smallSpec } from './migration-state.ts';

const story = moveStory();

function open(ms: number, more?: Partial<MigrationState>, of = story) {
  of.show(ms, more);
  return render(
    <MantineProvider>
      <MoveStage />
    </MantineProvider>,
  );
}

const block = (side: 'A' | 'B') => screen.getByRole('region', { name: new RegExp(`^Side ${side}: `) });
const grid = (side: 'A' | 'B') =>
  screen.getByRole('application', { name: new RegExp(`^Memory of side ${side}`) });
const { actions } = story.stateAt(0);

/** "to send 1,152" */
const legend = (side: 'A' | 'B') =>
  [...block(side).querySelectorAll('dl > div')].map((row) =>
    [...row.children].map((part) => part.textContent).join(' '),
  );

describe('the stage of the Migration workspace', () => {
  test('one block a side, named after its strategy', () => {
    open(0);
    expect(within(block('A')).getByRole('heading')).toHaveTextContent('APre-copy · Xen’s rule');
    expect(within(block('B')).getByRole('heading')).toHaveTextContent('BPost-copy');
  });

  test('side A alone is one block', () => {
    open(0, undefined, moveStory({ spec: smallSpec, against: null }));
    expect(screen.getAllByRole('application')).toHaveLength(1);
  });

  test('the legend counts every page, in the states this strategy can bring about', () => {
    open(100);
    expect(legend('A').map((row) => row.replace(/ [\d,]+$/, ''))).toEqual([
      'to send',
      'arrived',
      'written again',
    ]);
    expect(legend('B').map((row) => row.replace(/ [\d,]+$/, ''))).toEqual([
      'to send',
      'arrived',
      'on demand',
    ]);
    for (const side of ['A', 'B'] as const) {
      const sum = legend(side).reduce(
        (all, row) => all + Number(/[\d,]+$/.exec(row)?.[0].replace(',', '')),
        0,
      );
      expect(sum).toBe(1152);
    }
  });

  test('the VM stands on the host it runs on', () => {
    open(100);
    const hosts = (side: 'A' | 'B') => block(side).textContent;
    expect(hosts('A')).toContain('sourceVMrunning');
    expect(hosts('A')).toContain('destinationreceives');
    expect(hosts('B')).toMatch(/destinationVM(running|page waits)/);
    expect(hosts('B')).toContain('sourcesends the rest');
  });

  test('a click picks the loudest page of a cell, Enter the one under the cursor, Escape lets go', () => {
    open(100);
    fireEvent.click(grid('A'), { clientX: 1, clientY: 1 });
    expect(actions.pickPage).toHaveBeenLastCalledWith(0);
    grid('B').focus();
    fireEvent.keyDown(grid('B'), { key: 'ArrowRight' });
    fireEvent.keyDown(grid('B'), { key: 'ArrowRight' });
    fireEvent.keyDown(grid('B'), { key: 'Enter' });
    expect(actions.pickPage).toHaveBeenLastCalledWith(4);
    story.show(100, { picked: 4 });
    fireEvent.keyDown(grid('B'), { key: 'Escape' });
    expect(actions.pickPage).toHaveBeenLastCalledWith(null);
  });

  test('a key the grid does not need is left to the workspace', () => {
    open(100);
    let prevented: boolean | null = null;
    const listen = (event: KeyboardEvent) => {
      prevented = event.defaultPrevented;
    };
    window.addEventListener('keydown', listen);
    fireEvent.keyDown(grid('A'), { key: ' ' });
    window.removeEventListener('keydown', listen);
    expect(prevented).toBe(false);
  });

  test('zoom by button and key, both grids at once; 0 shows all again', () => {
    open(100);
    const larger = screen.getByRole('button', { name: 'Larger' });
    const all = screen.getByRole('button', { name: 'All' });
    expect(all).toBeDisabled();
    fireEvent.click(larger);
    expect(all).toBeEnabled();
    fireEvent.keyDown(grid('B'), { key: '0' });
    expect(all).toBeDisabled();
    fireEvent.keyDown(grid('A'), { key: '+' });
    expect(all).toBeEnabled();
  });

  test('the card tells a page’s story until the moment, and each change leads to its moment', () => {
    const events = [
      { ms: 20, state: MOVE_STATE.arrived, round: 1 },
      { ms: 46, state: MOVE_STATE.writtenAgain, round: 1 },
      { ms: 300, state: MOVE_STATE.arrived, round: 2 },
    ];
    const stories = [
      { events, earlier: 0 },
      { events: [], earlier: 0 },
    ];
    open(100, { picked: 1100, stories });
    const card = screen.getByRole('region', { name: 'Page 1,100 on side A' });
    expect(card).toHaveTextContent('0x0044c000 read-only memory');
    expect(
      within(card)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['0.020 ssent in round 1', '0.046 swritten again']);
    fireEvent.click(within(card).getByRole('button', { name: /^written again, at 0.046 s/ }));
    expect(actions.seek).toHaveBeenLastCalledWith(46);
    expect(screen.getByRole('region', { name: 'Page 1,100 on side B' })).toHaveTextContent(
      'Nothing has happened',
    );
    fireEvent.click(within(card).getByRole('button', { name: 'Let the page go' }));
    expect(actions.pickPage).toHaveBeenLastCalledWith(null);
  });
});

describe('a host dies', () => {
  const faults = { sourceDiesAtMs: 100, destinationDiesAtMs: null };
  const death = moveStory({ ...smallLab, spec: { ...smallSpec, faults } });

  test('nothing is said of it before it was reached', () => {
    open(99, undefined, death);
    expect(screen.queryByText(/died/)).toBeNull();
    expect(legend('A').at(-1)).toBe('lost 0');
  });

  test('then the host is crossed, the loss is said, and the lost pages are counted', () => {
    open(100, undefined, death);
    const lost = death.sides[0]?.result.lost;
    expect(lost?.pages).toBeGreaterThan(0);
    expect(block('A')).toHaveTextContent('sourcedied at 0.100 s');
    expect(within(block('A')).getByRole('status')).toHaveTextContent(lost?.sentence ?? 'no loss');
    expect(legend('A').at(-1)).toBe(`lost ${lost?.pages.toLocaleString('en')}`);
    // Back before it, nothing is told again.
    death.show(50);
    expect(migrationStore.getState().atMs).toBe(50);
    expect(screen.queryByText(/died/)).toBeNull();
  });
});

test('an outage is said while it holds the link', () => {
  const link = { ...smallSpec.link, competingShare: 0.25, outages: [{ fromMs: 40, toMs: 90 }] };
  const cut = moveStory({ ...smallLab, spec: { ...smallSpec, link } });
  open(60, undefined, cut);
  expect(block('A')).toHaveTextContent('down since 0.040 s');
  expect(block('A')).toHaveTextContent('others 25 %');
  cut.show(95);
  expect(block('A')).not.toHaveTextContent('down since');
});
