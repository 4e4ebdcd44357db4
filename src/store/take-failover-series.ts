/** What a run recorded, as tables, as far as it was watched. */
import { SERIES_COLUMNS, type SeriesName } from '../base/columns.ts';
import type { Micros } from '../base/units.ts';
import type { History } from '../protocol/model.ts';
import { eventText } from '../protocol/texts.ts';
import { WORDS } from './take-failover-words.ts';
import { type ColumnOf, listSeries, millisOf, tableSeries } from './take-rows.ts';
import type { Series } from './taken.ts';
import type { BranchRecord } from './types.ts';

/** Columns of nodes, counted from 1 in words and from 0 in the engine. */
const NODES: readonly string[] = ['node', 'fromNode'];

export function failoverSeries(branch: BranchRecord, history: History | null, untilUs: Micros): Series[] {
  const nameOf = (vm: number) => history?.vms.find(({ id }) => id === vm)?.name ?? String(vm);
  const recorded = (Object.keys(SERIES_COLUMNS) as SeriesName[])
    .map((series) =>
      tableSeries(
        { name: WORDS.series[series], file: `${FILES[series]}.csv` },
        branch.series[series],
        untilUs,
        SERIES_COLUMNS[series].map((column, from) => columnOf(column, from, nameOf)),
      ),
    )
    .filter(({ rows }) => !isEmpty(rows));
  return history === null ? recorded : [...recorded, ...ofHistory(history, untilUs, nameOf)];
}

const FILES: Readonly<Record<SeriesName, string>> = {
  pings: 'round-trips',
  progress: 'pages-left',
  cpu: 'cpu',
  shares: 'cpu-shares',
  batches: 'stream',
  pages: 'pages',
  beats: 'heartbeats',
  rotations: 'rotations',
};

function isEmpty(rows: Series['rows']): boolean {
  return typeof rows !== 'function' && rows[Symbol.iterator]().next().done === true;
}

function columnOf(column: string, from: number, nameOf: (vm: number) => string): ColumnOf {
  if (column === 'vm') return { name: 'vm', from, as: nameOf };
  if (column.endsWith('Us')) return { name: `${snake(column.slice(0, -2))}_ms`, from, as: millisOf };
  if (column.endsWith('Ms')) return { name: `${snake(column.slice(0, -2))}_ms`, from };
  if (NODES.includes(column)) return { name: snake(column), from, as: (node) => node + 1 };
  if (column === 'kind') return { name: 'event', from, as: wordOf(WORDS.pageEvents) };
  if (column === 'case') return { name: 'case', from, as: wordOf(WORDS.rotationCases) };
  if (column === 'batch') return { name: 'batch', from, as: (batch) => (batch < 0 ? null : batch) };
  if (column === 'writes') return { name: 'writes_per_10_ms', from };
  if (column === 'dirty') return { name: 'dirty_pages', from };
  return { name: snake(column), from };
}

function wordOf(words: Readonly<Record<number, string>>): (value: number) => string {
  return (value) => words[value] ?? String(value);
}

/** "queueMs" → "queue_ms" */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function ofHistory(history: History, untilUs: Micros, nameOf: (vm: number) => string): Series[] {
  const { series } = WORDS;
  const reached = (us: Micros | null) => (us === null || us > untilUs ? null : us / 1000);
  const rounds = history.migrations.flatMap((move) =>
    move.rounds.filter(({ startUs }) => startUs <= untilUs).map((round) => ({ move, round })),
  );
  const phases = history.phases.filter(({ startUs }) => startUs <= untilUs);
  const events = history.events.filter(({ atUs }) => atUs <= untilUs);
  const tables = [
    listSeries(
      { name: series.rounds, file: 'rounds.csv' },
      [
        'vm',
        'from_node',
        'to_node',
        'round',
        'final',
        'start_ms',
        'end_ms',
        'pages_to_send',
        'pages_sent',
        'pages_skipped',
        'bytes_sent',
        'pages_dirtied',
        'remaining_pages',
      ],
      rounds,
      ({ move, round }) => [
        nameOf(move.vm),
        move.from + 1,
        move.to + 1,
        round.round,
        round.final ? 'yes' : 'no',
        round.startUs / 1000,
        reached(round.endUs),
        round.pagesToSend,
        round.pagesSent,
        round.pagesSkipped,
        round.bytesSent,
        round.pagesDirtied,
        round.remainingPages,
      ],
    ),
    listSeries(
      { name: series.phases, file: 'phases.csv' },
      ['vm', 'phase', 'start_ms', 'end_ms'],
      phases,
      ({ vm, name, startUs, endUs }) => [nameOf(vm), name, startUs / 1000, reached(endUs)],
    ),
    listSeries({ name: series.events, file: 'events.csv' }, ['at_ms', 'code', 'text'], events, (event) => [
      event.atUs / 1000,
      event.code,
      eventText(event),
    ]),
  ];
  return tables.filter(({ rows }) => !isEmpty(rows));
}
