/**
 * The Trees workspace in the address bar: `#/trees?v=1&lab=<base64url(JSON)>&at=<operation>.<step>&ask=<…>`. The JSON
 * is the difference to the default lab, so the default has no `lab`; `at` is left out at the start. `ask` is the
 * seeded set of questions or exercise a class gets: `set.<seed>.<count>[.<kinds>]`, `build.<seed>.<size>.<moves>`.
 */
import type { LabSpec } from '../../engine/lab/spec.ts';
import { fromBase64Url, toBase64Url } from '../base64url.ts';
import { differenceTo, isRecord } from '../merge.ts';
import { LAB_VERSION, parseLab } from './lab-schema.ts';
import type { QuestionView } from './requests.ts';

const LINK_VERSION = '1';
const KINDS: readonly QuestionView['kind'][] = ['case', 'root', 'rotations'];

export type Asked =
  | {
      readonly mode: 'set';
      readonly seed: number;
      readonly count: number;
      /** empty = every kind */
      readonly kinds: readonly QuestionView['kind'][];
    }
  | { readonly mode: 'build'; readonly seed: number; readonly size: number; readonly moves: number };

export interface TreesPlace {
  readonly spec: LabSpec;
  /** `step` of the steps of an operation done; null = the link names no position */
  readonly at: { readonly operation: number; readonly step: number } | null;
  readonly asked: Asked | null;
}

/** The hash, with its '#', for a place. */
export function encodeTreesLink({ spec, at, asked }: TreesPlace, defaults: LabSpec): string {
  const query: string[] = [];
  const difference = differenceTo(defaults, spec);
  if (difference !== undefined) {
    // Parameters are not merged over the default's: they are written whole.
    const part = {
      ...(difference as object),
      ...(sameTree(spec, defaults) ? {} : { tree: spec.tree }),
      ...(sameStream(spec, defaults) ? {} : { stream: spec.stream }),
    };
    query.push(`v=${LINK_VERSION}`, `lab=${toBase64Url(asciiJson(part))}`);
  }
  if (at !== null && (at.operation > 0 || at.step > 0)) query.push(`at=${at.operation}.${at.step}`);
  if (asked !== null) query.push(`ask=${encodeAsked(asked)}`);
  return query.length > 0 ? `#/trees?${query.join('&')}` : '#/trees';
}

/** Reads a hash; `problem` is one sentence for the user. Never throws. */
export function decodeTreesLink(hash: string, defaults: LabSpec): TreesPlace | { problem: string } {
  const [, ...rest] = hash.split('?');
  const query = new Map<string, string>();
  for (const part of rest.join('?').split('&')) {
    const [name = '', ...value] = part.split('=');
    if (!query.has(name)) query.set(name, value.join('='));
  }
  const version = query.get('v');
  if (version !== undefined && version !== LINK_VERSION) {
    return broken(`it is of version ${clip(version)}, and this program reads version ${LINK_VERSION}`);
  }
  const at = decodePosition(query.get('at'));
  if (at === undefined) return broken(`its position "${clip(query.get('at') ?? '')}" is none`);
  const asked = decodeAsked(query.get('ask'));
  if (asked === undefined) return broken(`its questions "${clip(query.get('ask') ?? '')}" are none`);
  const coded = query.get('lab');
  if (coded === undefined) return { spec: defaults, at, asked };
  const json = readJson(coded);
  if (json === undefined) return broken('its lab is cut off or changed on the way');
  const parsed = parseLab(isRecord(json) ? { version: LAB_VERSION, ...json } : json, defaults);
  return 'problem' in parsed ? broken(parsed.problem) : { spec: parsed.spec, at, asked };
}

function sameTree(a: LabSpec, b: LabSpec): boolean {
  return differenceTo(a.tree, b.tree) === undefined && differenceTo(b.tree, a.tree) === undefined;
}

function sameStream(a: LabSpec, b: LabSpec): boolean {
  return differenceTo(a.stream, b.stream) === undefined && differenceTo(b.stream, a.stream) === undefined;
}

/** undefined = unreadable, null = there is none */
function decodePosition(text: string | undefined): TreesPlace['at'] | undefined {
  if (text === undefined) return null;
  const match = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text);
  return match === null ? undefined : { operation: Number(match[1]), step: Number(match[2] ?? 0) };
}

function encodeAsked(asked: Asked): string {
  if (asked.mode === 'build') return `build.${asked.seed}.${asked.size}.${asked.moves}`;
  const kinds = asked.kinds.length > 0 ? `.${asked.kinds.join('-')}` : '';
  return `set.${asked.seed}.${asked.count}${kinds}`;
}

function decodeAsked(text: string | undefined): Asked | null | undefined {
  if (text === undefined) return null;
  const set = /^set\.(\d{1,10})\.(\d{1,3})(?:\.([a-z-]+))?$/.exec(text);
  if (set !== null) {
    const kinds = (set[3] ?? '').split('-').filter((kind) => kind !== '');
    const known = KINDS.filter((kind) => kinds.includes(kind));
    if (known.length !== kinds.length) return undefined;
    return { mode: 'set', seed: Number(set[1]), count: Number(set[2]), kinds: known };
  }
  const build = /^build\.(\d{1,10})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (build === null) return undefined;
  return { mode: 'build', seed: Number(build[1]), size: Number(build[2]), moves: Number(build[3]) };
}

function broken(reason: string): { problem: string } {
  return { problem: `The link cannot be read: ${reason}${reason.endsWith('.') ? '' : '.'}` };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

function readJson(coded: string): unknown {
  const text = fromBase64Url(coded);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON in ASCII only, so that one letter is one byte. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
