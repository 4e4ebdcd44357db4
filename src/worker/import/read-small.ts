/** What a text of bearable length is. Whatever comes out was checked: it can be opened. */
import { jsonFault } from '../../engine/trees/json-fault.ts';
import { parseShapeText } from '../../engine/trees/shape-text.ts';
import { placeIn } from '../../engine/trees/text-place.ts';
import { jsonKind } from '../../protocol/import/json-kind.ts';
import { looksLikeLog } from '../../protocol/import/log-text.ts';
import type { Found, ImportRequestOf } from '../../protocol/import/requests.ts';
import { linkIn, textKind } from '../../protocol/import/text-kind.ts';
import { SENTENCES } from '../../protocol/import/words.ts';
import { WORKSPACES } from '../../protocol/link.ts';
import { type CheckContext, labFrom, moveFrom, runFrom, sweepFrom } from './check.ts';
import { linkFound } from './link-found.ts';
import { Refusal } from './refusal.ts';

export type SmallContext = CheckContext;

type Request = Pick<ImportRequestOf<'read'>, 'here'>;

/** @throws Refusal, or Error with one sentence */
export async function readSmall(text: string, { here }: Request, context: SmallContext): Promise<Found> {
  switch (textKind(text)) {
    case 'empty':
      throw new Refusal(SENTENCES.empty);
    case 'link':
      return linkFound(linkIn(text.trim()) ?? '', context);
    case 'json':
      return readJson(text, here, context);
    case 'log':
      return { kind: 'log', text };
    case 'tree-text':
      return { kind: 'tree-text', text };
    case 'numbers':
      return numbers(text, here);
    default:
      throw new Refusal(SENTENCES.unknown);
  }
}

async function readJson(text: string, here: Request['here'], context: SmallContext): Promise<Found> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (looksLikeLog(text.split('\n'))) return { kind: 'log', text };
    const fault = jsonFault(text) ?? { offset: 0, expected: 'a value' };
    throw new Refusal(SENTENCES.brokenJson, {
      place: placeIn(text, fault.offset),
      expected: fault.expected,
    });
  }
  switch (jsonKind(json, WORKSPACES.includes(here) ? here : 'failover')) {
    case 'failover':
      return { kind: 'failover', run: await runFrom(json, context) };
    case 'migration':
      return { kind: 'migration', lab: moveFrom(json) };
    case 'trees':
      return { kind: 'trees', spec: labFrom(json) };
    case 'sweep':
      return { kind: 'sweep', spec: sweepFrom(json) };
    case 'shape':
      parseShapeText(text);
      return { kind: 'tree-text', text };
    case 'numbers':
      return numbers((json as readonly number[]).join(' '), here);
    case 'log':
      return { kind: 'log', text };
    default:
      throw new Refusal(SENTENCES.otherJson);
  }
}

/** In the Trees workspace plain numbers are keys; elsewhere somebody must say. */
function numbers(text: string, here: Request['here']): Found {
  if (here === 'trees') return { kind: 'tree-text', text };
  const count = text.split(/[\s,;]+/).filter((token) => token !== '').length;
  return { kind: 'numbers', text, count };
}
