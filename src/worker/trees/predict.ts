/**
 * Predict: questions go out without their answers. An id says where and what is asked, so that the answer is worked out
 * when somebody has chosen, and a worker that was restarted can still tell it.
 */
import { commandAt } from '../../engine/lab/operations.ts';
import { type Question, type QuestionKind, questionFor } from '../../engine/lab/question.ts';
import { questionAt, questionSet } from '../../engine/lab/questions.ts';
import type { QuestionView } from '../../protocol/trees/requests.ts';
import type { Handler, TreesContext } from './handler.ts';

export { checkExercise, exercise } from './exercise.ts';

/** Of questions that belong to no set; the options of such a question are in their usual order anyway. */
const NO_SEED = 0;

export const quiz: Handler<'quiz'> = function* (context, { labKey, seed, count, kinds = [] }) {
  const { start, operations } = context.lab(labKey);
  const commands = {
    length: operations.count,
    at: (index: number) => (index < operations.count ? commandAt(operations, index) : undefined),
  };
  const job = questionSet({ tree: start, commands, seed, count, kinds });
  for (;;) {
    const { done, value } = job.next();
    if (done === true) return { questions: value.map((question) => viewOf(labKey, question)) };
    yield value.done / Math.max(1, value.of);
  }
};

export const ask: Handler<'ask'> = (context, { labKey, operation, step }) => {
  const { run, operations } = context.lab(labKey);
  if (operation < 0 || operation >= operations.count) return { question: null };
  // The picture stands in this very operation: going to its beginning and, with the next moment, back again is cheap.
  run.seek(operation, 0);
  const question = questionAt(run.tree, commandAt(operations, operation), operation, step, NO_SEED);
  return { question: question && viewOf(labKey, question) };
};

export const answer: Handler<'answer'> = (context, { id, choice }) => {
  const { answer: right, reason } = questionOf(context, id);
  return { right: choice === right, answer: right, reason };
};

function viewOf(labKey: string, question: Question): QuestionView {
  const { id, kind, operation, step, key, options } = question;
  const pair = pairOf(question);
  return { id: `${labKey} ${id}`, kind, operation, step, key, options, ...(pair && { pair }) };
}

/**
 * In the order of the walk there is but one pair next; which it is tells nothing of how its counts compare. A right child
 * that the rule as printed leaves alone has a shape for its reason: without its pair the question would be known by that.
 */
function pairOf({ kind, reason: { template, slots } }: Question): QuestionView['pair'] | null {
  const unweighed = template === 'shape.none';
  if (kind !== 'case' || !(unweighed || template.startsWith('counts.'))) return null;
  return { parentKey: Number(slots.parentKey), childKey: Number(unweighed ? slots.key : slots.childKey) };
}

/** @throws Error if no such question can have been asked */
function questionOf(context: TreesContext, id: string): Question {
  const [labKey = '', name = ''] = id.split(' ');
  const [kind = '', ...numbers] = name.split(':');
  const [operation = -1, step = -1, seed = 0] = numbers.map(Number);
  const { run, operations } = context.lab(labKey);
  run.seek(operation, 0);
  const position = { kind: kind as QuestionKind, operation, step };
  const question =
    run.operation === operation && questionFor(run.tree, commandAt(operations, operation), position, seed);
  if (!question) throw new Error('That question belongs to no operation of this lab; ask a new one.');
  return question;
}
