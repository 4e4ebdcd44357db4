/**
 * U(t) as a function of seconds, from wherever it comes: a formula or a measured curve. U(0) = 0, and it never falls.
 */
import { exp } from '../../../base/exact-math.ts';
import type { Pages } from '../../../base/units.ts';

export type DirtyCurve = (seconds: number) => Pages;

/** Uniform writes at a rate over a hot set: U(t) = H (1 − e^(−w t / H)). */
export function uniformDirtying(hotPages: Pages, writesPerSecond: number): DirtyCurve {
  if (hotPages <= 0) return () => 0;
  return (seconds) => hotPages * (1 - exp((-writesPerSecond * seconds) / hotPages));
}

/** Unlimited fresh pages: U(t) = D t, up to the whole memory. */
export function linearDirtying(pagesPerSecond: number, memoryPages: Pages): DirtyCurve {
  return (seconds) => Math.min(memoryPages, pagesPerSecond * seconds);
}

/**
 * A measured curve, in straight lines between its points, and as at its end beyond it.
 * @param unique U at [t], t in references (UniqueWrites.curve)
 */
export function measuredDirtying(unique: Float64Array, referencesPerSecond: number): DirtyCurve {
  const last = unique.length - 1;
  return (seconds) => {
    const t = Math.min(last, seconds * referencesPerSecond);
    const below = Math.floor(t);
    const low = unique[below] as number;
    const high = unique[Math.min(last, below + 1)] as number;
    return low + (high - low) * (t - below);
  };
}
