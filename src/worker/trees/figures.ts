/** Cost and time of an access against the number of keys, measured here and now. */
import { runFigures } from '../../engine/lab/figures.ts';
import { createStream } from '../../engine/lab/stream-registry.ts';
import type { Handler } from './handler.ts';

/** Streams that change at a share of their length are told one that no figure draws to its end. */
const LENGTH = 1_000_000;

export const figures: Handler<'figures'> = function* (context, { contestants, sizes, stream, seed }) {
  const { kind, parameters, list } = stream;
  const rows = yield* runFigures({
    contestants,
    sizes,
    source: (keys) => createStream(kind, { length: LENGTH, keys, seed, parameters, list }),
    now: () => context.now(),
  });
  return { rows };
};
