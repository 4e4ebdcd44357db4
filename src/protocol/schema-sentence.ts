/** One clear sentence out of what the schema found: the place, what stands there, what may stand there. */
import type * as z from 'zod/mini';
import { fewNames } from '../base/few-names.ts';
import { clip } from './link-text.ts';

type Issue = z.core.$ZodIssue;

export function sentenceOf(issues: readonly Issue[], json: unknown, schema: unknown): string {
  const issue = issues[0];
  if (!issue) return 'The run cannot be read.';
  const path = issue.path.map((key) => clip(String(key)));
  const place = path.length > 0 ? `"${path.join('.')}"` : 'the run';
  if (issue.code === 'unrecognized_keys') {
    const strange = clip(issue.keys[0] ?? '');
    const known = fewNames(Object.keys(shapeAt(schema, path)), strange);
    return `"${[...path, strange].join('.')}" is not a known field; allowed here: ${known}.`;
  }
  const value = issue.path.reduce<unknown>((whole, key) => field(whole, String(key)), json);
  const found = describe(value);
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((one) => JSON.stringify(one));
    return `${capital(place)} is ${found}; allowed: ${fewNames(allowed, typeof value === 'string' ? value : '')}.`;
  }
  if (issue.code === 'invalid_type')
    return `${capital(place)} is ${found}; ${wanted(issue.expected)} is needed.`;
  if (issue.code === 'too_big' && typeof value === 'string')
    return `${capital(place)} is a text of ${value.length} letters; at most ${issue.maximum} are possible.`;
  return `${capital(place)} cannot be read: ${issue.message}.`;
}

function wanted(expected: string): string {
  const names: Record<string, string> = {
    number: 'a number',
    int: 'a whole number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object with fields',
  };
  return names[expected] ?? expected;
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const json = JSON.stringify(value);
  const short = json.length > 40 ? `${json.slice(0, 37)}…` : json;
  return typeof value === 'string' ? `the text ${short}` : short;
}

function capital(place: string): string {
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The fields of the schema at a path; optional wrappers and lists on the way are looked through. */
function shapeAt(schema: unknown, path: readonly string[]): object {
  let current = unwrap(schema);
  for (const key of path) {
    const element = field(current, 'element');
    const shape = field(current, 'shape');
    current = unwrap(shape === undefined ? element : field(shape, key));
  }
  const shape = field(current, 'shape');
  return typeof shape === 'object' && shape !== null ? shape : {};
}

interface Definition {
  type?: string;
  innerType?: unknown;
  shape?: object;
  element?: unknown;
}

function unwrap(schema: unknown): Definition | undefined {
  const definition = field(schema, 'def') as Definition | undefined;
  return definition?.type === 'optional' ? unwrap(definition.innerType) : definition;
}
