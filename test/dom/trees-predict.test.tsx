import { MantineProvider } from '@mantine/core';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { TreeMoment } from '../../src/protocol/trees/moment.ts';
import type {
  AnswerView,
  QuestionView,
  TreeEntry,
  TreesCatalogue,
} from '../../src/protocol/trees/requests.ts';
import { initialState } from '../../src/store/trees/initial.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { PredictState, TreesActions, TreesState } from '../../src/store/trees/types.ts';
import { PredictPanel } from '../../src/views/trees/predict/PredictPanel.tsx';

const entry = (kind: string, name: string, decides: TreeEntry['decides']): TreeEntry => ({
  kind,
  name,
  description: '',
  source: '',
  parameters: [],
  counts: decides === 'counts',
  accessLemma: false,
  maxKeys: null,
  decides,
  code: ['zig', 'zig-zag', 'none'].map((tag) => ({ text: tag, indent: 0, level: 0, tag })),
});

const catalogue = {
  trees: [
    entry('lazy-counting', 'Lazy counting splay tree', 'counts'),
    entry('splay', 'Splay tree', 'shape'),
    entry('balanced', 'Balanced, static', 'none'),
  ],
} as unknown as TreesCatalogue;

const ASKED: QuestionView = {
  id: 'q',
  kind: 'case',
  operation: 3,
  step: 5,
  key: 409,
  pair: { parentKey: 413, childKey: 409 },
  options: ['zig', 'zig-zag', 'none'],
};

const RIGHT: AnswerView = {
  right: true,
  answer: 'zig-zag',
  reason: {
    template: 'counts.zig-zag',
    slots: {
      parentKey: 413,
      childKey: 409,
      innerKey: 411,
      inner: 14,
      outer: 17,
      childSelf: 6,
      childFar: 11,
      sibling: 12,
      parentSelf: 3,
      parentOther: 9,
    },
  },
};

const MOMENT = {
  operation: 3,
  step: 5,
  steps: 9,
  operations: 100,
  command: { operation: 'find', key: 409, typed: false },
  nodes: Int32Array.from([409, 0, 1, 1, 6, 11, 14, 413, 1, 0, -1, 3, 31, 9]),
} as TreeMoment;

// The picture itself is the stage's business.
vi.mock('../../src/views/trees/mini-tree.ts', () => ({
  MiniTree: ({ highlight, label }: { highlight: number | null; label: string }) => (
    <div role="img" aria-label={label} data-highlight={highlight} />
  ),
}));

type Spies = { [N in keyof TreesActions]: ReturnType<typeof vi.fn> };
const real = treesStore.getState().actions;
let spies: Spies;

function show(predict: Partial<PredictState>, more: Partial<TreesState> = {}) {
  put(predict, more);
  return render(
    <MantineProvider>
      <PredictPanel />
    </MantineProvider>,
  );
}

function put(predict: Partial<PredictState>, more: Partial<TreesState> = {}) {
  const initial = initialState();
  treesStore.setState({
    ...initial,
    catalogue,
    spec: { tree: { kind: 'lazy-counting', parameters: {} }, typed: [] } as unknown as TreesState['spec'],
    moment: MOMENT,
    predict: { ...initial.predict, ...predict },
    ...more,
    actions: spies as unknown as TreesActions,
  });
}

const change = (predict: Partial<PredictState>) => act(() => put(predict));

beforeEach(() => {
  spies = Object.fromEntries(Object.keys(real).map((name) => [name, vi.fn()])) as Spies;
});

const asking = { mode: 'every', question: ASKED } as const;

test('an open question offers its options and nothing that gives the answer away', async () => {
  show(asking);
  expect(screen.getByRole('heading', { name: 'Which case comes next?' })).toBeVisible();
  const options = within(screen.getByRole('group', { name: 'Your answer' })).getAllByRole('button');
  expect(options.map((option) => option.textContent)).toEqual(['zig', 'zig-zag', 'no rotation']);
  const marks = options.map((option) =>
    option.outerHTML.replace(option.textContent ?? '', '').replace(/"\d"/, ''),
  );
  expect(new Set(marks).size, 'all look alike').toBe(1);
  expect(screen.getByRole('status')).toHaveTextContent(
    'Which case comes next? Weighed: 413 (left 31, self 3, right 9) and its child 409 (left 11, self 6, right 14). 1: zig. 2: zig-zag. 3: no rotation.',
  );
  expect(screen.queryByText(/inner|sibling|outer|12|17/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'zig-zag' }));
  expect(spies.choose).toHaveBeenCalledWith('zig-zag');
});

test('after the choice: right or wrong in words and marks, with the operands', async () => {
  show({ ...asking, chosen: 'zig-zag', answer: RIGHT, right: 7, asked: 9 });
  expect(screen.getByText('7 of 9 right')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(
    'Right. inner 14 ≥ sibling 3 + 9 = 12. 411 rises over both',
  );
  expect(screen.getByRole('button', { name: /zig-zag, your answer, right/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(spies.nextQuestion).toHaveBeenCalledOnce();

  await change({ ...asking, chosen: 'zig', answer: { ...RIGHT, right: false }, right: 7, asked: 10 });
  expect(screen.getByRole('status')).toHaveTextContent('Wrong, it is zig-zag.');
  expect(screen.getByRole('button', { name: /^✗?zig, your answer$/ })).toBeVisible();
  await change({ ...asking, chosen: null, answer: { ...RIGHT, right: false }, right: 7, asked: 10 });
  expect(screen.getByRole('status')).toHaveTextContent('Skipped. It is zig-zag.');
});

test('digits answer wherever the focus is, Enter and Space go on; in a field they are text', async () => {
  const user = userEvent.setup();
  const { container } = show(asking);
  await user.keyboard('5');
  expect(spies.choose).not.toHaveBeenCalled();
  await user.keyboard('3');
  expect(spies.choose).toHaveBeenCalledWith('none');
  await user.keyboard('{Enter}');
  expect(spies.nextQuestion).not.toHaveBeenCalled();
  await change({ ...asking, chosen: 'zig-zag', answer: RIGHT });
  await user.keyboard('{Enter}');
  await user.keyboard(' ');
  expect(spies.nextQuestion).toHaveBeenCalledTimes(2);

  await change(asking);
  const field = container.ownerDocument.body.appendChild(document.createElement('input'));
  field.focus();
  await user.keyboard('1');
  expect(spies.choose).toHaveBeenCalledTimes(1);
  field.remove();
});

test('Space on a button elsewhere presses that button', async () => {
  const user = userEvent.setup();
  show({ ...asking, chosen: 'zig-zag', answer: RIGHT });
  const other = document.body.appendChild(document.createElement('button'));
  const pressed = vi.fn();
  other.addEventListener('click', pressed);
  other.focus();
  await user.keyboard(' ');
  expect(pressed).toHaveBeenCalledOnce();
  expect(spies.nextQuestion).not.toHaveBeenCalled();
  other.remove();
});

test('an option that has the focus goes on by Enter once it was chosen, and only once', async () => {
  const user = userEvent.setup();
  show(asking);
  screen.getByRole('button', { name: 'zig' }).focus();
  await user.keyboard('{Enter}');
  expect(spies.choose).toHaveBeenCalledWith('zig');
  await change({ ...asking, chosen: 'zig', answer: { ...RIGHT, right: false } });
  await user.keyboard('{Enter}');
  expect(spies.nextQuestion).toHaveBeenCalledOnce();
  expect(spies.choose).toHaveBeenCalledOnce();
});

test('a set is started by keyboard alone, with its count, kinds and seed', async () => {
  const user = userEvent.setup();
  show({ seed: 41 });
  screen.getByRole('button', { name: /A set of questions/ }).focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('heading', { name: 'A set of questions' })).toHaveFocus();
  await user.click(screen.getByRole('radio', { name: '5' }));
  await user.click(screen.getByRole('checkbox', { name: 'the next root' }));
  const seed = screen.getByRole('textbox', { name: 'Seed' });
  await user.clear(seed);
  await user.type(seed, '99999999999');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Give a whole number from 0 to 2,147,483,647 as the seed.',
  );
  await user.keyboard('{Enter}');
  expect(spies.startQuiz).not.toHaveBeenCalled();
  await user.clear(seed);
  await user.type(seed, '12{Enter}');
  expect(spies.startQuiz).toHaveBeenCalledWith(12, 5, ['case', 'rotations']);
  await change({ mode: 'set', question: ASKED, questions: [ASKED, ASKED] });
  await user.keyboard('2');
  expect(spies.choose).toHaveBeenCalledWith('zig-zag');
});

test('the focus stays in the panel when what had it is gone', async () => {
  show({
    mode: 'set',
    question: ASKED,
    questions: [ASKED],
    chosen: 'zig-zag',
    answer: RIGHT,
    right: 1,
    asked: 1,
  });
  screen.getByRole('button', { name: 'See your score' }).focus();
  await change({
    mode: 'set',
    finished: true,
    right: 1,
    asked: 1,
    given: [{ question: ASKED, chosen: 'zig-zag', answer: RIGHT }],
  });
  expect(screen.getByRole('heading', { name: 'Score: 1 of 1' })).toHaveFocus();
});

test('the score lists the answers with reasons, goes to each, and says what to try next', async () => {
  const wrong = { ...RIGHT, right: false };
  show({
    mode: 'set',
    seed: 4,
    count: 2,
    finished: true,
    right: 1,
    asked: 2,
    given: [
      { question: ASKED, chosen: 'zig-zag', answer: RIGHT },
      { question: { ...ASKED, id: 'r', operation: 8 }, chosen: 'none', answer: wrong },
    ],
  });
  const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(first).toHaveTextContent(/right: zig-zag.*inner 14/);
  expect(second).toHaveTextContent('you said no rotation, it is zig-zag');
  await userEvent.click(within(second as HTMLElement).getByRole('button', { name: 'Show it' }));
  expect(spies.goTo).toHaveBeenCalledWith({ operation: 8, step: 5 });
  await userEvent.click(screen.getByRole('button', { name: 'Another set' }));
  expect(spies.startQuiz).toHaveBeenCalledWith(5, 2, []);
  spies.changeLab.mockResolvedValue(null);
  await userEvent.click(screen.getByRole('button', { name: 'Now with: Splay tree' }));
  expect(spies.changeLab).toHaveBeenCalledWith({ tree: { kind: 'splay', parameters: {} } });
  expect(spies.startQuiz).toHaveBeenLastCalledWith(4, 2, []);
});

test('the link for a class is copied; where that is refused it can be taken by hand', async () => {
  show({ mode: 'set', finished: true, right: 0, asked: 0 });
  spies.link.mockReturnValue('#/trees?ask=set.4.2');
  const writeText = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no'));
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  const button = screen.getByRole('button', { name: 'Copy the link for others' });
  await userEvent.click(button);
  expect(writeText).toHaveBeenCalledWith(`${location.href.split('#')[0]}#/trees?ask=set.4.2`);
  expect(await screen.findByText('Copied.')).toBeVisible();
  button.click();
  expect(await screen.findByRole('textbox', { name: 'Copy the link for others' })).toHaveValue(
    `${location.href.split('#')[0]}#/trees?ask=set.4.2`,
  );
  vi.unstubAllGlobals();
});

test('a tree that never rotates says that there is nothing to predict and offers one that does', async () => {
  show({ mode: 'every' }, { spec: { tree: { kind: 'balanced', parameters: {} } } as TreesState['spec'] });
  expect(
    screen.getByText('Balanced, static: this tree never rotates, so there is nothing to predict.'),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Take the splay tree' }));
  expect(spies.changeLab).toHaveBeenCalledWith({ tree: { kind: 'splay', parameters: {} } });
});

const EXERCISE = { exerciseKey: 'x', start: '', target: '', nodes: new Int32Array(0), moves: 2 };
const difference = { template: 'exercise.parent', slots: { key: 6, parentKey: 4, targetParentKey: 8 } };

test('an exercise tells the check and the moves, and names the key that differs only when asked', async () => {
  const building = { mode: 'build', exercise: EXERCISE, seed: 3, size: 9, count: 2 } as const;
  show(building, { moment: { ...MOMENT, operations: 0, operation: 0, step: 0, steps: 0 } });
  expect(screen.getByText(/Not begun/)).toHaveTextContent('Not begun. None used yet.');
  await act(() =>
    put(
      { ...building, check: { done: false, difference } },
      { moment: { ...MOMENT, operations: 1, operation: 0, step: 9 } },
    ),
  );
  expect(screen.getByText(/Not yet\./)).toHaveTextContent('Not yet. 1 used.');
  expect(screen.queryByText(/belongs below/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Give a hint' }));
  expect(screen.getByText(/6 hangs below 4; it belongs below 8\./)).toBeVisible();
  expect(spies.pickKey).toHaveBeenCalledWith(6);
  expect(screen.getByRole('img', { name: 'The shape to build' })).toHaveAttribute('data-highlight', '6');
  await act(() =>
    put(
      { ...building, check: { done: true, difference: null } },
      { moment: { ...MOMENT, operations: 2, operation: 1, step: 9 } },
    ),
  );
  expect(screen.getByText(/Done, with as few/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Another one' }));
  expect(spies.startExercise).toHaveBeenCalledWith(4, 9, 2);
});
