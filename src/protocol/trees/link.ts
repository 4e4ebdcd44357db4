/**
 * The Trees workspace in the address bar: `#/trees?v=1&lab=<base64url(JSON)>&at=<operation>.<step>&ask=<…>`. The JSON
 * is the difference to the default lab, so the default has no `lab`; `at` is left out at the start. `ask` is the
 * seeded set of questions or exercise a class gets: `set.<seed>.<count>[.<kinds>]`, `build.<seed>.<size>.<moves>`.
 */
import type { LabSpec } from '../../engine/lab/spec.ts';
import {
  brokenLink,
  clip,
  decodeObject,
  encodeObject,
  LINK_VERSION,
  readQuery,
  versionProblem,
} from '../link-text.ts';
import { differenceTo, isRecord, sameJson } from '../merge.ts';
import { LAB_VERSION, parseLab } from './lab-schema.ts';
import type { QuestionView } from './requests.ts';

const NAMES: readonly string[] = ['v', 'lab', 'at', 'ask'];
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
      ...(sameJson(spec.tree, defaults.tree) ? {} : { tree: spec.tree }),
      ...(sameJson(spec.stream, defaults.stream) ? {} : { stream: spec.stream }),
    };
    query.push(`v=${LINK_VERSION}`, `lab=${encodeObject(part)}`);
  }
  if (at !== null && (at.operation > 0 || at.step > 0)) query.push(`at=${at.operation}.${at.step}`);
  if (asked !== null) query.push(`ask=${encodeAsked(asked)}`);
  return query.length > 0 ? `#/trees?${query.join('&')}` : '#/trees';
}

/** Reads a hash; `problem` is one sentence for the user. Never throws. */
export function decodeTreesLink(hash: string, defaults: LabSpec): TreesPlace | { problem: string } {
  const query = readQuery(hash);
  const strange = [...query.keys()].find((name) => name !== '' && !NAMES.includes(name));
  if (strange !== undefined) return broken(`"${clip(strange)}" in it means nothing here`);
  const unread = versionProblem(query);
  if (unread !== null) return broken(unread);
  const at = decodePosition(query.get('at'));
  if (at === undefined) return broken(`its position "${clip(query.get('at') ?? '')}" is none`);
  const asked = decodeAsked(query.get('ask'));
  if (asked === undefined) return broken(`its questions "${clip(query.get('ask') ?? '')}" are none`);
  const coded = query.get('lab');
  if (coded === undefined) return { spec: defaults, at, asked };
  const json = decodeObject(coded);
  if (json === undefined) return broken('its lab is cut off or changed on the way');
  const parsed = parseLab(isRecord(json) ? { version: LAB_VERSION, ...json } : json, defaults);
  return 'problem' in parsed ? broken(parsed.problem) : { spec: parsed.spec, at, asked };
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
  return { problem: brokenLink(reason) };
}
