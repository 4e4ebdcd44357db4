/** From codes and slots to words. The templates are data (messages-en.ts); here is only how they are filled. */
import * as number from '../base/format.ts';
import type { HistoryEvent, PhaseName } from '../engine/simulation/history.ts';
import type { Command } from '../engine/simulation/scenario.ts';
import { CAUSES, COMMANDS, EVENTS, type Messages, PHASES, PREDICTORS, STOP_REASONS } from './messages-en.ts';
import type { Cause } from './requests.ts';

export type Slots = Readonly<Record<string, string | number>>;

/** A test must fail on a code or slot nobody wrote words for; a person shall see at least the code. */
const inTest = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'test';

/** How a slot's number becomes words. A slot that is text already goes in as it is, but for names. */
const KINDS: Readonly<Record<string, (value: number) => string>> = {
  count: number.formatCount,
  us: (us) => number.formatSeconds(us),
  /** to the millisecond, where moments lie close together */
  us3: (us) => number.formatSeconds(us, 3),
  ms: (ms) => number.formatMillis(ms),
  /** a span in ms that lasts seconds */
  span: (ms) => number.formatSeconds(ms * 1000, 1),
  ms3: (ms) => number.formatMillis(ms, 3),
  bytes: (bytes) => (bytes < 1e6 ? `${number.formatNumber(bytes / 1e3)} kB` : number.formatMB(bytes, 1)),
  mbps: number.formatMbps,
  mib: number.formatMiB,
  share: (share) => number.formatPercent(share * 100),
  node: (node) => `node ${node}`,
  phase: String,
  predictor: String,
};

/** Slots whose value may choose a variant of a message, in this order. */
const VARIANT_SLOTS = ['predictor', 'case', 'state', 'round', 'pages'];

/** Fills `{slot}` and `{slot:kind}`; a kind with a capital letter begins a sentence. */
export function format(template: string, slots: Slots, strict: boolean = inTest): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, kind: string | undefined) => {
    const value = slots[name];
    if (value === undefined) return missing(`The text “${template}” lacks its slot ${name}.`, whole, strict);
    const text = fill(value, kind?.toLowerCase());
    return kind !== undefined && kind !== kind.toLowerCase() ? capitalised(text) : text;
  });
}

/** One sentence for the log. */
export function eventText(event: Pick<HistoryEvent, 'code' | 'slots'>, strict: boolean = inTest): string {
  return message(EVENTS, event.code, '', event.slots, strict);
}

/** What a user did, short enough for a name. */
export function commandText(command: Command, strict: boolean = inTest): string {
  const { kind, ...rest } = command;
  return message(COMMANDS, kind, '', rest as Slots, strict);
}

export interface CauseText {
  title: string;
  detail: string;
}

export function causeText(cause: Pick<Cause, 'code' | 'slots'>, strict: boolean = inTest): CauseText {
  const code = cause.code.replace(/^why\./, '');
  return {
    title: message(CAUSES, code, '.title', cause.slots, strict),
    detail: message(CAUSES, code, '.detail', cause.slots, strict),
  };
}

/** "round-2" → "round 2". */
export function phaseName(name: PhaseName | string, strict: boolean = inTest): string {
  const round = /^round-(\d+)$/.exec(name)?.[1];
  if (round !== undefined) return format(PHASES.round ?? name, { round }, strict);
  return PHASES[name] ?? missing(`There is no name for the phase ${name}.`, name, strict);
}

/** Who guesses the working set, to be read as "… look hot to" or "held back by …". */
export function predictorName(kind: string): string {
  return PREDICTORS[kind] ?? kind;
}

/** Why the rounds ended, as the end of a sentence: "the round moved only 31 pages, fewer than 50". */
export function stopReason(rule: string, operands: Slots, strict: boolean = inTest): string {
  const template = STOP_REASONS[rule];
  if (template === undefined) return missing(`There are no words for the stop rule ${rule}.`, rule, strict);
  return format(template, operands, strict);
}

function message(messages: Messages, code: string, part: string, slots: Slots, strict: boolean): string {
  const key = code + part;
  const variant = VARIANT_SLOTS.map((slot) => `${key}.${slots[slot]}`).find((name) => name in messages);
  const template = messages[variant ?? key];
  if (template === undefined) return missing(`There is no text for ${key}.`, code, strict);
  const rule = slots.rule;
  return format(
    template,
    rule === undefined ? slots : { ...slots, reason: stopReason(String(rule), slots, strict) },
    strict,
  );
}

function fill(value: string | number, kind: string | undefined): string {
  if (kind === 'node' && /^\d+$/.test(String(value))) return `node ${value}`;
  if (kind === 'phase') return phaseName(String(value), false);
  if (kind === 'predictor') return predictorName(String(value));
  return typeof value === 'string' ? value : (KINDS[kind ?? ''] ?? String)(value);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function missing(complaint: string, instead: string, strict: boolean): string {
  if (strict) throw new Error(complaint);
  return instead;
}
