import type { RoundView, StopReason, StopRule } from '../strategy.ts';

const FEW_PAGES = 50;
const MAX_ROUNDS = 29;
const MAX_MEMORY_FACTOR = 3;

/**
 * Xen's rule (Clark et al. 2005 and xc_linux_save): stop when fewer than 50 pages were sent or skipped in a round,
 * after 29 rounds, when more than 3 × the memory was sent, or when a round at the top rate sent more than the one
 * before. At a fixed pace every
 * round is at the top rate.
 */
export const xenStopRule: StopRule = {
  kind: 'xen',
  name: 'Xen',
  description:
    'Stops when a round moved fewer than 50 pages, after 29 rounds, beyond 3 × the memory, or when a round sent more than the one before.',
  source: 'Clark et al. 2005; Xen source, xc_linux_save',
  parameters: [],
  rounds: 'full',
  pseudocode: [
    'after each round',
    '  if fewer than 50 pages were sent or skipped: stop',
    '  if 29 rounds are over: stop',
    '  if more than 3 × the memory was sent: stop',
    '  if it went at the top rate and sent more than the one before: stop',
  ],
  stopBelowPages: FEW_PAGES,
  check(view: RoundView): StopReason | null {
    const moved = view.sent + view.skipped;
    if (moved < FEW_PAGES) return { rule: 'few-pages', operands: { moved, limit: FEW_PAGES } };
    if (view.round >= MAX_ROUNDS) {
      return { rule: 'max-rounds', operands: { round: view.round, limit: MAX_ROUNDS } };
    }
    if (view.totalSent > MAX_MEMORY_FACTOR * view.memoryPages) {
      return {
        rule: 'three-times-memory',
        operands: { sent: view.totalSent, limit: MAX_MEMORY_FACTOR * view.memoryPages },
      };
    }
    if (view.round > 1 && view.atTopRate && view.sent > view.previousSent) {
      return { rule: 'growing-round', operands: { sent: view.sent, previous: view.previousSent } };
    }
    return null;
  },
};
