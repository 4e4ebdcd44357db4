/** Turning points of both sides on one clock. */
import type { Millis } from '../../base/units.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';

type Turning = Pick<MoveSide, 'turns'>;

/** Two turns as near as this are one: they could not be told apart. */
const SAME_MS: Millis = 0.0005;

export function nextTurnAfter(sides: readonly Turning[], ms: Millis): Millis | null {
  const later = momentsOf(sides).filter((turn) => turn > ms + SAME_MS);
  return later.length === 0 ? null : Math.min(...later);
}

export function turnBefore(sides: readonly Turning[], ms: Millis): Millis | null {
  const earlier = momentsOf(sides).filter((turn) => turn < ms - SAME_MS);
  return earlier.length === 0 ? null : Math.max(...earlier);
}

function momentsOf(sides: readonly Turning[]): Millis[] {
  return sides.flatMap(({ turns }) => turns.map(({ ms }) => ms));
}
