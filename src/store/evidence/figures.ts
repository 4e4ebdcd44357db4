/** What else is worked out on this page: the paper's tables, the published rounds beside their fit, and what prediction gains. */
import type { Slice } from './core.ts';
import { Work } from './work.ts';

/** One round more or less before the stop rule bites outweighs what a prediction saves: so a mean over several. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const figureActions: Slice<'startGains' | 'cancelGains' | 'startTables' | 'startPublished'> = (
  core,
) => {
  const gains = new Work(core, 'gains');
  const tables = new Work(core, 'tables');
  const published = new Work(core, 'published');
  return {
    startGains: () => {
      if (gains.state.busy || gains.state.done === 1) return;
      gains.run(
        (signal, tell) =>
          core.client
            ?.call('gains', { seeds: SEEDS }, { signal, onProgress: ({ rows, done }) => tell(done, rows) })
            .then(({ rows }) => rows),
        true,
      );
    },
    cancelGains: () => gains.stop(),
    startTables: () => {
      if (tables.state.busy || tables.state.done === 1) return;
      tables.run((signal, tell) =>
        core.client
          ?.call('tables', {}, { signal, onProgress: (done) => tell(done, null) })
          .then(({ values }) => values),
      );
    },
    startPublished: () => {
      if (published.state.busy || published.state.done === 1) return;
      published.run((signal, tell) =>
        core.client
          ?.call('published', {}, { signal, onProgress: (done) => tell(done, null) })
          .then(({ fits }) => fits),
      );
    },
  };
};
