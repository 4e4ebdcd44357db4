/** What a dropped, chosen or pasted text is: a migration to open, a log for the Evidence page, or neither. */
import { isRecord } from '../../protocol/merge.ts';
import { parseMove } from '../../protocol/migration/link.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';

const WORDS = {
  empty: '{name} is empty; drop a migration as the command line reads it (JSON).',
  notJson:
    '{name} is no migration: it is not JSON; what is on screen stays. Under Share there is one to look at.',
  brokenJson:
    '{name} is no migration: it stops being JSON in line {line:count}; mend it there, what is on screen stays meanwhile.',
  notMove: '{name} cannot be opened: {problem}',
} as const;

export type Incoming =
  | { readonly kind: 'move'; readonly lab: MoveLab }
  | { readonly kind: 'log' }
  | { readonly kind: 'problem'; readonly text: string };

/** @param name what to call it: its file's name, or "The text" where it was pasted */
export function readIncoming(name: string, text: string, catalogue: MigrationCatalogue): Incoming {
  if (text.trim() === '') return problem(format(WORDS.empty, { name }));
  if (looksLikeLog(text)) return { kind: 'log' };
  const json = parsed(text);
  if ('fault' in json) return problem(jsonProblem(name, text, json.fault));
  // As the command line would read it: what the file leaves out is the same there and here.
  const lab = parseMove(json.value, { spec: catalogue.fileDefaults, against: null });
  return 'problem' in lab
    ? problem(format(WORDS.notMove, { name, problem: lab.problem }))
    : { kind: 'move', lab };
}

/**
 * Answers of `query-migrate`, with or without QMP's envelope, one a line or a single one: some say how the migration
 * stands and what became of the RAM. One good line is enough; the Evidence page tells of the bad ones.
 */
export function looksLikeLog(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const whole = lines.length > 1 ? [text] : [];
  return [...lines.slice(0, LINES_LOOKED_AT), ...whole].some((line) => {
    const json = parsed(line);
    return 'value' in json && isAnswer(json.value);
  });
}

/** The first answers come before the migration begins and tell little. */
const LINES_LOOKED_AT = 50;

function isAnswer(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const inside = [json, json.return, json.info, json.reply, json.response];
  return inside.some((part) => isRecord(part) && 'status' in part && isRecord(part.ram));
}

function parsed(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (fault) {
    return { fault: String(fault) };
  }
}

/** Browsers tell the place in their own words, some as a position and some as a line; not all do. */
function jsonProblem(name: string, text: string, fault: string): string {
  const line = Number(/line (\d+)/.exec(fault)?.[1]);
  const position = Number(/position (\d+)/.exec(fault)?.[1]);
  const inLine = line || (Number.isNaN(position) ? 0 : text.slice(0, position).split('\n').length);
  const looksLikeJson = text.trimStart().startsWith('{');
  return looksLikeJson && inLine > 0
    ? format(WORDS.brokenJson, { name, line: inLine })
    : format(WORDS.notJson, { name });
}

function problem(text: string): Incoming {
  return { kind: 'problem', text };
}
