/**
 * Which of the things a tree can do was just done, and its numbers in words. One code a situation; the tables of
 * templates (words.ts, sentence/words.ts) tell each in their own way: as what happens, as a formula, as a reason.
 */
import { formatCount, formatNumber } from '../../base/format.ts';
import { cell, childRows, rootRow, rowOfKey } from '../../layout/trees/rows.ts';
import type { StepView, TreeMoment, Weighing } from '../../protocol/trees/moment.ts';
import { plainText } from '../shared/template.ts';
import { HANDOVER, SIDES, TIMES } from './step-phrases.ts';

export const STEP_CODES = [
  'start',
  'start-empty',
  'compare-less',
  'compare-greater',
  'compare-equal',
  'descend',
  'descend-none',
  'count-self',
  'count-side',
  'uncount-self',
  'uncount-side',
  'zig-counts',
  'zig-zag-counts',
  'zig-zag-counts-even',
  'none-counts',
  'none-counts-bare',
  'none-printed',
  'zig-potential',
  'zig-zig-potential',
  'zig-zag-potential',
  'none-potential',
  'none-potential-rise',
  'zig-shape',
  'zig-single',
  'zig-zig-shape',
  'zig-zig-half',
  'zig-zig-half-unseen',
  'zig-zag-shape',
  'turn-only',
  'turn-half',
  'turn-upper',
  'turn-lower',
  'turn-first',
  'turn-second',
  'link',
  'link-root',
  'unlink',
  'replace',
  'decay',
] as const;

export type StepCode = (typeof STEP_CODES)[number];

export type Slots = Readonly<Record<string, string>>;

export interface StepSituation {
  readonly code: StepCode;
  readonly slots: Slots;
}

/** What a tree kind's rule says that a single step does not. */
export interface Rule {
  /** it knows no double steps: every decision is one rotation, whatever lies above */
  readonly single: boolean;
}

/** null before an operation's first step */
export function stepSituation(moment: TreeMoment, rule: Rule): StepSituation | null {
  const { current } = moment;
  if (current === null) return null;
  return { code: codeOf(moment, current, rule), slots: slotsOf(moment, current) };
}

function codeOf(moment: TreeMoment, step: StepView, rule: Rule): StepCode {
  switch (step.kind) {
    case 'start':
      return moment.size === 0 ? 'start-empty' : 'start';
    case 'compare':
      return `compare-${step.outcome ?? 'equal'}`;
    case 'descend':
      return step.key === null ? 'descend-none' : 'descend';
    case 'count':
      return `${step.amount < 0 ? 'uncount' : 'count'}-${step.counter === 'self' ? 'self' : 'side'}`;
    case 'decide':
      return step.weighing === null ? 'none-printed' : decisionCode(moment, step.weighing, rule);
    case 'rotate':
      return turnCode(step);
    case 'link':
      return step.from === null ? 'link-root' : 'link';
    default:
      return step.kind;
  }
}

function decisionCode(moment: TreeMoment, weighing: Weighing, rule: Rule): StepCode {
  const { counts, potential } = weighing;
  if (counts !== null) {
    if (weighing.case === 'none') {
      return weighing.innerKey === null ? 'none-counts-bare' : 'none-counts';
    }
    if (weighing.case === 'zig') return 'zig-counts';
    return counts.inner === counts.sibling ? 'zig-zag-counts-even' : 'zig-zag-counts';
  }
  if (potential !== null) {
    if (weighing.case !== 'none') return `${weighing.case}-potential`;
    return potential.drop < 0 ? 'none-potential-rise' : 'none-potential';
  }
  switch (weighing.case) {
    case 'none':
      // Nothing was weighed at all: the variant as printed, which lacks the mirror case.
      return 'none-printed';
    case 'zig':
      return rule.single ? 'zig-single' : 'zig-shape';
    case 'zig-zag':
      return 'zig-zag-shape';
    case 'zig-zig':
      if (weighing.risingKey !== weighing.childKey) return 'zig-zig-shape';
      return lowerKey(moment, weighing) === null ? 'zig-zig-half-unseen' : 'zig-zig-half';
  }
}

function turnCode({ weighing, turn, of }: StepView): StepCode {
  if (weighing?.case === 'zig-zig') {
    if (of === 1) return 'turn-half';
    return turn === 1 ? 'turn-upper' : 'turn-lower';
  }
  if (of === 1) return 'turn-only';
  return turn === 1 ? 'turn-first' : 'turn-second';
}

/** The lowest of three nodes in a row, where the step itself names only the upper two. */
function lowerKey(moment: TreeMoment, { parentKey, childKey }: Weighing): number | null {
  const { nodes } = moment;
  const children = childRows(nodes)[childKey < parentKey ? 'left' : 'right'];
  return keyAt(nodes, children[rowOfKey(nodes, childKey)] ?? -1);
}

function keyAt(nodes: Int32Array, row: number): number | null {
  return row < 0 ? null : cell(nodes, row, 'key');
}

function slotsOf(moment: TreeMoment, step: StepView): Slots {
  const { nodes } = moment;
  const row = rowOfKey(nodes, step.key);
  const value = row < 0 ? null : cell(nodes, row, step.counter ?? 'self');
  const handover = step.movedKey === null ? HANDOVER.none : HANDOVER.some;
  return {
    asked: text(moment.command?.key),
    root: text(keyAt(nodes, rootRow(nodes))),
    visited: formatCount(moment.visited),
    visitedTimes: times(moment.visited),
    at: text(step.key),
    from: text(step.from),
    side: SIDES[step.side ?? (step.counter === 'right' ? 'right' : 'left')],
    amount: formatCount(Math.abs(step.amount)),
    value: value === null ? '…' : formatCount(value),
    before: value === null ? '…' : formatCount(value - step.amount),
    risen: text(step.key),
    sank: text(step.sankKey),
    turn: formatCount(step.turn),
    turns: formatCount(step.of),
    heir: text(step.heirKey),
    handover: plainText(handover, {
      moved: text(step.movedKey),
      risen: text(step.key),
      sank: text(step.sankKey),
    }),
    ...(step.weighing === null ? {} : weighingSlots(moment, step.weighing)),
  };
}

function weighingSlots(moment: TreeMoment, weighing: Weighing): Slots {
  const { parentKey, childKey, innerKey, counts, potential } = weighing;
  const onLeft = childKey < parentKey;
  const slots: Record<string, string> = {
    parent: text(parentKey),
    child: text(childKey),
    inner: text(innerKey),
    rising: text(weighing.risingKey),
    lower: text(lowerKey(moment, weighing)),
    side: SIDES[onLeft ? 'left' : 'right'],
    otherSide: SIDES[onLeft ? 'right' : 'left'],
  };
  if (counts !== null) {
    for (const [name, count] of Object.entries(counts)) slots[`${name}Count`] = formatCount(count);
    slots.innerTimes = times(counts.inner);
    slots.outerTimes = times(counts.outer);
    slots.siblingTimes = times(counts.sibling);
  }
  if (potential !== null) {
    slots.drop = formatNumber(Math.abs(potential.drop), 2);
    slots.epsilon = formatNumber(potential.epsilon, 2).replace(/0$/, '');
  }
  return slots;
}

/** "once", "14 times" */
function times(count: number): string {
  return plainText(count === 1 ? TIMES.one : TIMES.many, { count: formatCount(count) });
}

function text(key: number | null | undefined): string {
  return key === null || key === undefined ? '–' : String(key);
}
