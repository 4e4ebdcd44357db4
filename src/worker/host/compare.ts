/** Totals of a VM's migration beside plain pre-copy: same scenario, seed and commands. */

import type { MigrationRecord } from '../../engine/simulation/history.ts';
import type { Run } from '../../engine/simulation/scenario.ts';
import { isFinished } from '../../engine/simulation/simulation.ts';
import type { GoOn, Timeline } from '../../engine/timeline/timeline.ts';
import { Timeline as NewTimeline } from '../../engine/timeline/timeline.ts';
import type { Comparison, MigrationTotals } from '../../protocol/requests.ts';

/** A migration that takes longer than this is not waited for. */
const LIMIT_US = 600_000_000;
const STEP_US = 500_000;

function baselineRun(run: Run): Run {
  const { scenario } = run;
  return { ...run, scenario: { ...scenario, migration: { ...scenario.migration, strategy: 'pre-copy' } } };
}

/**
 * Runs a timeline's recording on until the VM has moved, or until it is clear that it will not.
 * @returns false when `goOn` stopped it before
 */
export function recordUntilMoved(timeline: Timeline, vm: number, goOn: GoOn): boolean {
  while (completed(timeline, vm) === undefined) {
    const { latest, recordedUs, run } = timeline;
    if (run.commands.length === 0 || isFinished(latest) || recordedUs >= LIMIT_US) return true;
    if (!goOn()) return false;
    timeline.record(recordedUs + STEP_US, goOn);
  }
  return true;
}

export function compare(here: Timeline, baseline: Timeline, vm: number): Comparison | null {
  const a = completed(here, vm);
  const b = completed(baseline, vm);
  if (a === undefined || b === undefined) return null;
  const { predictor } = here.run.scenario.prediction;
  return { vm, here: totalsOf(a, predictor), baseline: totalsOf(b, 'none') };
}

export function newBaseline(here: Timeline): Timeline {
  return new NewTimeline(baselineRun(here.run), here.library);
}

function completed(timeline: Timeline, vm: number): MigrationRecord | undefined {
  return timeline.latest.migrations.find((record) => record.vm === vm && record.outcome === 'completed');
}

function totalsOf(record: MigrationRecord, predictor: string): MigrationTotals {
  const start = record.startUs ?? 0;
  const end = record.endUs ?? start;
  return {
    strategy: record.strategy,
    predictor: record.strategy === 'working-set-pre-copy' ? predictor : 'none',
    totalMs: (end - start) / 1000,
    downtimeMs: (end - (record.suspendUs ?? end)) / 1000,
    bytesSent: record.bytesSent,
    pagesSent: record.pagesSent,
    rounds: record.rounds.filter((round) => !round.final).length,
  };
}
