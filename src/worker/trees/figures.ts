/** Cost and time of an access against the number of keys, measured here and now. */
import { runFigures } from '../../engine/lab/figures.ts';
import { createStream } from '../../engine/lab/stream-registry.ts';
import type { Handler } from './handler.ts';

/** Streams that need the length beforehand get more than any figure draws. */
const LENGTH = 1_000_000;

export const figures: Handler<'figures'> = (context, { contestants, sizes, stream, seed }) =>
  runFigures({
    contestants,
    sizes,
    source: (keys) =>
      createStream(stream.kind, {
        length: LENGTH,
        keys,
        seed,
        parameters: stream.parameters,
        list: stream.list,
      }),
    now: () => context.now(),
  });
