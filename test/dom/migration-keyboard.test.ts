import { beforeEach, describe, expect, it, vi } from 'vitest';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationActions, MigrationState } from '../../src/store/migration/types.ts';
import { setBreakLength } from '../../src/views/migration/faults/break-length.ts';
import { keyAction } from '../../src/views/migration/keyboard.ts';

/** Every action is recorded by its name; those that promise something refuse nothing. */
function recorder() {
  const done: unknown[][] = [];
  const actions = new Proxy({} as MigrationActions, {
    get:
      (_, name: string) =>
      (...given: unknown[]) => {
        done.push([name, ...given]);
        return Promise.resolve(null);
      },
  });
  return { done, actions };
}

const state = (part: Partial<MigrationState> = {}): MigrationState => ({
  ...migrationStore.getInitialState(),
  status: 'ready',
  atMs: 500,
  endMs: 2000,
  undoable: 1,
  ...part,
});

const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function press(
  key: string,
  part: Partial<MigrationState> = {},
  modifiers: Partial<typeof NO_MODIFIERS> = {},
) {
  const { done, actions } = recorder();
  keyAction({ key, ...NO_MODIFIERS, ...modifiers }, state(part))?.(actions);
  return done.filter(([name]) => name !== 'tell');
}

beforeEach(() => setBreakLength(1000));

describe('keys of the Migration workspace', () => {
  it.each([
    [' ', ['togglePlay']],
    ['ArrowRight', ['nextTurn']],
    ['ArrowLeft', ['previousTurn']],
    ['Home', ['goToStart']],
    ['End', ['goToEnd']],
    ['1', ['setView', 'run']],
    ['2', ['setView', 'all']],
    ['3', ['setView', 'workload']],
    ['?', ['openPanel', 'help']],
    ['b', ['breakLink', 1000]],
    ['R', ['restoreLink']],
    ['z', ['undo']],
  ])('%s does %j', (key, effect) => {
    expect(press(key)).toEqual([effect]);
  });

  it('steps by a hundredth with Shift, and never beyond the ends', () => {
    const shift = { shiftKey: true };
    expect(press('ArrowRight', {}, shift)).toEqual([['seek', 520]]);
    expect(press('ArrowLeft', {}, shift)).toEqual([['seek', 480]]);
    expect(press('ArrowLeft', { atMs: 5 }, shift)).toEqual([['seek', 0]]);
    expect(press('ArrowRight', { atMs: 1990 }, shift)).toEqual([['seek', 2000]]);
  });

  it('breaks the link for as long as is chosen', () => {
    setBreakLength(5000);
    expect(press('B')).toEqual([['breakLink', 5000]]);
  });

  it('lets go of the picked page with Esc, and leaves Esc alone where none is', () => {
    expect(press('Escape', { picked: 7 })).toEqual([['pickPage', null]]);
    expect(press('Escape')).toEqual([]);
  });

  it('leaves the keys of a dialog, and those of the browser', () => {
    expect(press('b', { panel: 'setup' })).toEqual([]);
    expect(press('z', {}, { ctrlKey: true })).toEqual([]);
    expect(press('r', {}, { metaKey: true })).toEqual([]);
  });

  it('moves and hurts the run only where it can be seen', () => {
    for (const key of [' ', 'b', 'z', 'End', 'ArrowRight']) {
      expect(press(key, { view: 'all' }), key).toEqual([]);
    }
    expect(press('1', { view: 'all' })).toEqual([['setView', 'run']]);
  });

  it('tells what cannot be', async () => {
    const actions = { ...recorder().actions, breakLink: () => Promise.resolve('No.'), tell: vi.fn() };
    keyAction({ key: 'b', ...NO_MODIFIERS }, state())?.(actions as unknown as MigrationActions);
    await vi.waitFor(() => expect(actions.tell).toHaveBeenCalledWith('No.'));
  });
});
