/** What a text is, told by its first lines. Nothing is read here yet; what is taken for something may still be broken. */
import { looksLikeLog } from './log-text.ts';

export type TextKind =
  | 'empty'
  /** the hash of a link is read by `linkIn` */
  | 'link'
  | 'json'
  | 'log'
  /** recorded page references: this project's CSV, valgrind lackey, page numbers with some in hexadecimal */
  | 'trace-csv'
  | 'trace-lackey'
  | 'trace-pages'
  /** whole numbers and nothing else */
  | 'numbers'
  /** a shape in brackets, a named one, or operations on a tree */
  | 'tree-text'
  | 'other';

/** lines a kind is told by: recordings may begin with other programs' words */
const LINES_LOOKED_AT = 200;
/** so many of them are of the kind, or it is another one */
const MOST_OF_THEM = 0.6;

const LACKEY = /^\s*[ILSM]\s+[0-9a-f]{1,16}\s*,\s*\d{1,6}\s*$/i;
const LACKEY_WORDS = /^(==|--)\d+/;
const CSV_HEAD = /^\s*window\s*,\s*page\s*,\s*reads\s*,\s*writes\s*$/i;
const CSV_ROW = /^\s*\d+\s*,\s*\d+\s*,\s*\d+\s*,\s*\d+\s*$/;
const NUMBER = /^[+\-−]?\d+(\.\d+)?$/;
const HEX_NUMBER = /^0x[0-9a-f]+$/i;
const NAMED_SHAPE = /^(empty|(balanced|chain|random):\d+)$/i;
const OPERATIONS = /^(access|find|insert|delete)\b/i;

/** @param whole false where more of it is still to come: its last line may be cut off */
export function textKind(text: string, whole = true): TextKind {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (linkIn(trimmed) !== null) return 'link';
  const lines = trimmed.split('\n', LINES_LOOKED_AT + 1).filter((line) => line.trim() !== '');
  if (!whole && lines.length > 1 && lines.length <= LINES_LOOKED_AT) lines.pop();
  const looked = lines.slice(0, LINES_LOOKED_AT);
  const first = trimmed[0];
  if (first === '{' || first === '[') return 'json';
  const heard = looked.filter((line) => !LACKEY_WORDS.test(line));
  if (heard.length < looked.length && heard.length === 0) return 'trace-lackey';
  if (share(heard, (line) => LACKEY.test(line)) >= MOST_OF_THEM) return 'trace-lackey';
  if (CSV_HEAD.test(looked[0] ?? '')) return 'trace-csv';
  if (looked.length > 1 && share(looked, (line) => CSV_ROW.test(line)) >= MOST_OF_THEM) return 'trace-csv';
  if (first === '(' || trimmed === '-' || NAMED_SHAPE.test(trimmed)) return 'tree-text';
  if (OPERATIONS.test(trimmed)) return 'tree-text';
  const tokens = looked
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/[\s,;]+/))
    .filter((token) => token !== '');
  if (share(tokens, (token) => NUMBER.test(token) || HEX_NUMBER.test(token)) >= MOST_OF_THEM)
    return tokens.some((token) => HEX_NUMBER.test(token)) ? 'trace-pages' : 'numbers';
  if (looksLikeLog(looked)) return 'log';
  return 'other';
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length;
}

const LINK = /^(?:(?:https?|file):\/\/[^#]*)?(#\/\S*)$/;
/** a longer one is no link: browsers take no longer ones */
const LONGEST_LINK = 2_000_000;

/** The hash of a text that is a link into this app, with its '#'; mail may have broken it into lines. */
export function linkIn(text: string): string | null {
  if (!/^(#\/|https?:\/\/|file:\/\/)/.test(text) || text.length > LONGEST_LINK) return null;
  return LINK.exec(text.replace(/\s+/g, ''))?.[1] ?? null;
}
