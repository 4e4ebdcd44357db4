/** Reference figures beside what this program gives, table by table as they come. */

import { clusterGains, failoverSpans } from '../../engine/experiments/failover-seeds.ts';
import { treeReferences } from '../../engine/experiments/reference-trees.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type { References } from '../../protocol/migration/requests.ts';
import type { Handler } from './handler.ts';

export const references: Handler<'references'> = async (context, { seeds }) => {
  if (seeds.length === 0) throw new Error('There is no seed to run; give at least one.');
  return steps(await context.library(), seeds);
};

/** About how the time is shared out among the three. */
const SHARES = { trees: 0.25, spans: 0.2, gains: 0.55 } as const;

function* steps(
  library: TraceLibrary,
  seeds: readonly number[],
): Generator<References & { done: number }, References, void> {
  let soFar: References = { trees: [], spans: [], gains: [] };
  for (const { rows, done } of treeReferences(seeds)) {
    soFar = { ...soFar, trees: rows };
    yield { ...soFar, done: SHARES.trees * done };
  }
  const spans = failoverSpans(library, seeds);
  for (;;) {
    const { done, value } = spans.next();
    if (done === true) {
      soFar = { ...soFar, spans: value };
      break;
    }
    yield { ...soFar, done: SHARES.trees + SHARES.spans * value };
  }
  const gains = clusterGains(library, seeds);
  for (;;) {
    const { done, value } = gains.next();
    if (done === true) return { ...soFar, gains: value };
    yield { ...soFar, done: SHARES.trees + SHARES.spans + SHARES.gains * value };
  }
}
