/** What the round under way does: pages dirtied and sent a second since it began. */
import { MOVE } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import { counterAt, levelAt, type Track } from '../../layout/migration/lane-track.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';

/** a rate needs some time to be one */
const RATE_MS: Millis = 5;

/** NaN while the round is too young for a rate. */
export function roundRates(
  side: Pick<MoveSide, 'turns'>,
  track: Track,
  atMs: Millis,
): { dirtied: number; taken: number } {
  const began = lastTurn(side, 'round', atMs);
  const span = atMs - began;
  if (span < RATE_MS) return { dirtied: Number.NaN, taken: Number.NaN };
  const sent = counterAt(track, MOVE.pagesSent, atMs) - counterAt(track, MOVE.pagesSent, began);
  return { dirtied: (levelAt(track, MOVE.dirtyPages, atMs) * 1000) / span, taken: (sent * 1000) / span };
}

/** The latest turn of a kind until a moment; 0 where there was none. */
export function lastTurn({ turns }: Pick<MoveSide, 'turns'>, kind: string, atMs: Millis): Millis {
  let last = 0;
  for (const turn of turns) if (turn.kind === kind && turn.ms <= atMs) last = turn.ms;
  return last;
}
