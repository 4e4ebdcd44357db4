/** What happens to files and links on their way: damaged, cut, doubled, edited by hand, made up by somebody unfriendly. */
import type { RandomStream } from '../../src/base/random.ts';

type Mutation = (text: string, random: RandomStream) => string;

const place = (text: string, random: RandomStream): number => random.below(text.length + 1);

const span = (text: string, random: RandomStream): [from: number, to: number] => {
  const from = place(text, random);
  return [from, Math.min(text.length, from + 1 + random.below(200))];
};

const pick = <T>(all: readonly T[], random: RandomStream): T => all[random.below(all.length)] as T;

const NUMBERS = [
  '1e9',
  '1e999',
  '-1e999',
  '-1',
  '0',
  '-0',
  '1e-320',
  '9007199254740993',
  '0.1',
  '4294967296',
  '1e21',
  'NaN',
  'Infinity',
  '0x10',
  '00',
  '1_000',
  '1'.repeat(400),
];

const PIECES = [
  '\0',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\u202e',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ',',
  ':',
  '<svg onload=alert(1)>',
  '%',
  '%zz',
  '&',
  '#',
  '?',
  '=',
  '../',
  '{{7*7}}',
  '"__proto__":{"x":1},',
  'null',
  'true',
  '\u{1f333}',
];

const TEXT: readonly Mutation[] = [
  // One bit of one letter.
  (text, random) => {
    const at = random.below(Math.max(1, text.length));
    const code = text.charCodeAt(at) ^ (1 << random.below(8));
    return text.slice(0, at) + String.fromCharCode(code || 0) + text.slice(at + 1);
  },
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, to) + text.slice(from);
  },
  (text, random) => {
    const [from, to] = span(text, random);
    const at = place(text, random);
    return text.slice(0, at) + text.slice(from, to) + text.slice(at);
  },
  (text, random) => {
    const at = place(text, random);
    return text.slice(at) + text.slice(0, at);
  },
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + pick(PIECES, random) + text.slice(at);
  },
  (text, random) => replaceNth(text, /-?\d+(\.\d+)?/g, () => pick(NUMBERS, random), random),
  (text, random) =>
    replaceNth(
      text,
      /"[^"]*"/g,
      () => pick(['""', '1', 'null', '[]', '{}', '"__proto__"', '"\\ud800"'], random),
      random,
    ),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\ufeff${text}`,
  (text) => text.toUpperCase(),
  (text) => text + text,
  (text, random) => `${'['.repeat(1 + random.below(60_000))}${text}`,
  (text, random) => `${'{"a":'.repeat(1 + random.below(20_000))}${text}`,
  () => '',
  (_, random) => pick([' ', '\n', '\0', '{}', '[]', 'null', '0', '""', '-', '()', '#/', '#'], random),
  (_, random) =>
    Array.from({ length: random.below(400) }, () => String.fromCharCode(random.below(0x3000))).join(''),
];

function replaceNth(text: string, what: RegExp, by: () => string, random: RandomStream): string {
  const found = [...text.matchAll(what)];
  const one = found[random.below(Math.max(1, found.length))];
  if (one === undefined) return text;
  return text.slice(0, one.index) + by() + text.slice(one.index + one[0].length);
}

/** One to three things happen to a text. */
export function mutateText(text: string, random: RandomStream): string {
  let mutated = text;
  for (let n = 1 + random.below(3); n > 0; n -= 1) mutated = pick(TEXT, random)(mutated, random);
  return mutated;
}

export function mutateBytes(bytes: Uint8Array, random: RandomStream): Uint8Array {
  const mutated = bytes.slice(0, random.below(4) === 0 ? random.below(bytes.length + 1) : bytes.length);
  for (let n = random.below(6); n > 0 && mutated.length > 0; n -= 1)
    mutated[random.below(mutated.length)] = random.below(256);
  return mutated;
}

const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e9,
  1e308,
  5e-324,
  0.5,
  2 ** 53,
  -(2 ** 31),
  '',
  'x',
  '__proto__',
  '\ud800',
  'a'.repeat(5000),
  [],
  {},
  [[]],
  [null],
  { version: 1 },
  Array.from({ length: 3000 }, (_, i) => i),
  { constructor: { prototype: {} } },
  '1e999',
];

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'version',
  'seed',
  '',
  'x'.repeat(300),
  'a.b',
  '0',
  'ünïcode',
  '\ud800',
];

/** The same for what JSON holds: some value somewhere becomes another one, a field goes or comes. Ends as text. */
export function mutateJson(json: unknown, random: RandomStream): string {
  const copy = JSON.parse(JSON.stringify(json)) as unknown;
  const places: { holder: Record<string, unknown>; name: string }[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, name });
      walk((value as Record<string, unknown>)[name]);
    }
  };
  walk(copy);
  let text = '';
  for (let n = 1 + random.below(3); n > 0; n -= 1) {
    const at = places[random.below(Math.max(1, places.length))];
    if (at === undefined) break;
    const how = random.below(4);
    if (how === 0) delete at.holder[at.name];
    else if (how === 1) define(at.holder, pick(NAMES, random), pick(VALUES, random));
    else define(at.holder, at.name, pick(VALUES, random));
  }
  text = JSON.stringify(copy) ?? 'null';
  return random.below(6) === 0 ? mutateText(text, random) : text;
}

/** A field of any name, as JSON.parse makes it. */
function define(holder: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}
