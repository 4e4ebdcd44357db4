import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { defaultLab, type LabSpec } from '../../src/engine/lab/spec.ts';
import { NO_PREDICT } from '../../src/store/trees/initial.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { TreesState } from '../../src/store/trees/types.ts';
import { OperationBar } from '../../src/views/trees/bar/OperationBar.tsx';
import { changeTrees, setTrees } from './trees-state.ts';

const typed: LabSpec = {
  ...defaultLab,
  typed: [
    { operation: 'insert', key: 77, before: 10 },
    { operation: 'delete', key: 3, before: 10 },
  ],
};

const question: Partial<TreesState> = {
  predict: {
    ...NO_PREDICT,
    mode: 'every',
    question: { id: 'q', kind: 'case', operation: 10, step: 2, key: 77, options: ['zig', 'none'] },
  },
};

function show(spec = typed, operation = 10, step = 2, part: Partial<TreesState> = {}) {
  const actions = setTrees(spec, operation, step, part);
  render(
    <MantineProvider>
      <OperationBar>
        <p>what happens</p>
      </OperationBar>
    </MantineProvider>,
  );
  return actions;
}

const strip = () => screen.getByRole('group', { name: 'Operations around this one' });
const cells = () => within(strip()).getAllByRole('button');
const input = () => screen.getByRole('textbox', { name: 'Type operations' });
const jump = () => screen.getByRole('textbox', { name: 'Operation number' });

describe('the strip of operations', () => {
  it('marks the present one and what was typed, and names each cell', () => {
    show();
    const present = cells().find((cell) => cell.getAttribute('aria-current') === 'step');
    expect(present).toHaveAccessibleName('operation 11: insert 77, typed');
    expect(present).toHaveTextContent('i77');
    expect(within(strip()).getByRole('button', { name: 'operation 12: delete 3, typed' })).toHaveTextContent(
      'd3',
    );
    expect(within(strip()).getAllByText('typed')).toHaveLength(2);
    expect(within(strip()).getByRole('button', { name: /^operation 13: access/ })).toBeVisible();
  });

  it('goes to the beginning of the operation that is clicked', async () => {
    const actions = show();
    await userEvent.click(screen.getByRole('button', { name: /^operation 13:/ }));
    expect(actions.goTo).toHaveBeenCalledWith({ operation: 12, step: 0 });
  });

  it('keeps the place of the mark while it plays', () => {
    show(defaultLab, 500, 1);
    const place = () => cells().findIndex((cell) => cell.getAttribute('aria-current') === 'step');
    const before = place();
    const { moment } = treesStore.getState();
    if (moment === null) throw new Error('no moment');
    changeTrees({ moment: { ...moment, operation: 501 } });
    expect(place()).toBe(before);
  });

  it('tells nothing of what comes while a question is open', () => {
    show(typed, 10, 2, question);
    expect(
      cells()
        .map((cell) => cell.getAttribute('aria-label'))
        .at(-1),
    ).toBe('operation 11: insert 77, typed');
    expect(screen.getByRole('slider')).toBeDisabled();
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'operation 11 of 1,002');
    expect(input()).toBeDisabled();
  });
});

describe('the slider', () => {
  it('says where it stands and goes where it is put', () => {
    const actions = show();
    const slider = screen.getByRole('slider', { name: 'Operation' });
    expect(slider).toHaveAttribute('aria-valuetext', 'operation 11 of 1,002: insert 77');
    fireEvent.change(slider, { target: { value: '400' } });
    expect(actions.goTo).toHaveBeenCalledWith({ operation: 400, step: 0 });
  });

  it('leaves Space to the playback', () => {
    const actions = show();
    fireEvent.keyDown(screen.getByRole('slider'), { key: ' ' });
    expect(actions.togglePlay).toHaveBeenCalledOnce();
  });
});

describe('the transport', () => {
  it('has nothing to go back to at the start', async () => {
    const actions = show(defaultLab, 0, 0);
    const back = screen.getByRole('button', { name: 'Step back' });
    expect(back).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(back);
    expect(actions.stepBack).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Next operation' }));
    expect(actions.operationForward).toHaveBeenCalledOnce();
  });

  it('does not go past an open question', () => {
    show(typed, 10, 2, question);
    expect(screen.getByRole('button', { name: 'Step forward' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('button', { name: 'Step back' })).not.toHaveAttribute('aria-disabled');
  });

  it('offers steps and whole accesses as speeds', async () => {
    const actions = show();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '½× steps');
    expect(actions.setSpeed).toHaveBeenLastCalledWith({ unit: 'steps', factor: 0.5 });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '1,000 accesses/s');
    expect(actions.setSpeed).toHaveBeenLastCalledWith({ unit: 'accesses', perSecond: 1000 });
  });
});

describe('the number of the operation', () => {
  it('goes to another one, counted from 1, with or without a comma', async () => {
    const actions = show();
    expect(jump()).toHaveValue('11');
    await userEvent.clear(jump());
    await userEvent.type(jump(), '1,002{Enter}');
    expect(actions.goTo).toHaveBeenCalledWith({ operation: 1001, step: 0 });
  });

  it.each([
    ['5000', 'There are operations 1 to 1,002; 5000 was given.'],
    ['0', 'There are operations 1 to 1,002; 0 was given.'],
    ['ten', 'Give the number of an operation, 1 to 1,002.'],
  ])('says what is wrong with %s and goes nowhere', async (given, sentence) => {
    const actions = show();
    await userEvent.clear(jump());
    await userEvent.type(jump(), `${given}{Enter}`);
    expect(screen.getByText(sentence)).toHaveRole('alert');
    expect(jump()).toHaveValue(given);
    expect(actions.goTo).not.toHaveBeenCalled();
  });
});

describe('the field for operations', () => {
  it('runs at Enter, is empty then, and gives the last text back', async () => {
    const actions = show();
    await userEvent.type(input(), 'insert 5 9{Enter}');
    expect(actions.runText).toHaveBeenCalledWith('insert 5 9');
    expect(input()).toHaveValue('');
    await userEvent.type(input(), '{ArrowUp}');
    expect(input()).toHaveValue('insert 5 9');
  });

  it('says in one sentence what cannot be read, and loses nothing', async () => {
    const actions = show();
    actions.runText.mockResolvedValueOnce('“frob” is no operation.');
    await userEvent.type(input(), 'frob 3{Enter}');
    expect(await screen.findByText('“frob” is no operation.')).toHaveRole('alert');
    expect(input()).toHaveValue('frob 3');
    expect(input()).toBeInvalid();
    await userEvent.type(input(), '!');
    expect(input()).toBeValid();
  });

  it('runs nothing of an empty text', async () => {
    const actions = show();
    await userEvent.type(input(), '  {Enter}');
    expect(actions.runText).not.toHaveBeenCalled();
  });

  it('takes typed operations back where there are some', async () => {
    const actions = show();
    await userEvent.click(screen.getByRole('button', { name: 'Undo typed' }));
    expect(actions.undoTyped).toHaveBeenCalledOnce();
    changeTrees({ spec: defaultLab });
    expect(screen.queryByRole('button', { name: 'Undo typed' })).toBeNull();
  });

  it('offers a long list that is pasted as a stream', async () => {
    const actions = show();
    await userEvent.click(input());
    await userEvent.paste(Array.from({ length: 100 }, (_, i) => i).join(' '));
    expect(input()).toHaveValue('');
    expect(actions.openPanel).toHaveBeenCalledWith('shape');
    await userEvent.paste('5 9 3');
    expect(input()).toHaveValue('5 9 3');
  });
});
