/** Reads what `link.ts` writes. A file of its own: the schema it needs is heavier than a page without a link should load. */
import type { Run } from '../engine/simulation/scenario.ts';
import type { Place } from './link.ts';
import { brokenLink, clip, decodeObject, readQuery, versionProblem } from './link-text.ts';
import { isRecord } from './merge.ts';
import { parseRun, RUN_VERSION } from './scenario-schema.ts';

/** Reads a hash; a `problem` is one sentence for the user. Never throws. */
export function decodeLink(hash: string, defaults: Run): Place | { problem: string } {
  const body = hash.replace(/^#\/?/, '');
  if (body === '') return { workspace: 'failover', run: defaults, atUs: null };
  const [workspace = ''] = body.split('?');
  if (workspace !== 'failover')
    return { problem: brokenLink(`it names "${clip(workspace)}", which is no workspace here`) };
  const query = readQuery(body);
  const unread = versionProblem(query);
  if (unread !== null) return { problem: brokenLink(unread) };
  const moment = query.get('t') ?? null;
  const atMs = moment === null ? null : /^\d{1,12}(\.\d{1,9})?$/.test(moment) ? Number(moment) : Number.NaN;
  if (Number.isNaN(atMs))
    return { problem: brokenLink(`its moment "${clip(moment ?? '')}" is not a number of milliseconds`) };
  const atUs = atMs === null ? null : Math.round(atMs * 1000);
  const coded = query.get('run');
  if (coded === undefined) return { workspace: 'failover', run: defaults, atUs };
  const json = decodeObject(coded);
  if (json === undefined) return { problem: brokenLink('its run is cut off or changed on the way') };
  const parsed = parseRun(isRecord(json) ? { version: RUN_VERSION, ...json } : json, defaults);
  if ('problem' in parsed) return { problem: brokenLink(parsed.problem) };
  return { workspace: 'failover', run: parsed.run, atUs };
}
