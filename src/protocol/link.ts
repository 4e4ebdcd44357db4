/**
 * What the address bar holds: `#/failover?v=1&run=<base64url(JSON)>&t=<ms>`. The JSON is the difference to the default
 * run, so the default has no `run` at all; `t` is the moment shown, left out at the start. An empty hash is the default.
 */
import type { Micros } from '../base/units.ts';
import type { Run } from '../engine/simulation/scenario.ts';
import {
  brokenLink,
  clip,
  decodeObject,
  encodeObject,
  LINK_VERSION,
  readQuery,
  versionProblem,
} from './link-text.ts';
import { differenceTo, isRecord } from './merge.ts';
import { parseRun, RUN_VERSION } from './scenario-schema.ts';

export const WORKSPACES = ['failover', 'migration', 'trees', 'explore', 'evidence'] as const;
export type Workspace = (typeof WORKSPACES)[number];

/** A moment of the Failover workspace; the other workspaces have links of their own (trees/link.ts). */
export interface Place {
  workspace: 'failover';
  run: Run;
  /** null = the link names no moment */
  atUs: Micros | null;
}

/** The hash, with its '#', for a place. */
export function encodeLink(place: Place, defaults: Run): string {
  const query: string[] = [];
  const difference = runDifference(place.run, defaults);
  if (difference) query.push(`v=${LINK_VERSION}`, `run=${encodeObject(difference)}`);
  if (place.atUs !== null) query.push(`t=${place.atUs / 1000}`);
  return query.length > 0 ? `#/${place.workspace}?${query.join('&')}` : `#/${place.workspace}`;
}

/** The workspace a hash names; Failover where it names none or no known one. */
export function workspaceOf(hash: string): Workspace {
  const name = hash.replace(/^#\/?/, '').split('?')[0];
  return WORKSPACES.find((workspace) => workspace === name) ?? 'failover';
}

/** Reads a hash; a `problem` is one sentence for the user. Never throws. */
export function decodeLink(hash: string, defaults: Run): Place | { problem: string } {
  const body = hash.replace(/^#\/?/, '');
  if (body === '') return { workspace: 'failover', run: defaults, atUs: null };
  const [workspace = ''] = body.split('?');
  if (workspace !== 'failover')
    return { problem: broken(`it names "${clip(workspace)}", which is no workspace here`) };
  const query = readQuery(body);
  const unread = versionProblem(query);
  if (unread !== null) return { problem: broken(unread) };
  const moment = query.get('t') ?? null;
  const atMs = moment === null ? null : /^\d{1,12}(\.\d{1,9})?$/.test(moment) ? Number(moment) : Number.NaN;
  if (Number.isNaN(atMs))
    return { problem: broken(`its moment "${clip(moment ?? '')}" is not a number of milliseconds`) };
  const atUs = atMs === null ? null : Math.round(atMs * 1000);
  const coded = query.get('run');
  if (coded === undefined) return { workspace: 'failover', run: defaults, atUs };
  const json = decodeObject(coded);
  if (json === undefined) return { problem: broken('its run is cut off or changed on the way') };
  const parsed = parseRun(isRecord(json) ? { version: RUN_VERSION, ...json } : json, defaults);
  if ('problem' in parsed) return { problem: broken(parsed.problem) };
  return { workspace: 'failover', run: parsed.run, atUs };
}

/** The JSON of a run as files hold it, as short as the defaults allow; null for the defaults themselves. */
function runDifference(run: Run, defaults: Run): object | null {
  const scenario = differenceTo(defaults.scenario, run.scenario);
  const commands = differenceTo(defaults.commands, run.commands)
    ? run.commands.map(({ atMs, command }) => ({ ...command, atMs }))
    : undefined;
  if (scenario === undefined && commands === undefined) return null;
  return { ...(isRecord(scenario) ? scenario : {}), ...(commands ? { commands } : {}) };
}

function broken(reason: string): string {
  return `${brokenLink(reason)} The default scenario is shown instead.`;
}
