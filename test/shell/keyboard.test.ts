import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/store/initial.ts';
import type { AppActions, AppState } from '../../src/store/types.ts';
import { keyAction } from '../../src/views/shell/keyboard.ts';

/** Name and argument of the action a key leads to. */
function pressed(key: string, part: Partial<AppState> = {}, held: Partial<KeyboardEvent> = {}): string {
  const calls: string[] = [];
  const actions = new Proxy({} as AppActions, {
    get: (_target, name) => (argument?: unknown) => {
      calls.push(argument === undefined ? String(name) : `${String(name)} ${String(argument)}`);
    },
  });
  const state = { ...initialState(), actions, ...part } as AppState;
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  keyAction({ key, ...none, ...held }, state)?.(actions);
  return calls.join();
}

const selection = { page: { vm: 0, page: 3 }, pageHistory: null, ping: null, process: 0 };
const why = { target: { kind: 'now' as const }, causes: null };

describe('a key', () => {
  it.each([
    [' ', 'togglePlay'],
    ['ArrowRight', 'stepForward'],
    ['ArrowLeft', 'stepBack'],
    ['Home', 'seek 0'],
    ['End', 'seekEnd'],
    ['?', 'openPanel help'],
    ['p', 'setPresent true'],
    ['PageDown', ''],
    ['Escape', ''],
    ['x', ''],
  ])('%j does %s', (key, action) => {
    expect(pressed(key)).toBe(action);
  });

  it('with Shift goes from turn to turn', () => {
    expect(pressed('ArrowRight', {}, { shiftKey: true })).toBe('nextTurn');
    expect(pressed('ArrowLeft', {}, { shiftKey: true })).toBe('previousTurn');
  });

  it('of a clicker drives the story on stage only', () => {
    expect(pressed('PageDown', { present: true })).toBe('storyForward');
    expect(pressed('PageUp', { present: true })).toBe('storyBack');
  });

  it('of a clicker goes through the summary, the story’s last page, too', () => {
    const summary = { present: true, panel: 'summary' } as const;
    expect(pressed('PageDown', summary)).toBe('openPanel none');
    expect(pressed('PageUp', summary)).toBe('openPanel none,storyBack');
    expect(pressed(' ', summary)).toBe('');
    expect(pressed('PageDown', { panel: 'summary' })).toBe('');
    expect(pressed('PageDown', { present: true, panel: 'help' })).toBe('');
  });

  it('with Ctrl, Alt or Meta is the browser’s', () => {
    expect(pressed('p', {}, { ctrlKey: true })).toBe('');
    expect(pressed('ArrowLeft', {}, { altKey: true })).toBe('');
  });

  it('is a dialog’s while one is open', () => {
    expect(pressed(' ', { panel: 'parameters' })).toBe('');
    expect(pressed('Escape', { panel: 'help', present: true })).toBe('');
  });

  it('Esc leaves the innermost thing first', () => {
    expect(pressed('Escape', { why, selection, present: true })).toBe('closeWhy');
    expect(pressed('Escape', { selection, present: true })).toBe('clearSelection');
    expect(pressed('Escape', { present: true })).toBe('setPresent false');
  });
});
