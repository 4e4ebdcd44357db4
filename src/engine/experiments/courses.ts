/**
 * One failure, several courses: the same scenario and seed, hurt in different ways at the same moment, each run to the
 * same end. What differs between the rows is the failure and what Heartbeat was told to do about it, nothing else.
 */
import type { Micros, Millis } from '../../base/units.ts';
import { microsFromMillis } from '../../base/units.ts';
import type { Command, FailoverMode, Run, Scenario, TimedCommand } from '../simulation/scenario.ts';
import { createSimulation } from '../simulation/simulation.ts';
import type { TraceLibrary } from '../simulation/state.ts';
import { advance } from '../timeline/timeline.ts';
import type { CourseObservations } from './course-watch.ts';
import { CourseWatch } from './course-watch.ts';

export type CourseKind =
  | 'stop-paper'
  | 'stop-migrating'
  | 'stop-rebooting'
  | 'crash'
  | 'hang'
  | 'partition'
  | 'partition-fenced';

/** Paper A stops its node 18 s into the run. */
export const FAILURE_AT_MS: Millis = 18_000;
/** All rows end here, so that they can be laid on one axis. */
export const COURSE_END_US: Micros = 120_000_000;
/** A node that hangs goes on so long after it was declared dead: what replaced its guests has booted by then. */
const HANG_AFTER_DEADTIME_MS: Millis = 50_000;

/** Owners are looked at as often as this, however seldom pings are sent. */
const LOOK_US: Micros = 100_000;

export interface Course {
  readonly kind: CourseKind;
  /** the very run, to be opened as any other */
  readonly run: Run;
}

export interface CourseRow extends Course, CourseObservations {
  /** 1-based number of the node that fails */
  readonly node: number;
}

/** @param scenario its own STONITH switch is overruled: with or without it is what tells the courses apart */
export function coursesOf(scenario: Scenario): Course[] {
  const node = failingNode(scenario);
  const stop = (mode: FailoverMode): Command =>
    // Left to the scenario where it says so already: then it is the very run the demo plays.
    mode === scenario.failover ? { kind: 'stop-node', node } : { kind: 'stop-node', node, mode };
  const thawAtMs = FAILURE_AT_MS + scenario.heartbeat.deadtimeMs + HANG_AFTER_DEADTIME_MS;
  const course = (
    kind: CourseKind,
    first: Command,
    stonith: boolean,
    later: TimedCommand[] = [],
  ): Course => ({
    kind,
    run: {
      scenario: { ...scenario, heartbeat: { ...scenario.heartbeat, stonith } },
      commands: [{ atMs: FAILURE_AT_MS, command: first }, ...later],
    },
  });
  const thaw: TimedCommand = { atMs: thawAtMs, command: { kind: 'thaw-node', node } };
  return [
    course('stop-paper', stop('paper-script'), false),
    course('stop-migrating', stop('stock-migrating'), false),
    course('stop-rebooting', stop('stock-rebooting'), false),
    course('crash', { kind: 'crash-node', node }, false),
    course('hang', { kind: 'freeze-node', node }, false, [thaw]),
    course('partition', { kind: 'cut-heartbeat', node }, false),
    course('partition-fenced', { kind: 'cut-heartbeat', node }, true),
  ];
}

/**
 * Runs every course to the end. Yields how far it is, 0–1, with the rows that are there; stopping to ask calls it off.
 * @param scenario checked by `scenarioProblem` before
 */
export function* runCourses(
  scenario: Scenario,
  library: TraceLibrary,
): Generator<{ done: number; rows: readonly CourseRow[] }, { rows: readonly CourseRow[] }, void> {
  const courses = coursesOf(scenario);
  const rows: CourseRow[] = [];
  for (const course of courses) {
    for (const step of runCourse(course, library)) {
      if (typeof step !== 'number') rows.push(step);
      else yield { done: (rows.length + step) / courses.length, rows: rows.slice() };
    }
  }
  return { rows };
}

/** Yields how far it is, 0–1, and at last the row. */
export function* runCourse(course: Course, library: TraceLibrary): Generator<number | CourseRow, void, void> {
  // A copy, since the engine freezes what it runs.
  const own = JSON.parse(JSON.stringify(course.run)) as Run;
  const sim = createSimulation(own.scenario, library);
  const watch = new CourseWatch(sim, failingNode(own.scenario) - 1, microsFromMillis(FAILURE_AT_MS));
  const pingUs = microsFromMillis(own.scenario.network.pingIntervalMs);
  // At least one step a ping: the state then still knows how this one fared.
  const steps = Math.ceil(pingUs / LOOK_US);
  for (let step = 0; ; step += 1) {
    const at = Math.round((step * pingUs) / steps);
    if (at > COURSE_END_US) break;
    advance(sim, own.commands, at, null);
    watch.look();
    yield at / COURSE_END_US;
  }
  yield { ...course, node: failingNode(course.run.scenario), ...watch.observations() };
}

/** 1-based: the one the pinged guest starts on. */
function failingNode(scenario: Scenario): number {
  return scenario.guests.find(({ name }) => name === scenario.pingedVm)?.node ?? 1;
}
