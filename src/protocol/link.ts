/**
 * What the address bar holds: `#/failover?v=1&run=<base64url(JSON)>&t=<ms>`. The JSON is the difference to the default
 * run, so the default has no `run` at all; `t` is the moment shown, left out at the start. An empty hash is the default.
 */
import type { Micros } from '../base/units.ts';
import type { Run } from '../engine/simulation/scenario.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { differenceTo, isRecord } from './merge.ts';
import { parseRun, RUN_VERSION } from './scenario-schema.ts';

export const WORKSPACES = ['failover', 'trees'] as const;
export type Workspace = (typeof WORKSPACES)[number];
const LINK_VERSION = '1';

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
  if (difference) query.push(`v=${LINK_VERSION}`, `run=${toBase64Url(asciiJson(difference))}`);
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
  const [workspace = '', ...rest] = body.split('?');
  if (workspace !== 'failover')
    return { problem: broken(`it names "${clip(workspace)}", which is no workspace here`) };
  const query = readQuery(rest.join('?'));
  const version = query.get('v') ?? null;
  if (version !== null && version !== LINK_VERSION) {
    return {
      problem: broken(`it is of version ${clip(version)}, and this program reads version ${LINK_VERSION}`),
    };
  }
  const moment = query.get('t') ?? null;
  const atMs = moment === null ? null : /^\d{1,12}(\.\d{1,9})?$/.test(moment) ? Number(moment) : Number.NaN;
  if (Number.isNaN(atMs))
    return { problem: broken(`its moment "${clip(moment ?? '')}" is not a number of milliseconds`) };
  const atUs = atMs === null ? null : Math.round(atMs * 1000);
  const coded = query.get('run');
  if (coded === undefined) return { workspace: 'failover', run: defaults, atUs };
  const json = readJson(coded);
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
  const end = reason.endsWith('.') ? '' : '.';
  return `The link cannot be read: ${reason}${end} The default scenario is shown instead.`;
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

function readQuery(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const part of text.split('&')) {
    const [name = '', ...value] = part.split('=');
    if (!pairs.has(name)) pairs.set(name, value.join('='));
  }
  return pairs;
}
