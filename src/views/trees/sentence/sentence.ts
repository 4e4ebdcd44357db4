/** From the state of the workspace to the sentence that tells it: templates and their slots, already in words. */
import { formatCount, formatNumber, formatPercent } from '../../../base/format.ts';
import type { TreeMoment } from '../../../protocol/trees/moment.ts';
import { plainText } from '../../shared/template.ts';
import { type Rule, type Slots, stepSituation } from '../step-situation.ts';
import {
  AMOUNTS,
  COMMANDS,
  RESULTS,
  type ResultCode,
  SENTENCES,
  type SentenceCode,
  STEP_SENTENCES,
} from './words.ts';

export interface TreeSentence {
  /** changes with the situation, not with its numbers */
  readonly code: string;
  readonly template: string;
  readonly slots: Slots;
  /** worth an announcement: a decision, the end of an operation, or a state without steps */
  readonly announced: boolean;
}

export interface Told {
  readonly moment: TreeMoment | null;
  /** name of the tree kind */
  readonly kind: string;
  readonly rule: Rule;
  /** a lab is being made ready: 0–1 */
  readonly opening: number | null;
  /** a question is open: nothing may give its answer away */
  readonly hidden: boolean;
  /** whole operations rush by: single steps are not told */
  readonly rushing: boolean;
}

export function treeSentence({ moment, kind, rule, opening, hidden, rushing }: Told): TreeSentence {
  if (opening !== null) return plain('opening', { percent: formatPercent(opening * 100) });
  if (moment === null) return plain('loading', {});
  const { command } = moment;
  const size = amount('keys', moment.size);
  const levels = amount('levels', moment.height);
  if (command === null)
    return moment.size === 0 ? plain('empty-lab', {}) : plain('idle-lab', { size, levels });
  const words = plainText(COMMANDS[command.operation], { key: String(command.key) });
  if (hidden) return plain('asked', { command: capital(words) });
  const situation = stepSituation(moment, rule);
  if (situation === null) {
    if (moment.operation > 0) return plain('next', { command: words });
    return plain(moment.size === 0 ? 'first-empty' : 'first', { kind, size, levels, command: words });
  }
  const over = moment.step === moment.steps;
  if (!over) {
    const announced = moment.current?.kind === 'decide';
    return {
      code: situation.code,
      template: STEP_SENTENCES[situation.code],
      slots: situation.slots,
      announced,
    };
  }
  if (moment.operation === moment.operations - 1) return plain('end', endSlots(moment));
  // The walk's last look says nothing that the result does not say too.
  const { kind: last } = moment.current ?? { kind: 'start' };
  const result = resultOf(moment);
  if (rushing || last === 'compare' || last === 'descend') return plain('result', { result });
  return {
    code: `${situation.code}-end`,
    template: SENTENCES['step-and-result'].replace('{step}', STEP_SENTENCES[situation.code]),
    slots: { ...situation.slots, result },
    announced: true,
  };
}

/** As plain text, for a screen reader. */
export function sentenceText({ template, slots }: TreeSentence): string {
  return plainText(template, slots);
}

function plain(code: SentenceCode, slots: Slots): TreeSentence {
  return { code, template: SENTENCES[code], slots, announced: true };
}

function endSlots(moment: TreeMoment): Slots {
  const { operations, nodesVisited, rotations } = moment.totals;
  const mean = (sum: number) => (operations === 0 ? '–' : formatNumber(sum / operations, 2));
  return {
    result: resultOf(moment),
    operations: amount('operations', moment.operations),
    meanVisited: mean(nodesVisited),
    meanRotations: mean(rotations),
  };
}

/** What came of the operation, in one short sentence. */
function resultOf(moment: TreeMoment): string {
  if (moment.command === null) return '';
  return plainText(RESULTS[resultCode(moment)], {
    key: String(moment.command.key),
    nodes: amount('nodes', moment.visited),
    rotations: amount('rotations', moment.rotations),
  });
}

function resultCode({ command, found, visited }: TreeMoment): ResultCode {
  switch (command?.operation) {
    case 'delete':
      return found ? 'deleted' : 'nothing-deleted';
    case 'insert':
      return found ? 'kept' : 'linked';
    case 'access':
      return found ? 'found' : 'linked';
    default:
      return found ? 'found' : visited === 0 ? 'absent-empty' : 'absent';
  }
}

function amount(of: keyof typeof AMOUNTS, count: number): string {
  const forms: { none?: string; one: string; many: string } = AMOUNTS[of];
  const form = count === 0 ? (forms.none ?? forms.many) : count === 1 ? forms.one : forms.many;
  return plainText(form, { count: formatCount(count) });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
