/** What a dropped, chosen or pasted text is: a migration to open, a log for the Evidence page, or neither. */
import { isRecord } from '../../protocol/merge.ts';
import { parseMove } from '../../protocol/migration/link.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';

const WORDS = {
  empty: '{name} is empty; drop a migration as the command line reads it (JSON).',
  notJson:
    '{name} is no migration: it cannot be read as JSON ({reason}); what is on screen stays. Share gives one to look at.',
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
  if ('reason' in json) return problem(format(WORDS.notJson, { name, reason: json.reason }));
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

function parsed(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (reason) {
    return { reason: reason instanceof Error ? reason.message : String(reason) };
  }
}

function problem(text: string): Incoming {
  return { kind: 'problem', text };
}
