/**
 * The mean course of Clark et al.'s pre-copy for a memory of a few classes of pages, each written uniformly.
 *
 * The classes lie mixed. A page of a class written λ times a second is still clean t after a round began with chance
 * e^(−λt), and only clean ones are sent when their turn comes. So a list of L_k bytes of class k is passed at a pace of
 * B / Σ L_k e^(−λ_k t) of it a second, and a round of T seconds sends B · T bytes. What it leaves is
 * U(T) = Σ N_k (1 − e^(−λ_k T)), the next round's list. Rate as in migration/adaptive-rate.ts; the last copy at the top.
 */
import { exp } from '../../base/exact-math.ts';
import type { Bytes, Millis } from '../../base/units.ts';
import { AdaptiveRate } from '../migration/adaptive-rate.ts';

export interface PageClass {
  readonly bytes: Bytes;
  /** writes to each of its pages */
  readonly writesPerPagePerSecond: number;
}

export interface Rates {
  readonly minBandwidthBytesPerSecond: number;
  readonly maxBandwidthBytesPerSecond: number;
  readonly bandwidthStepBytesPerSecond: number;
}

export interface RoundCourse {
  /** the last one with the VM paused */
  readonly roundBytes: readonly Bytes[];
  readonly totalBytes: Bytes;
  readonly downtimeMs: Millis;
}

/** of a round; a finer one changes the figures below by less than a thousandth */
const STEPS = 400;

/** @param rounds in all, the last copy included; when it stops rests on chance, which a mean does not have */
export function skippingRounds(classes: readonly PageClass[], rounds: number, rates: Rates): RoundCourse {
  const rate = new AdaptiveRate(rates);
  const roundBytes: Bytes[] = [];
  let lists = classes.map(({ bytes }) => bytes);
  for (let round = 1; round < rounds; round += 1) {
    const seconds = passSeconds(classes, lists, rate.bytesPerSecond);
    roundBytes.push(rate.bytesPerSecond * seconds);
    lists = classes.map(({ bytes, writesPerPagePerSecond: λ }) => bytes * (1 - exp(-λ * seconds)));
    rate.onRound(sumOf(lists), seconds * 1000);
  }
  const last = sumOf(lists);
  roundBytes.push(last);
  return {
    roundBytes,
    totalBytes: sumOf(roundBytes),
    downtimeMs: (last * 1000) / rates.maxBandwidthBytesPerSecond,
  };
}

/** How long a pass over the lists takes: no longer than without a page skipped. */
function passSeconds(classes: readonly PageClass[], lists: readonly Bytes[], bytesPerSecond: number): number {
  const longest = sumOf(lists) / bytesPerSecond;
  const step = longest / STEPS;
  let passed = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (i + 0.5) * step;
    let clean = 0;
    for (const [k, bytes] of lists.entries()) {
      clean += bytes * exp(-(classes[k]?.writesPerPagePerSecond ?? 0) * middle);
    }
    const share = (bytesPerSecond * step) / clean;
    if (passed + share >= 1) return (i + (1 - passed) / share) * step;
    passed += share;
  }
  return longest;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
