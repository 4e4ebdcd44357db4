/** What else is worked out on this page: the paper's tables, the published rounds beside their fit, and what prediction gains. */
import type { Slice } from './core.ts';
import { Work } from './work.ts';

/** One round more or less before the stop rule bites outweighs what a prediction saves: so a mean over several. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** As many as the README's tables are means of. */
const REFERENCE_SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

export const figureActions: Slice<
  | 'startGains'
  | 'cancelGains'
  | 'startTables'
  | 'startPublished'
  | 'startReferences'
  | 'cancelReferences'
  | 'startSpeed'
  | 'cancelSpeed'
> = (core) => {
  const gains = new Work(core, 'gains');
  const tables = new Work(core, 'tables');
  const published = new Work(core, 'published');
  const references = new Work(core, 'references');
  const speed = new Work(core, 'speed');
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
    startReferences: () => {
      if (references.state.busy || references.state.done === 1) return;
      references.run(
        (signal, tell) =>
          core.client?.call(
            'references',
            { seeds: REFERENCE_SEEDS },
            { signal, onProgress: ({ done, ...soFar }) => tell(done, soFar) },
          ),
        true,
      );
    },
    cancelReferences: () => references.stop(),
    startSpeed: () => {
      if (speed.state.busy) return;
      speed.run(
        (signal, tell) => core.client?.call('speed', {}, { signal, onProgress: (done) => tell(done, null) }),
        true,
      );
    },
    cancelSpeed: () => speed.stop(),
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
