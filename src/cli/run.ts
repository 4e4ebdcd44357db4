/** `run [scenario.json]`: a failover scenario, headless. Without a file: the scripted 30 s. */

import { microsFromMillis } from '../base/units.ts';
import { runProblem } from '../engine/simulation/check.ts';
import { demoRun } from '../engine/simulation/default-scenario.ts';
import { vmSummaries } from '../engine/simulation/observation.ts';
import type { Run } from '../engine/simulation/scenario.ts';
import { emptySeries, type Series } from '../engine/simulation/series.ts';
import { createSimulation, hashSimulation } from '../engine/simulation/simulation.ts';
import { pingedVm, type SimState, vmName } from '../engine/simulation/state.ts';
import { advance } from '../engine/timeline/timeline.ts';
import { parseRun } from '../protocol/scenario-schema.ts';
import { eventText } from '../protocol/texts.ts';
import { Complaint, orComplain } from './complaint.ts';
import { readJson, recordedTraces } from './files.ts';

export function run(words: readonly string[]): string {
  const [path, ...rest] = words;
  if (rest.length > 0) throw new Complaint(`"run" takes one file; "${rest[0]}" is too much.`);
  return `${JSON.stringify(report(path === undefined ? demoRun : readRun(path)))}\n`;
}

function readRun(path: string): Run {
  const parsed = parseRun(readJson(path), demoRun);
  if ('problem' in parsed) throw new Complaint(parsed.problem);
  return parsed.run;
}

function report(asked: Run): object {
  const library = recordedTraces();
  const { scenario, commands } = orComplain(runProblem(asked, library), asked);
  const sim = createSimulation(scenario, library);
  const series = emptySeries();
  advance(sim, commands, microsFromMillis(scenario.durationMs), series);
  return {
    hash: hashSimulation(sim),
    durationMs: scenario.durationMs,
    phases: phases(sim),
    migrations: migrations(sim),
    rtt: pings(series, sim.nowUs),
    cpu: cpu(series),
    vms: vmSummaries(sim).map((vm) => ({
      name: vm.name,
      node: vm.node < 0 ? null : vm.node + 1,
      state: vm.state,
      ...(vm.responseMs === null ? {} : { responseMs: vm.responseMs }),
    })),
    events: sim.log.map((event) => ({ atMs: event.atUs / 1000, text: eventText(event) })),
  };
}

/** of the pinged VM; a phase still running ends with the run */
function phases(sim: SimState): object[] {
  const { id } = pingedVm(sim);
  return sim.phases
    .filter((phase) => phase.vm === id)
    .map((phase) => ({
      name: phase.name,
      startMs: phase.startUs / 1000,
      endMs: (phase.endUs ?? sim.nowUs) / 1000,
    }));
}

function migrations(sim: SimState): object[] {
  return sim.migrations.map((record) => ({
    vm: vmName(sim, record.vm),
    from: record.from + 1,
    to: record.to + 1,
    outcome: record.outcome,
    startMs: record.startUs === null ? null : record.startUs / 1000,
    endMs: record.endUs === null ? null : record.endUs / 1000,
    downtimeMs: record.suspendUs === null ? 0 : ((record.endUs ?? sim.nowUs) - record.suspendUs) / 1000,
    bytesSent: record.bytesSent,
    pagesSent: record.pagesSent,
    pagesHeldBack: record.heldPages,
    rounds: record.rounds.map((round) => ({
      round: round.round,
      final: round.final,
      startMs: round.startUs / 1000,
      durationMs: ((round.endUs ?? sim.nowUs) - round.startUs) / 1000,
      pagesSent: round.pagesSent,
      pagesSkipped: round.pagesSkipped,
      bytesSent: round.bytesSent,
      pagesDirtied: round.pagesDirtied,
      remainingPages: round.remainingPages,
    })),
  }));
}

/** The ping at the very end would be answered after it. */
function pings({ pings: table }: Series, endUs: number): object[] {
  const rows: object[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const sentUs = table.at(row, 0);
    if (sentUs >= endUs) break;
    const rtt = table.at(row, 1);
    rows.push({ sentAtMs: sentUs / 1000, rttMs: Number.isNaN(rtt) ? null : Math.round(rtt * 1e6) / 1e6 });
  }
  return rows;
}

function cpu({ cpu: table }: Series): object[] {
  const rows: object[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    rows.push({
      node: table.at(row, 1) + 1,
      atMs: table.at(row, 0) / 1000,
      percent: Math.round(table.at(row, 2) * 1e4) / 1e4,
    });
  }
  return rows;
}
