/** Vertical scales of the lanes: a value to its y, and what the tops stand for. */
import type { Bytes } from '../../base/units.ts';
import { niceStep } from '../time-ticks.ts';
import type { MoveLane } from './lane-stack.ts';

/** Space above the highest value and below 0, so that lines are not cut. */
const PAD = 2;

export function shareY({ top, height }: Pick<MoveLane, 'top' | 'height'>, share: number): number {
  const within = Math.max(0, Math.min(1, share));
  return top + height - PAD - within * (height - 2 * PAD);
}

/** Logarithmic over more than three powers of ten, but straight near 0, which a migration must reach. */
const POWERS = 2000;

export function leftShare(bytes: Bytes, total: Bytes, kind: 'log' | 'linear'): number {
  if (kind === 'linear') return bytes / total;
  return Math.log1p((Math.max(0, bytes) * POWERS) / total) / Math.log1p(POWERS);
}

/** Top of a lane that must hold `most`: a round number with a little room. */
export function roundTop(most: number, least: number): number {
  return niceStep(Math.max(most * 1.05, least));
}
