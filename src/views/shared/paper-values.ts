/** Round-trip times paper A prints, in ms. Shown beside what the mechanism gives, never fed into it. */
import type { FailoverMode } from '../../protocol/model.ts';

/** Before the stop, [A] Table 3. */
export const PAPER_BEFORE_MS = 0.25;
/** While the memory streams: [A] Table 3 with the script, Table 4 without it. */
export const PAPER_DURING_MS: Record<FailoverMode, number | null> = {
  'paper-script': 1.0,
  'stock-migrating': 1.3,
  'stock-rebooting': null,
};
/** Just after activation, [A] Table 3. */
export const PAPER_AFTER_MS = 0.5;
export const PAPER_RECOVERED_MS = 0.25;
