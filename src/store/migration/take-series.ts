/** The journals of both sides as tables, as far as they were watched. */
import { MOVE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';
import { type ColumnOf, listSeries, rowsUntil, tableSeries } from '../take-rows.ts';
import type { Series } from '../taken.ts';
import { WORDS } from './take-words.ts';

const UNITS: Readonly<Partial<Record<keyof typeof MOVE, string>>> = {
  ms: 'at_ms',
  remainingBytes: 'remaining_bytes',
  stalledMs: 'stalled_ms',
  cpuMs: 'cpu_ms',
};

const COLUMNS: readonly ColumnOf[] = (Object.keys(MOVE) as (keyof typeof MOVE)[]).map((name) => ({
  name: UNITS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  from: MOVE[name],
  ...(name === 'phase' ? { as: (phase: number) => WORDS.phases[phase] ?? String(phase) } : {}),
}));

const LETTERS = ['a', 'b'] as const;

export function sideSeries(side: MoveSide, index: 0 | 1, reachedMs: Millis): Series[] {
  const named = (template: string) => format(template, { side: WORDS.sides[index] });
  const file = (what: string) => `${what}-${LETTERS[index]}.csv`;
  const { series, pause } = side;
  const table = { data: series, rows: side.rows, width: MOVE_WIDTH };
  const finer = { data: pause, rows: side.pauseRows, width: MOVE_WIDTH };
  const rounds = side.result.rounds.filter(({ startMs, durationMs }) => startMs + durationMs <= reachedMs);
  const turns = side.turns.filter(({ ms }) => ms <= reachedMs);
  return [
    tableSeries({ name: named(WORDS.series.time), file: file('over-time') }, table, reachedMs, COLUMNS),
    ...(rowsUntil(finer, reachedMs) === 0
      ? []
      : [tableSeries({ name: named(WORDS.series.pause), file: file('pause') }, finer, reachedMs, COLUMNS)]),
    ...(rounds.length === 0
      ? []
      : [
          listSeries(
            { name: named(WORDS.series.rounds), file: file('rounds') },
            [
              'round',
              'start_ms',
              'duration_ms',
              'pages_sent',
              'bytes_sent',
              'pages_dirtied',
              'remaining_pages',
              'throttle_percent',
            ],
            rounds.map((round, place) => ({ round, place })),
            ({ round, place }) => [
              place + 1,
              round.startMs,
              round.durationMs,
              round.pagesSent,
              round.bytesSent,
              round.pagesDirtied,
              round.remainingPages,
              round.throttlePercent ?? null,
            ],
          ),
        ]),
    ...(turns.length === 0
      ? []
      : [
          listSeries(
            { name: named(WORDS.series.turns), file: file('turning-points') },
            ['at_ms', 'kind', 'value'],
            turns,
            ({ ms, kind, value }) => [ms, kind, value],
          ),
        ]),
  ];
}
