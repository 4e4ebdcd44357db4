/** A `query-migrate` log of the user's own, beside the simulation with the same parameters. */
import type { Handler } from './handler.ts';

export const log: Handler<'log'> = () => ({
  problem: 'Logs cannot be read yet.',
  complaints: [],
  lines: 0,
  measured: null,
  samples: new Float64Array(0),
  sampleRows: 0,
  settings: [],
  twin: null,
});
