/** Where a hash points. What reads links is fetched for the first one that says anything. */
import type { Place } from '../protocol/link.ts';
import type { Run } from '../protocol/model.ts';

export async function readPlace(hash: string, defaults: Run): Promise<Place | { problem: string }> {
  if (/^#?\/?(failover)?$/.test(hash)) return { workspace: 'failover', run: defaults, atUs: null };
  const { decodeLink } = await import('../protocol/read-link.ts');
  return decodeLink(hash, defaults);
}
