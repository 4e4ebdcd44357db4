/** Where a text stops being JSON. Every browser words and places `JSON.parse`'s complaint differently; this is the same in all. */
export interface JsonFault {
  readonly offset: number;
  /** what should stand there, e.g. "a value" */
  readonly expected: string;
}

const WORD_OR_NUMBER = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const EXPECTED: Readonly<Record<Wanted, string>> = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a name in quotes',
  'key or }': 'a name in quotes or "}"',
  ':': '":"',
  ', or ]': '"," or "]"',
  ', or }': '"," or "}"',
  end: 'nothing more',
};

/** The first fault of a text that is no JSON, null if it is JSON. Keeps its own stack: the text may be nested deeply. */
export function jsonFault(text: string): JsonFault | null {
  const open: ('[' | '{')[] = [];
  const afterValue = (): Wanted => {
    const around = open[open.length - 1];
    return around === undefined ? 'end' : around === '[' ? ', or ]' : ', or }';
  };
  let wanted: Wanted = 'value';
  for (let at = endOf(SPACE, text, 0); ; at = endOf(SPACE, text, at)) {
    const fault = { offset: at, expected: EXPECTED[wanted] };
    if (at >= text.length) return wanted === 'end' ? null : fault;
    const char = text[at];
    if (wanted === 'value' || wanted === 'value or ]') {
      if (char === '[' || char === '{') {
        open.push(char);
        wanted = char === '[' ? 'value or ]' : 'key or }';
        at += 1;
      } else if (char === ']' && wanted === 'value or ]') {
        open.pop();
        wanted = afterValue();
        at += 1;
      } else {
        const end = char === '"' ? endOfString(text, at) : endOf(WORD_OR_NUMBER, text, at);
        if (end <= at) return fault;
        wanted = afterValue();
        at = end;
      }
    } else if (wanted === 'key' || wanted === 'key or }') {
      if (char === '}' && wanted === 'key or }') {
        open.pop();
        wanted = afterValue();
        at += 1;
      } else {
        const end = char === '"' ? endOfString(text, at) : at;
        if (end <= at) return fault;
        wanted = ':';
        at = end;
      }
    } else if (wanted === ':') {
      if (char !== ':') return fault;
      wanted = 'value';
      at += 1;
    } else if (wanted === 'end') {
      return fault;
    } else {
      const close: ']' | '}' = wanted === ', or ]' ? ']' : '}';
      if (char === ',') wanted = close === ']' ? 'value' : 'key';
      else if (char === close) {
        open.pop();
        wanted = afterValue();
      } else return fault;
      at += 1;
    }
  }
}

/** Where a sticky pattern ends that begins at `from`; `from` itself if it does not match there. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Behind the closing quote of the string that begins at `from`, −1 if it is no JSON string. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code !== 0x5c) continue;
    at += 1;
    const escaped = text[at] ?? '';
    if (escaped === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) at += 4;
    else if (!'"\\/bfnrt'.includes(escaped) || escaped === '') return -1;
  }
  return -1;
}
