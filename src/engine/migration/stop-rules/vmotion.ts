import type { RoundView, StopReason, StopRule } from '../strategy.ts';

const FEW_BYTES = 16_000_000;
const LEAST_GAIN_BYTES = 1_000_000;

/** VMware vMotion's rule (Nelson et al. 2005, published, not re-checked): go on only while it pays. */
export const vmotionStopRule: StopRule = {
  kind: 'vmotion',
  name: 'vMotion',
  description: 'Stops when less than 16 MB remain, or when a round brought that down by less than 1 MB.',
  source: 'Nelson et al. 2005, published, not re-checked',
  parameters: [],
  rounds: 'full',
  pseudocode: [
    'after each round',
    '  if less than 16 MB remain: stop',
    '  if that is less than 1 MB below what the round began with: stop',
  ],
  stopBelowPages: null,
  stopBelowBytes: FEW_BYTES,
  check(view: RoundView): StopReason | null {
    const remaining = view.left * view.pageBytes;
    if (remaining < FEW_BYTES) return { rule: 'little-left', operands: { remaining, limit: FEW_BYTES } };
    const gained = view.listed * view.pageBytes - remaining;
    if (gained < LEAST_GAIN_BYTES) {
      return { rule: 'no-progress', operands: { gained, limit: LEAST_GAIN_BYTES } };
    }
    return null;
  },
};
