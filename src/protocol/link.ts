/**
 * What the address bar holds: `#/failover?v=1&run=<base64url(JSON)>&t=<ms>`. The JSON is the difference to the default
 * run, so the default has no `run` at all; `t` is the moment shown, left out at the start. An empty hash is the default.
 */
import type { Micros } from '../base/units.ts';
import type { Run } from '../engine/simulation/scenario.ts';
import { encodeObject, LINK_VERSION } from './link-text.ts';
import { differenceTo, isRecord } from './merge.ts';

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

/** The JSON of a run as files hold it, as short as the defaults allow; null for the defaults themselves. */
function runDifference(run: Run, defaults: Run): object | null {
  const scenario = differenceTo(defaults.scenario, run.scenario);
  const commands = differenceTo(defaults.commands, run.commands)
    ? run.commands.map(({ atMs, command }) => ({ ...command, atMs }))
    : undefined;
  if (scenario === undefined && commands === undefined) return null;
  return { ...(isRecord(scenario) ? scenario : {}), ...(commands ? { commands } : {}) };
}
