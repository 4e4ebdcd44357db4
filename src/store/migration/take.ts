/** What can be taken from the Migration workspace: both sides, as far as they were watched. */
import { MOVE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { MoveLab, SoloStrategy } from '../../protocol/migration/model.ts';
import type { MigrationCatalogue, MoveSide } from '../../protocol/migration/requests.ts';
import { format } from '../../protocol/texts.ts';
import { readPath } from '../paths.ts';
import { joinedName } from '../take-names.ts';
import { rowsUntil } from '../take-rows.ts';
import type { Taken } from '../taken.ts';
import type { MigrationCore } from './core.ts';
import { sideSeries } from './take-series.ts';
import { WORDS } from './take-words.ts';

type Figure = Taken['figures'][number];

export function takeMigration({ store }: MigrationCore): Taken | null {
  const { lab, opened, actions, catalogue, atMs, reachedMs } = store.getState();
  if (lab === null || opened === null || catalogue === null) return null;
  const untilMs = Math.max(atMs, reachedMs);
  const sides = opened.sides.slice(0, 2);
  return {
    workspace: 'migration',
    name: nameOf(lab, catalogue),
    moment: format(WORDS.moment, { at: atMs }),
    link: actions.link(),
    file: { name: 'migration.json', json: { ...lab.spec, against: lab.against } },
    subject: { kind: 'migration', spec: lab.spec },
    figures: [
      { label: WORDS.figures.reached, value: untilMs },
      ...sides.flatMap((side, i) => sideFigures(side, i === 0 ? 'A' : 'B', sides.length > 1, untilMs)),
    ],
    series: sides.flatMap((side, i) => sideSeries(side, i === 0 ? 0 : 1, untilMs)),
    texts: [],
  };
}

/** Told otherwise, or not worth telling. */
const UNNAMED: readonly string[] = ['vm.memoryMiB', 'seed'];

/** "Pre-copy, Xen’s rule, against Post-copy, 256 MiB" */
function nameOf({ spec, against }: MoveLab, catalogue: MigrationCatalogue): string {
  const own = strategyName(spec.strategy, catalogue);
  const first =
    against === null ? own : format(WORDS.against, { name: own, other: strategyName(against, catalogue) });
  const changed = catalogue.parameters.flatMap(({ path, label, unit, choices }) => {
    const value = readPath(spec, path);
    // What is no single value (outages) has no place in a name.
    if (UNNAMED.includes(path) || value === undefined || typeof value === 'object') return [];
    if (value === readPath(catalogue.defaultLab.spec, path)) return [];
    const told = choices?.find((choice) => choice.value === value)?.label ?? String(value);
    return [format(unit === '' ? WORDS.setting : WORDS.quantity, { label, value: told, unit })];
  });
  return joinedName([first, format(WORDS.memory, { mib: spec.vm.memoryMiB }), ...changed], WORDS.more);
}

function strategyName(strategy: SoloStrategy, { strategies, stopRules }: MigrationCatalogue): string {
  const entry = strategies.find(({ kind }) => kind === strategy.kind);
  const name = entry?.name ?? strategy.kind;
  const ruled = entry?.parameters.some(({ path }) => path === 'stopRule') === true;
  const rule = stopRules.find(({ kind }) => kind === strategy.stopRule.kind)?.name;
  return ruled && rule !== undefined ? format(WORDS.withRule, { name, rule }) : name;
}

/** Of a side that is over: its result; of one under way: what was seen of it. */
function sideFigures(side: MoveSide, name: 'A' | 'B', several: boolean, untilMs: Millis): Figure[] {
  const { result, endMs, series, suspendedMs, resumedMs } = side;
  const over = untilMs >= endMs;
  const row = rowsUntil({ data: series, rows: side.rows, width: MOVE_WIDTH }, untilMs) - 1;
  const value = (column: number) => (row < 0 ? 0 : (series[row * MOVE_WIDTH + column] ?? 0));
  const { figures } = WORDS;
  const pausedUntil = Math.min(untilMs, resumedMs ?? endMs);
  const downtime = suspendedMs === null || untilMs < suspendedMs ? null : pausedUntil - suspendedMs;
  const rows: [string, Figure['value']][] = [
    [figures.outcome, over ? result.outcome : WORDS.underWay],
    [figures.total, over ? result.totalTimeMs : untilMs],
    [figures.downtime, over ? result.downtimeMs : downtime],
    [figures.bytes, over ? result.bytesSent : value(MOVE.bytesSent)],
    [figures.pages, over ? result.pagesSent : value(MOVE.pagesSent)],
    [figures.rounds, over ? result.rounds.length : value(MOVE.round)],
  ];
  if (value(MOVE.faults) > 0) {
    rows.push([figures.faults, value(MOVE.faults)], [figures.stalled, value(MOVE.stalledMs)]);
  }
  if (value(MOVE.bytesSaved) > 0) rows.push([figures.saved, value(MOVE.bytesSaved)]);
  return rows.map(([label, figure]) => ({
    label: several ? format(WORDS.side, { side: name, label }) : label,
    value: figure,
  }));
}
