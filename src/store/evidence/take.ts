/** What can be taken from the Evidence page: its tables, as far as they were worked out. */
import { SAMPLE, SAMPLE_WIDTH } from '../../base/columns.ts';
import type { TwinFigures } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';
import { listSeries, tableSeries } from '../take-rows.ts';
import type { Series, SeriesRow, Taken } from '../taken.ts';
import type { EvidenceCore } from './core.ts';
import type { EvidenceState } from './types.ts';

const WORDS = {
  name: 'Evidence',
  chosen: 'Evidence, {run}, repeat {repeat}',
  twins: 'Measured runs and their twins',
  samples: 'Progress of the chosen run, measured',
  rounds: 'Rounds of the chosen run, measured',
  gains: 'What prediction gains',
  tables: 'The paper’s tables',
  published: 'Rounds as published and fitted',
  log: 'Progress of your own log, measured',
} as const;

const SAMPLE_COLUMNS = [
  { name: 'at_ms', from: SAMPLE.ms },
  { name: 'bytes_sent', from: SAMPLE.bytesSent },
  { name: 'remaining_bytes', from: SAMPLE.remainingBytes },
];
const FIGURES = ['completed', 'total_time_ms', 'downtime_ms', 'bytes_sent', 'live_rounds'] as const;

export function takeEvidence({ store }: EvidenceCore): Taken | null {
  const state = store.getState();
  const { chosen, actions } = state;
  return {
    workspace: 'evidence',
    name:
      chosen === null ? WORDS.name : format(WORDS.chosen, { run: chosen.name, repeat: chosen.repeat + 1 }),
    link: actions.link(),
    file: null,
    subject: null,
    figures: [],
    series: seriesOf(state),
    texts: [],
  };
}

function seriesOf({ twins, detail, gains, tables, published, log }: EvidenceState): Series[] {
  const series: Series[] = [];
  const add = (one: Series | null) => one !== null && series.push(one);
  add(
    some(twins.result, (rows) =>
      listSeries(
        { name: WORDS.twins, file: 'measured-and-simulated.csv' },
        ['name', 'repeat', 'mode', ...['measured', 'simulated', 'textbook'].flatMap(columnsOf)],
        rows,
        ({ name, repeat, mode, measured, twin, textbook }) => [
          name,
          repeat + 1,
          mode,
          ...figuresOf(measured),
          ...figuresOf(twin),
          ...figuresOf(textbook),
        ],
      ),
    ),
  );
  const { result } = detail;
  if (result !== null) {
    const table = { data: result.samples, rows: result.sampleRows, width: SAMPLE_WIDTH };
    add(
      tableSeries(
        { name: WORDS.samples, file: 'samples.csv' },
        table,
        Number.POSITIVE_INFINITY,
        SAMPLE_COLUMNS,
      ),
    );
    add(
      listSeries(
        { name: WORDS.rounds, file: 'measured-rounds.csv' },
        ['start_ms', 'duration_ms', 'pages_sent', 'bytes_sent', 'remaining_pages'],
        result.measuredRounds,
        (round) => [round.startMs, round.durationMs, round.pagesSent, round.bytesSent, round.remainingPages],
      ),
    );
  }
  add(
    some(gains.result, (rows) =>
      listSeries(
        { name: WORDS.gains, file: 'prediction.csv' },
        ['workload', 'predictor', 'completed', 'bytes_sent', 'total_time_ms', 'downtime_ms', 'held_pages'],
        rows,
        (row) => [
          row.workload,
          row.predictor,
          yes(row.completed),
          row.bytesSent,
          row.totalTimeMs,
          row.downtimeMs,
          row.heldPages,
        ],
      ),
    ),
  );
  add(
    some(tables.result, (rows) =>
      listSeries(
        { name: WORDS.tables, file: 'paper-tables.csv' },
        ['table', 'row', 'quantity', 'printed', 'simulated', 'error', 'within'],
        rows,
        ({ table, row, quantity, printed, simulated, error, within }) => [
          table,
          row,
          quantity,
          printed,
          simulated,
          error,
          within === null ? null : yes(within),
        ],
      ),
    ),
  );
  add(
    some(published.result, (fits) =>
      listSeries(
        { name: WORDS.published, file: 'published.csv' },
        ['name', 'round', 'printed_bytes', 'fitted_bytes'],
        fits.flatMap(({ name, roundBytes, fitted }) =>
          roundBytes.map((bytes, i) => ({ name, round: i + 1, bytes, fitted: fitted.roundBytes[i] ?? null })),
        ),
        ({ name, round, bytes, fitted }) => [name, round, bytes, fitted],
      ),
    ),
  );
  if (log.result !== null && log.result.sampleRows > 0) {
    const table = { data: log.result.samples, rows: log.result.sampleRows, width: SAMPLE_WIDTH };
    add(tableSeries({ name: WORDS.log, file: 'log.csv' }, table, Number.POSITIVE_INFINITY, SAMPLE_COLUMNS));
  }
  return series;
}

function some<T>(rows: readonly T[] | null, make: (rows: readonly T[]) => Series): Series | null {
  return rows === null || rows.length === 0 ? null : make(rows);
}

function columnsOf(who: string): string[] {
  return FIGURES.map((figure) => `${who}_${figure}`);
}

function figuresOf(figures: TwinFigures | null): SeriesRow {
  if (figures === null) return FIGURES.map(() => null);
  return [
    yes(figures.completed),
    figures.totalTimeMs,
    figures.downtimeMs,
    figures.bytesSent,
    figures.liveRounds,
  ];
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
