import { quoted } from './text-place.ts';

/** Why a piece of a pasted list is no key. */
interface KeyListProblem {
  /** from 1 */
  readonly line: number;
  /** one sentence that names line and reason */
  readonly text: string;
}

export interface KeyList {
  /** what could be read, in its order */
  readonly keys: number[];
  /** the first problems met; `problemCount` says how many there were */
  readonly problems: KeyListProblem[];
  readonly problemCount: number;
}

const MAX_KEYS = 1_000_000;
const PROBLEMS_NAMED = 20;
const LOWEST = -2_147_483_648;
const HIGHEST = 2_147_483_647;

const LINE_FEED = 10;
/** Between keys: anything up to the space (32), and , ; | ( ) [ ] { } " ' ` and the hard space. */
const SEPARATORS = new Set([...',;|()[]{}"\'`\u00a0\ufeff'].map((char) => char.charCodeAt(0)));
const isSeparator = (code: number): boolean => code <= 32 || SEPARATORS.has(code);

/**
 * Reads a pasted or dropped list of keys: whole numbers of 32 bits, divided by spaces, lines, commas, semicolons,
 * brackets or quotes. What is no key is left out and named; what is one can be used.
 */
export function parseKeyList(text: string): KeyList {
  const keys: number[] = [];
  const problems: KeyListProblem[] = [];
  let problemCount = 0;
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSeparator(code)) {
      if (code === LINE_FEED) line += 1;
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && !isSeparator(text.charCodeAt(at))) at += 1;
    const token = text.slice(start, at);
    const key = readKey(token);
    if (typeof key === 'number' && keys.length < MAX_KEYS) {
      keys.push(key);
      continue;
    }
    problemCount += 1;
    if (problems.length === PROBLEMS_NAMED) continue;
    const reason =
      typeof key === 'string'
        ? `${quoted(token)} ${key}`
        : `${quoted(token)} is one key too many; a list may hold ${MAX_KEYS}`;
    problems.push({ line, text: `Line ${line}: ${reason}.` });
    if (typeof key === 'number') break; // all further keys would be too many as well
  }
  return { keys, problems, problemCount };
}

/** The key, or what is wrong with the token. */
function readKey(token: string): number | string {
  const plain = token.replace('−', '-'); // a minus sign as typesetters write it
  if (!/^[+-]?\d+$/.test(plain)) {
    return /^[+-]?\d*\.\d+$/.test(plain) ? 'is no whole number' : 'is no number';
  }
  const key = Number(plain);
  if (key < LOWEST || key > HIGHEST) return `lies outside ${LOWEST} to ${HIGHEST}`;
  return key + 0; // + 0: no negative zero
}
