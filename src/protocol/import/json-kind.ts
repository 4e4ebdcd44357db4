/** What a JSON text describes, told by the names of its fields. */
import type { Workspace } from '../link.ts';
import { isRecord } from '../merge.ts';
import { isLogJson } from './log-text.ts';

export type JsonKind = 'failover' | 'migration' | 'trees' | 'sweep' | 'shape' | 'numbers' | 'log';

/** Fields that only one kind has, the most telling ones; `version` and `seed` belong to all. */
const FIELDS: Readonly<Record<'failover' | 'migration' | 'trees' | 'sweep', readonly string[]>> = {
  failover: [
    'scenario',
    'commands',
    'durationMs',
    'failover',
    'pingedVm',
    'cluster',
    'guests',
    'network',
    'heartbeat',
    'storage',
    'migration',
    'prediction',
  ],
  migration: ['vm', 'link', 'faults', 'destination', 'strategy', 'giveUpAfterMs', 'against'],
  trees: ['tree', 'start', 'stream', 'typed'],
  sweep: ['subject', 'axes', 'variants', 'seeds', 'figure'],
};

/** @param here the workspace on screen, for what fits several kinds @returns null where it is none of them */
export function jsonKind(json: unknown, here: Workspace): JsonKind | null {
  if (isLogJson(json)) return 'log';
  if (Array.isArray(json)) return json.every((item) => typeof item === 'number') ? 'numbers' : 'shape';
  if (!isRecord(json)) return null;
  if (Array.isArray(json.preorder)) return 'shape';
  const kinds = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  const counted = kinds.map((kind) => FIELDS[kind].filter((field) => Object.hasOwn(json, field)).length);
  const most = Math.max(...counted);
  const fitting = kinds.filter((_, i) => counted[i] === most);
  // {"version": 1} is the default of each kind; another object without a known field is none.
  if (most === 0 && !Object.hasOwn(json, 'version')) return null;
  const own = here === 'explore' ? 'sweep' : here;
  return fitting.find((kind) => kind === own) ?? fitting[0] ?? null;
}
