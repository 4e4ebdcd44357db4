/** One row of the ranking; a parameter that cannot be varied says why. */
import { sweepParameters } from '../../engine/experiments/sweep/parameters.ts';
import { rankRow } from '../../engine/experiments/sweep/rank.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type { ExploreRequestOf, RankRow } from '../../protocol/explore/requests.ts';
import type { Handler } from './handler.ts';
import { libraryFor } from './library-for.ts';

const NOTHING = {
  low: Number.NaN,
  now: Number.NaN,
  high: Number.NaN,
  atLow: {},
  atNow: {},
  atHigh: {},
};

export const rank: Handler<'rank'> = async (context, request) =>
  row(request, await libraryFor(context, request.subject));

function* row(
  { subject, parameter, seeds }: ExploreRequestOf<'rank'>,
  library: TraceLibrary,
): Generator<number, RankRow, void> {
  try {
    return yield* rankRow(subject, parameter, seeds, library);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const info = sweepParameters(subject.kind).find(({ path }) => path === parameter);
    return { ...NOTHING, parameter, label: info?.label ?? parameter, unit: info?.unit ?? '', problem };
  }
}
