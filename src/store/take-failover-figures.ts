/** The figures of a run as far as it was watched, by the same definitions as its summary. */

import type { Micros } from '../base/units.ts';
import type { History, MigrationRecord, Run } from '../protocol/model.ts';
import { format, phaseName } from '../protocol/texts.ts';
import { WORDS } from './take-failover-words.ts';
import type { Taken } from './taken.ts';
import { leadVm } from './turns.ts';
import type { SeriesColumns } from './types.ts';

type Figure = Taken['figures'][number];

const JUST_AFTER_US: Micros = 100_000;
/** the recovered round trip is the mean of so many pings at the end */
const LAST_PINGS = 100;

/** @param untilUs the farthest moment reached; `history` is as of that moment */
export function failoverFigures(
  run: Run,
  history: History,
  pings: SeriesColumns,
  untilUs: Micros,
): readonly Figure[] {
  const lead = leadVm(history, run.scenario.pingedVm);
  const nameOf = (vm: number) => history.vms.find(({ id }) => id === vm)?.name ?? run.scenario.pingedVm;
  const figures: Figure[] = [figure(WORDS.figures.reached, untilUs / 1000)];
  for (const phase of history.phases) {
    if (phase.vm !== lead || phase.startUs > untilUs) continue;
    const label = format(WORDS.figures.phase, { phase: phaseName(phase.name), vm: nameOf(lead) });
    figures.push(figure(label, (Math.min(phase.endUs ?? untilUs, untilUs) - phase.startUs) / 1000));
  }
  const move =
    history.migrations.findLast(({ vm, outcome }) => vm === lead && outcome === 'completed') ?? null;
  figures.push(...roundTrips(run, move, pings, untilUs, nameOf(lead) === run.scenario.pingedVm));
  for (const record of history.migrations) figures.push(...moveFigures(record, nameOf(record.vm), untilUs));
  return toldApart(figures);
}

/** What comes again (a VM that moves back, a second stop) is counted: a label stands for one figure only. */
function toldApart(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, number>();
  return figures.map(({ label, value }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return { label: count === 1 ? label : format(WORDS.again, { label, count }), value };
  });
}

function roundTrips(
  run: Run,
  move: MigrationRecord | null,
  pings: SeriesColumns,
  untilUs: Micros,
  moved: boolean,
): Figure[] {
  const { durationMs, network } = run.scenario;
  const stopUs = (run.commands[0]?.atMs ?? durationMs) * 1000;
  const mean = (label: string, fromUs: Micros, toUs: Micros) =>
    figure(label, pingsBetween(pings, fromUs, Math.min(toUs, untilUs)).meanMs);
  const figures = [
    figure(WORDS.figures.lost, pingsBetween(pings, 0, untilUs).lost),
    mean(WORDS.figures.before, 0, stopUs),
  ];
  if (!moved || move?.startUs == null || move.suspendUs === null || move.endUs === null) return figures;
  figures.push(
    mean(WORDS.figures.during, move.startUs, move.suspendUs),
    mean(WORDS.figures.after, move.endUs, move.endUs + JUST_AFTER_US),
  );
  const lastUs = Math.max(durationMs * 1000, move.endUs);
  // Before the run is over there is no end to speak of.
  if (untilUs < lastUs) return figures;
  const spanUs = LAST_PINGS * network.pingIntervalMs * 1000;
  figures.push(mean(WORDS.figures.recovered, lastUs - spanUs, lastUs));
  return figures;
}

function moveFigures(record: MigrationRecord, vm: string, untilUs: Micros): Figure[] {
  const { startUs, suspendUs, endUs, rounds } = record;
  if (startUs === null || startUs > untilUs) return [];
  const { figures } = WORDS;
  const label = (template: string) => format(template, { vm });
  const until = endUs ?? untilUs;
  return [
    figure(label(figures.outcome), record.outcome),
    figure(label(figures.total), (until - startUs) / 1000),
    figure(label(figures.downtime), suspendUs === null ? null : (until - suspendUs) / 1000),
    figure(label(figures.bytes), record.bytesSent),
    figure(label(figures.pages), record.pagesSent),
    figure(label(figures.rounds), rounds.length),
  ];
}

/** Pings sent in [from, to): the mean of the answered ones, null where none was, and how many were lost. */
function pingsBetween(
  { data, rows, width }: SeriesColumns,
  fromUs: Micros,
  toUs: Micros,
): { meanMs: number | null; lost: number } {
  let sum = 0;
  let answered = 0;
  let lost = 0;
  for (let row = 0; row < rows; row += 1) {
    const sentUs = data[row * width] ?? 0;
    if (sentUs >= toUs) break;
    if (sentUs < fromUs) continue;
    const rtt = data[row * width + 1] ?? Number.NaN;
    if (Number.isNaN(rtt)) lost += 1;
    else {
      answered += 1;
      sum += rtt;
    }
  }
  return { meanMs: answered === 0 ? null : sum / answered, lost };
}

function figure(label: string, value: number | string | null): Figure {
  return { label, value };
}
