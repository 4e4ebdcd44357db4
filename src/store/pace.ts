/**
 * Auto-pace: simulated seconds per wall second, so that what is interesting fills the time it needs (60 ms of
 * downtime fill seconds) and steady state shrinks. The strip's human axis uses the same numbers for its widths.
 */
import { MICROS_PER_SECOND, type Micros } from '../base/units.ts';
import type { History, PhaseName, Run } from '../protocol/model.ts';
import { leadVm, phaseAt } from './turns.ts';
import { type Wait, waitAt, waitsOf } from './waits.ts';

interface PaceContext {
  /** how long the phase has lasted */
  sinceUs?: Micros;
  /** the phase is that of a VM that moves after the one the story is about */
  follows?: boolean;
  /** is a stop of a node already scripted for later, issued, or neither? */
  stop?: 'none' | 'ahead' | 'issued';
}

/** A phase that is short as a rule is slowed down for so long; should it last, it goes on like round 1. */
const SLOWED_US = 200_000;
const LASTING = 1 / 2.5;

/** After that a boot only takes its time. */
const BOOT_TELLS_US = 6 * MICROS_PER_SECOND;
/** A wait is seen to begin, then time hurries on: a deadtime of half a minute is watched in ten seconds. */
const WAIT_BEGINS_US = MICROS_PER_SECOND;
const WAITING: Readonly<Record<Wait['kind'], number>> = { silence: 3, shot: 3, boot: 6 };
/** Phases in which a VM has nothing to show by itself, so that a wait beside it sets the pace. */
const AT_REST: readonly PhaseName[] = ['steady', 'recover', 'down', 'halted'];

export function paceOf(phase: PhaseName, context: PaceContext = {}): number {
  const pace = beginningOf(phase, context);
  return (context.sinceUs ?? 0) < SLOWED_US ? pace : Math.max(pace, LASTING);
}

function beginningOf(phase: PhaseName, context: PaceContext): number {
  const { sinceUs = 0, follows = false, stop = 'none' } = context;
  if (follows) return 1;
  switch (phase) {
    case 'steady':
      return stop === 'ahead' ? 4 : 1;
    case 'stop-notice':
    case 'reserve':
    case 'predict':
      return 1 / 40;
    case 'round-1':
      return LASTING;
    case 'round-2':
      return 1 / 20;
    case 'stop-and-copy':
      return 1 / 60;
    case 'activate':
      return 1 / 30;
    case 'recover':
      return sinceUs < MICROS_PER_SECOND ? 1 / 2 : 3;
    case 'waiting':
    case 'stop-retry':
      return 1;
    case 'shutdown':
      return 4;
    case 'boot':
      return sinceUs < BOOT_TELLS_US ? 4 : 8;
    case 'down':
    case 'halted':
      return sinceUs < MICROS_PER_SECOND ? 1 : 3;
    default:
      return 1 / 40;
  }
}

/** Phases of a VM that follows in which nothing needs to be seen, so that they slow nothing down. */
const QUIET: readonly PhaseName[] = [
  'steady',
  'stop-retry',
  'waiting',
  'recover',
  'shutdown',
  'boot',
  'down',
  'halted',
];

/** Auto-pace at a moment: that of the VM the story is about, or slower while another one's memory moves. */
export function paceAt(history: History | null, run: Run, atUs: Micros): number {
  const stop = run.commands.some(({ atMs }) => atMs * 1000 <= atUs)
    ? 'issued'
    : run.commands.length > 0
      ? 'ahead'
      : 'none';
  if (!history) return paceOf('steady', { stop });
  const lead = leadVm(history, run.scenario.pingedVm);
  const phase = phaseAt(history, lead, atUs);
  let pace = phase ? paceOf(phase.name, { sinceUs: atUs - phase.startUs, stop }) : paceOf('steady', { stop });
  if (phase === null || (AT_REST.includes(phase.name) && atUs - phase.startUs >= MICROS_PER_SECOND)) {
    pace = waitingPace(history, atUs) ?? pace;
  }
  for (const vm of history.vms) {
    const other = vm.id === lead ? null : phaseAt(history, vm.id, atUs);
    if (other && !QUIET.includes(other.name)) pace = Math.min(pace, paceOf(other.name, { follows: true }));
  }
  return pace;
}

/** Moments at which auto-pace may change within a phase or beside all phases. */
export function paceCuts(history: History | null): Micros[] {
  if (history === null) return [];
  const phases = history.phases.flatMap(({ name, startUs, endUs }) => [
    startUs,
    ...(endUs === null ? [] : [endUs]),
    startUs + lengthOfBegin(name),
  ]);
  const waits = waitsOf(history).flatMap(({ startUs, endUs }) => [
    startUs,
    startUs + WAIT_BEGINS_US,
    ...(endUs === null ? [] : [endUs, endUs + WAIT_BEGINS_US]),
  ]);
  return [...phases, ...waits];
}

function lengthOfBegin(name: PhaseName): Micros {
  if (name === 'boot') return BOOT_TELLS_US;
  return AT_REST.includes(name) ? MICROS_PER_SECOND : SLOWED_US;
}

/** While a VM rests, what the cluster waits for sets the pace; null where it waits for nothing. */
function waitingPace(history: History, atUs: Micros): number | null {
  const wait = waitAt(history, atUs);
  if (wait === null) return null;
  // Whatever has just ended is looked at before the next wait hurries on.
  const news = waitsOf(history).reduce((last, { startUs, endUs }) => {
    const ended = endUs !== null && endUs <= atUs ? endUs : 0;
    return Math.max(last, ended, startUs <= atUs ? startUs : 0);
  }, 0);
  return atUs - news < WAIT_BEGINS_US ? 1 : WAITING[wait.kind];
}
