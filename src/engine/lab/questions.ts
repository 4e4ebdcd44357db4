/**
 * Question sets, seeded: a lecturer's link gives everybody the same. Moments are chosen from what the tree really does,
 * so that no answer dominates, however rare it is in the run.
 */
import { RandomStream } from '../../base/random.ts';
import { record, type TreeCommand } from '../trees/recorder.ts';
import type { Tree } from '../trees/tree.ts';
import { finish, type Job, type JobProgress } from './job.ts';
import { casesOf, kindOf, type Position, type Question, type QuestionKind, questionFor } from './question.ts';
import { choose, type Moment, type Pool, type Pools } from './question-choice.ts';

export type { Question } from './question.ts';

/** An array, or whatever gives its commands by number: they are gone through twice. */
export interface CommandList {
  readonly length: number;
  at(index: number): TreeCommand | undefined;
}

export interface QuestionOrder {
  /** the tree before the first command; it is copied */
  readonly tree: Tree;
  readonly commands: CommandList;
  readonly seed: number;
  readonly count: number;
  /** what may be asked about; absent or empty = everything */
  readonly kinds?: readonly QuestionKind[];
}

/** Operations and steps looked at for moments to ask about; what comes later in a long run is left alone. */
const MOST_OPERATIONS = 20_000;
const MOST_STEPS = 1_000_000;
/** Moments kept of each kind with the same answer, a random choice of all. */
const KEPT = 256;
const STEPS_PER_SLICE = 8000;
/** Keys a tree needs before its root and its rotations are worth asking about. */
const FEW_KEYS = 3;

const QUESTION_KINDS: readonly QuestionKind[] = ['case', 'root', 'rotations'];

/** A set of at most `count` questions in the order of the run; none for trees that decide nothing. */
export function makeQuestions(order: QuestionOrder): Question[] {
  return finish(questionSet(order));
}

/** The same in slices. */
export function* questionSet(order: QuestionOrder): Job<JobProgress, Question[]> {
  const { tree, commands, seed } = order;
  if (kindOf(tree).decides === 'none') return [];
  const chosen = choose(yield* findMoments(order), order.count, new RandomStream(seed, 'choice'));
  // The run once more, now only to the moments chosen.
  const questions: Question[] = [];
  const run = tree.clone();
  let next = 0;
  let sinceYield = 0;
  for (let at = 0; next < chosen.length; at += 1) {
    const command = commands.at(at) as TreeCommand;
    for (; chosen[next]?.operation === at; next += 1) {
      const question = questionFor(run, command, chosen[next] as Position, seed);
      if (question !== null) questions.push(question);
    }
    const visited = run.totals.nodesVisited;
    run[command.operation](command.key);
    sinceYield += run.totals.nodesVisited - visited + 1;
    if (sinceYield < STEPS_PER_SLICE) continue;
    sinceYield = 0;
    yield { done: next, of: chosen.length };
  }
  return questions;
}

/**
 * The question about the decision that comes next at a position; null where none comes or it has only one outcome.
 * @param before the tree before the operation; it is left as it is
 */
export function questionAt(
  before: Tree,
  command: TreeCommand,
  operation: number,
  step: number,
  seed: number,
): Question | null {
  return questionFor(before, command, { kind: 'case', operation, step }, seed);
}

function* findMoments({ tree: start, commands, seed, kinds = [] }: QuestionOrder): Job<JobProgress, Pools> {
  const random = new RandomStream(seed, 'moments');
  const wanted = kinds.length === 0 ? QUESTION_KINDS : kinds;
  const pools: Pools = new Map([...new Set(wanted)].map((kind) => [kind, new Map()]));
  const keep = (group: string, moment: Moment): void => {
    const groups = pools.get(moment.kind);
    if (groups === undefined) return;
    const pool: Pool = groups.get(group) ?? { moments: [], seen: 0 };
    groups.set(group, pool);
    pool.seen += 1;
    if (pool.moments.length < KEPT) pool.moments.push(moment);
    else {
      const place = random.below(pool.seen);
      if (place < KEPT) pool.moments[place] = moment;
    }
  };
  const hasCases = casesOf(kindOf(start)).length > 1;
  const tree = start.clone();
  const most = Math.min(commands.length, MOST_OPERATIONS);
  let looked = 0;
  let sinceYield = 0;
  for (let operation = 0; operation < most && looked < MOST_STEPS; operation += 1) {
    const command = commands.at(operation) as TreeCommand;
    const { rotations } = tree.totals;
    const isWorthIt = tree.size >= FEW_KEYS;
    const oldRoot = tree.keyAt(tree.root);
    const steps = record(tree, command);
    for (let step = 0; hasCases && step < steps.length; step += 1) {
      const decision = steps[step];
      if (decision?.kind === 'decide')
        keep(decision.case, { kind: 'case', operation, step, answer: decision.case });
    }
    if (isWorthIt) {
      const turns = tree.totals.rotations - rotations;
      keep(String(turns), { kind: 'rotations', operation, step: 0, answer: turns });
      const root = tree.keyAt(tree.root);
      const group = root === oldRoot ? 'stays' : root === command.key ? 'raised' : 'other';
      keep(group, { kind: 'root', operation, step: 0, answer: root });
    }
    looked += steps.length;
    sinceYield += steps.length;
    if (sinceYield < STEPS_PER_SLICE) continue;
    sinceYield = 0;
    yield { done: operation, of: most };
  }
  return pools;
}
