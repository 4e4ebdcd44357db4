/** Questions, options and reasons in words. */
import { formatCount, formatNumber } from '../../../base/format.ts';
import { cell, rowOfKey } from '../../../layout/trees/rows.ts';
import { format } from '../../../protocol/texts.ts';
import type { AnswerView, QuestionView } from '../../../protocol/trees/requests.ts';
import type { PredictState } from '../../../store/trees/types.ts';
import { CASES, QUESTIONS, REASONS, ROTATION_PART, ROTATION_PLUS, WORDS } from './words.ts';

type Reason = AnswerView['reason'];

/** @param command what the operation is called: find, access, … */
export function questionWords({ kind, key }: QuestionView, command: string): string {
  return format(QUESTIONS[kind], { key, command });
}

/** A case by its name, a key as it is, a number of rotations grouped. */
export function optionWords(kind: QuestionView['kind'], option: string | number): string {
  if (typeof option === 'number' && kind === 'rotations') return formatCount(option);
  return CASES[option] ?? String(option);
}

/** The two nodes that are weighed, with their counters as they stand: what the rule makes of them is the question. */
export function pairWords({ pair }: QuestionView, nodes: Int32Array): string | null {
  if (pair === undefined) return null;
  const node = (key: number) => {
    const row = rowOfKey(nodes, key);
    if (row < 0) return String(key);
    const [left, self, right] = [
      cell(nodes, row, 'left'),
      cell(nodes, row, 'self'),
      cell(nodes, row, 'right'),
    ];
    return format(WORDS.node, { key, left, self, right });
  };
  return format(WORDS.weighed, { parent: node(pair.parentKey), child: node(pair.childKey) });
}

/** "Wrong, it is zig-zag." */
export function verdictWords(
  { kind }: QuestionView,
  chosen: string | number | null,
  answer: AnswerView,
): string {
  if (answer.right) return WORDS.right;
  return format(chosen === null ? WORDS.skipped : WORDS.wrong, { answer: optionWords(kind, answer.answer) });
}

/** An open question for somebody who hears it. */
export function askedWords(
  { mode, question, at, questions }: PredictState,
  title: string,
  weighed: string | null,
): string {
  if (question === null) return '';
  const place = format(WORDS.announcedPlace, { at: at + 1, count: questions.length });
  const options = question.options.map((option, i) =>
    format(WORDS.announcedOption, { number: i + 1, option: optionWords(question.kind, option) }),
  );
  return format(WORDS.announced, {
    place: mode === 'set' ? place : '',
    question: title,
    weighed: weighed ?? '',
    options: options.join(''),
  })
    .replace(/ +/g, ' ')
    .trim();
}

export function reasonWords({ template, slots }: Reason): string {
  if (template === 'rotations.sum')
    return format(REASONS[template] ?? '', { ...slots, parts: sumWords(slots) });
  if (template.startsWith('potential.')) return potentialWords(template, slots);
  const printed = template === 'counts.none' && goesAgainstTheCounts(slots);
  const name = printed ? 'counts.none-printed' : template;
  // A reason of a newer worker is a sentence that has no words here: better its name than nothing.
  return format(REASONS[name] ?? name, slots);
}

/** The variant as printed leaves a pair alone that the rule would rotate. */
function goesAgainstTheCounts({ inner = 0, outer = 0, sibling = 0 }: Reason['slots']): boolean {
  return inner >= sibling || outer > sibling;
}

function potentialWords(template: string, slots: Reason['slots']): string {
  const drop = Number(slots.drop);
  const name = template === 'potential.none' && drop < 0 ? 'potential.none-rise' : template;
  return format(REASONS[name] ?? name, {
    ...slots,
    drop: formatNumber(Math.abs(drop), 2),
    epsilon: formatNumber(Number(slots.epsilon), 2),
  });
}

/** "1 zig × 1 + 2 zig-zig × 2" */
function sumWords({ zig = 0, zigZig = 0, zigZag = 0, zigZigTurns = 2 }: Reason['slots']): string {
  const parts: readonly [string, number | string, number | string][] = [
    ['zig', zig, 1],
    ['zig-zig', zigZig, zigZigTurns],
    ['zig-zag', zigZag, 2],
  ];
  return parts
    .filter(([, count]) => Number(count) > 0)
    .map(([name, count, turns]) => format(ROTATION_PART, { case: CASES[name] ?? name, count, turns }))
    .join(ROTATION_PLUS);
}
