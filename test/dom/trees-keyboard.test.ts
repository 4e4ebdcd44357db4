import { describe, expect, it, vi } from 'vitest';
import { initialState, NO_PREDICT } from '../../src/store/trees/initial.ts';
import type { PredictState, TreesActions, TreesState } from '../../src/store/trees/types.ts';
import { keyAction, type PageKeys } from '../../src/views/trees/keyboard.ts';

const question = { id: 'q', kind: 'case', operation: 0, step: 4, key: 5, options: ['zig', 'none'] } as const;
const open: Partial<PredictState> = { mode: 'every', question };
const answered: Partial<PredictState> = {
  ...open,
  answer: { right: true, answer: 'zig', reason: { template: '', slots: {} } },
};

interface Situation {
  state?: Partial<TreesState>;
  predict?: Partial<PredictState>;
  present?: boolean;
  shift?: boolean;
}

/** What a key calls, as "name argument", or null. */
function pressed(key: string, { state, predict, present = false, shift = false }: Situation = {}) {
  const called = vi.fn();
  const record = (name: string) => (argument?: unknown) =>
    called([name, argument].filter((x) => x !== undefined).join(' '));
  const actions = new Proxy({}, { get: (_, name: string) => record(name) }) as TreesActions;
  const page: PageKeys = { present, setPresent: record('setPresent'), focusInput: record('focusInput') };
  const all: TreesState = {
    ...initialState(),
    actions,
    ...state,
    predict: { ...NO_PREDICT, ...predict },
  };
  const plain = { key, shiftKey: shift, ctrlKey: false, metaKey: false, altKey: false };
  keyAction(plain, all, present)?.(actions, page);
  return (called.mock.calls[0]?.[0] as string | undefined) ?? null;
}

describe('keys of the Trees workspace', () => {
  it.each([
    [' ', 'togglePlay'],
    ['ArrowRight', 'stepForward'],
    ['ArrowLeft', 'stepBack'],
    ['Home', 'goToStart'],
    ['End', 'goToEnd'],
    ['/', 'focusInput'],
    ['0', 'setDetail 0'],
    ['2', 'setDetail 2'],
    ['?', 'openPanel help'],
    ['p', 'setPresent true'],
    ['x', null],
    ['PageDown', null],
    ['Escape', null],
  ])('%s → %s', (key, action) => {
    expect(pressed(key)).toBe(action);
  });

  it('goes by whole operations with Shift', () => {
    expect(pressed('ArrowRight', { shift: true })).toBe('operationForward');
    expect(pressed('ArrowLeft', { shift: true })).toBe('operationBack');
  });

  it('does nothing behind a dialog', () => {
    for (const key of [' ', 'ArrowRight', 'Escape', '?'])
      expect(pressed(key, { state: { panel: 'lab' } })).toBeNull();
  });

  it('follows a clicker while presenting', () => {
    expect(pressed('PageDown', { present: true })).toBe('stepForward');
    expect(pressed('PageUp', { present: true })).toBe('stepBack');
    expect(pressed('p', { present: true })).toBe('setPresent false');
  });

  it('leaves digits and the end to an open question', () => {
    expect(pressed('1', { predict: open })).toBeNull();
    expect(pressed('End', { predict: open })).toBeNull();
    expect(pressed('1', { predict: answered })).toBe('setDetail 1');
  });

  it('goes on with Space after an answer', () => {
    expect(pressed(' ', { predict: answered })).toBe('nextQuestion');
  });

  it('leaves the innermost thing first with Esc', () => {
    expect(pressed('Escape', { state: { picked: 5 }, predict: open, present: true })).toBe('pickKey ');
    expect(pressed('Escape', { predict: open, present: true })).toBe('leavePredict');
    expect(pressed('Escape', { present: true })).toBe('setPresent false');
  });
});
