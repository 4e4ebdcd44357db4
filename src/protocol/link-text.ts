/** The letters of a link: what all workspaces' hashes are made of and read with. */
import { fromBase64Url, toBase64Url } from './base64url.ts';

export const LINK_VERSION = '1';

/** An object as text for a link: JSON in ASCII only, so that one letter is one byte. */
export function encodeObject(value: object): string {
  return toBase64Url(
    JSON.stringify(value).replace(
      /[\u0080-\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** undefined where the text was cut off or changed on the way */
export function decodeObject(coded: string): unknown {
  const text = fromBase64Url(coded);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The part of a hash behind its first "?"; of a name that stands twice the first counts. */
export function readQuery(hash: string): Map<string, string> {
  const [, ...rest] = hash.split('?');
  const pairs = new Map<string, string>();
  for (const part of rest.join('?').split('&')) {
    const [name = '', ...value] = part.split('=');
    if (!pairs.has(name)) pairs.set(name, value.join('='));
  }
  return pairs;
}

/** Why a link of another version cannot be read; null where it can. */
export function versionProblem(query: ReadonlyMap<string, string>): string | null {
  const version = query.get('v');
  if (version === undefined || version === LINK_VERSION) return null;
  return `it is of version ${clip(version)}, and this program reads version ${LINK_VERSION}`;
}

/** One sentence for the user. */
export function brokenLink(reason: string): string {
  return `The link cannot be read: ${reason}${reason.endsWith('.') ? '' : '.'}`;
}

/** What somebody else wrote, short enough to be quoted. */
export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
