/**
 * The Migration workspace in the address bar: `#/migration?v=1&move=<base64url(JSON)>&t=<ms>&view=<all|workload>`. The
 * JSON is a `migrate` file as far as it differs from the default, with side B's strategy as `against` (`null` = none).
 */
import type { Millis } from '../../base/units.ts';
import type { SoloSpec, SoloStrategy } from '../../engine/simulation/solo-spec.ts';
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
import { parseSolo } from '../solo-schema.ts';
import type { MoveLab } from './model.ts';

const NAMES: readonly string[] = ['v', 'move', 't', 'view'];
const MOVE_VERSION = 1;

export interface MovePlace {
  readonly lab: MoveLab;
  /** null = the link names no moment */
  readonly atMs: Millis | null;
  readonly view: 'run' | 'all' | 'workload';
}

/** The hash, with its '#', for a place. */
export function encodeMoveLink({ lab, atMs, view }: MovePlace, defaults: MoveLab): string {
  const query: string[] = [];
  const spec = differenceTo(defaults.spec, lab.spec);
  const part: Record<string, unknown> = isRecord(spec) ? { ...spec } : {};
  if (!sameJson(lab.against, defaults.against)) {
    // Side B's strategy is told as it differs from side A's.
    part.against = lab.against === null ? null : (differenceTo(lab.spec.strategy, lab.against) ?? {});
  }
  if (Object.keys(part).length > 0) query.push(`v=${LINK_VERSION}`, `move=${encodeObject(part)}`);
  if (atMs !== null && atMs > 0) query.push(`t=${Math.round(atMs * 1000) / 1000}`);
  if (view !== 'run') query.push(`view=${view}`);
  return query.length > 0 ? `#/migration?${query.join('&')}` : '#/migration';
}

/** Reads a hash; `problem` is one sentence for the user. Never throws. */
export function decodeMoveLink(hash: string, defaults: MoveLab): MovePlace | { problem: string } {
  const query = readQuery(hash);
  const strange = [...query.keys()].find((name) => name !== '' && !NAMES.includes(name));
  if (strange !== undefined) return broken(`"${clip(strange)}" in it means nothing here`);
  const unread = versionProblem(query);
  if (unread !== null) return broken(unread);
  const moment = query.get('t');
  if (moment !== undefined && !/^\d{1,12}(\.\d{1,9})?$/.test(moment)) {
    return broken(`its moment "${clip(moment)}" is not a number of milliseconds`);
  }
  const view = query.get('view') ?? 'run';
  if (view !== 'run' && view !== 'all' && view !== 'workload') {
    return broken(`its view "${clip(view)}" is none`);
  }
  const atMs = moment === undefined ? null : Number(moment);
  const coded = query.get('move');
  if (coded === undefined) return { lab: defaults, atMs, view };
  const json = decodeObject(coded);
  if (json === undefined) return broken('its migration is cut off or changed on the way');
  const lab = parseMove(json, defaults);
  return 'problem' in lab ? broken(lab.problem) : { lab, atMs, view };
}

/** A `migrate` file that may name a second strategy as `against`. */
export function parseMove(json: unknown, defaults: MoveLab): MoveLab | { problem: string } {
  if (!isRecord(json)) return { problem: 'it holds no migration' };
  const { against, ...rest } = json;
  const side = parseSolo({ version: MOVE_VERSION, ...rest }, defaults.spec);
  if ('problem' in side) return side;
  if (against === undefined) return { spec: side.spec, against: defaults.against };
  if (against === null) return { spec: side.spec, against: null };
  const other = parseSolo({ version: MOVE_VERSION, strategy: against }, side.spec);
  return 'problem' in other ? other : { spec: side.spec, against: strategyOf(other.spec) };
}

const strategyOf = ({ strategy }: SoloSpec): SoloStrategy => strategy;

function broken(reason: string): { problem: string } {
  return { problem: brokenLink(reason) };
}
