import type { SeriesName } from '../base/columns.ts';
import { SERIES_COLUMNS, SERIES_NAMES } from '../base/columns.ts';
import { IDLE } from './long-work.ts';
import type { AppState, SeriesColumns } from './types.ts';

/** The page before its worker answered for the first time. */
export function initialState(): Omit<AppState, 'actions'> {
  return {
    workspace: 'failover',
    status: 'loading',
    notice: null,
    catalogue: null,
    playback: {
      playing: false,
      speed: 'auto',
      holdAtTurns: false,
      heldAt: null,
      reachedUs: 0,
      axis: 'human',
    },
    frame: null,
    atUs: 0,
    activeKey: '',
    branches: [],
    ghostKey: null,
    // process 2 runs cc1, whose tree is the largest and turns most
    selection: { page: null, pageHistory: null, ping: null, process: 2 },
    why: null,
    comparison: null,
    courses: IDLE,
    tables: null,
    present: false,
    panel: 'none',
    desk: 'keep',
  };
}

export function emptySeries(): Record<SeriesName, SeriesColumns> {
  const series: Partial<Record<SeriesName, SeriesColumns>> = {};
  for (const name of SERIES_NAMES) {
    series[name] = { data: new Float64Array(0), rows: 0, width: SERIES_COLUMNS[name].length };
  }
  return series as Record<SeriesName, SeriesColumns>;
}
