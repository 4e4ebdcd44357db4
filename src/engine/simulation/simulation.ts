/**
 * A cluster run: `create`, then `runUntil` and `apply`. Everything random comes from the scenario's seed, time comes
 * from the events; how far a caller advances at a time never changes any result.
 */
import { clone, hashState } from '../../base/clone.ts';
import { RandomStream } from '../../base/random.ts';
import { MICROS_PER_SECOND, type Micros, microsFromMillis } from '../../base/units.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { PingNoise } from '../network/ping-noise.ts';
import { queueDelayMs } from '../network/transmit-port.ts';
import type { SimEvent } from './events.ts';
import { onNotice, onStopRetry, stopNode } from './failover.ts';
import { applyFailure } from './failures.ts';
import { createGuest } from './guests.ts';
import { onStage } from './job.ts';
import { beginPhase, note } from './log.ts';
import { isDetecting, onBeat, onHeard, onNodeUp, onSilence, startMembers } from './members.ts';
import { onStream } from './mover.ts';
import { onCpu, onPing, onSample, startObserving } from './observe.ts';
import { onMonitor, onPower } from './reboot.ts';
import { onReferences, startReferences } from './references.ts';
import type { Command, Scenario } from './scenario.ts';
import type { Series } from './series.ts';
import { onStalled, settleStall } from './stall.ts';
import { nodeName, pingedVm, SimState, vmName } from './state.ts';
import { onShot } from './takeover.ts';

/** A run without a command waits this long at most. */
const OPEN_END_US: Micros = 600 * MICROS_PER_SECOND;
/** After the last activation the cold cache's tail dies away: 4 τ are left to it. */
const TAIL_CONSTANTS = 4;

/** @param scenario checked by `scenarioProblem` before; it is frozen here */
export function createSimulation(scenario: Scenario, library: TraceLibrary): SimState {
  const frozen = deepFreeze(scenario);
  const random = {
    rtt: new PingNoise(new RandomStream(scenario.seed, 'rtt')),
    timing: new RandomStream(scenario.seed, 'timing'),
    failures: new RandomStream(scenario.seed, 'failures'),
  };
  const sim = new SimState(frozen, library, random, queueDelayMs(scenario.network));
  for (let node = 0; node < scenario.cluster.nodes; node += 1) {
    sim.nodes.push({
      id: node,
      state: 'online',
      lastBeatUs: -1,
      beating: false,
      movedBits: scenario.guests.map(() => 0),
      start: 1,
      peers: [],
      owners: scenario.guests.map((guest) => guest.node - 1),
      informed: true,
      provided: Array.from({ length: scenario.cluster.nodes }, () => false),
      mode: null,
      stopFailures: 0,
      retry: null,
    });
  }
  scenario.guests.forEach((_, id) => {
    const vm = createGuest(frozen, library, id);
    sim.vms.push(vm);
    beginPhase(sim, vm, 'steady');
    startReferences(sim, vm);
  });
  startObserving(sim);
  startMembers(sim);
  return sim;
}

/** Handles every event up to and including `untilUs`; then the clock stands there. */
export function runUntil(sim: SimState, untilUs: Micros, sink: Series | null): void {
  while (sim.queue.nextTime <= untilUs) {
    const event = sim.queue.pop();
    if (event === undefined) break;
    sim.nowUs = event.time;
    dispatch(sim, sink, event, untilUs);
  }
  sim.nowUs = untilUs;
}

function dispatch(sim: SimState, sink: Series | null, event: SimEvent, untilUs: Micros): void {
  switch (event.kind) {
    case 'references':
      onReferences(sim, sink, event, untilUs);
      return;
    case 'stream':
      onStream(sim, sink, event, untilUs);
      return;
    case 'ping':
      onPing(sim, sink);
      return;
    case 'sample':
      onSample(sim, sink);
      return;
    case 'cpu':
      onCpu(sim, sink);
      return;
    case 'beat':
      onBeat(sim, sink, event.node);
      return;
    case 'heard':
      onHeard(sim, sink, event.from, event.to, event.start);
      return;
    case 'silence':
      onSilence(sim, event.node, event.peer, event.start);
      return;
    case 'shot':
      onShot(sim, sink, event.by, event.target, event.attempt);
      settleStall(sim, sink);
      return;
    case 'node-up':
      onNodeUp(sim, event.node, event.start);
      return;
    case 'monitor':
      onMonitor(sim, event.vm);
      return;
    case 'stalled':
      onStalled(sim, sink, event.job, event.sinceUs);
      return;
    case 'stop-retry':
      onStopRetry(sim, sink, event.node, event.start, event.attempt);
      return;
    case 'notice':
      onNotice(sim, event.node);
      return;
    case 'stage':
      onStage(sim, sink, event.job, event.stage);
      return;
    case 'power':
      onPower(sim, event.vm, event.what);
      return;
    case 'arp': {
      const vm = sim.vms[event.vm];
      const to = nodeName(vm?.answersAt ?? -1);
      note(sim, 'arp-sent', { vm: vmName(sim, event.vm), to, number: event.number });
      return;
    }
  }
}

/** Carries out a command now. */
export function applyCommand(sim: SimState, sink: Series | null, command: Command): void {
  sim.commandsApplied += 1;
  switch (command.kind) {
    case 'stop-node':
      stopNode(sim, sink, command.node - 1, command.mode ?? null);
      return;
    default:
      applyFailure(sim, sink, command);
  }
}

export function snapshot(sim: SimState): SimState {
  return clone(sim);
}

/** Digest of the whole state, the scenario included. */
export function hashSimulation(sim: SimState): string {
  return hashState([JSON.stringify(sim.scenario), sim]);
}

/** Nothing is under way any more and the last tail has died away. */
export function isSettled(sim: SimState): boolean {
  if (sim.jobs.length > 0 || sim.waiting.length > 0 || sim.powering > 0) return false;
  if (sim.nodes.some((node) => node.state === 'draining' || node.state === 'starting')) return false;
  if (sim.shots.length > 0 || isDetecting(sim)) return false;
  // Only pings feel the tail, so only the pinged VM's is waited for.
  const { activatedUs } = pingedVm(sim);
  const tail = TAIL_CONSTANTS * microsFromMillis(sim.scenario.migration.tailMs);
  return activatedUs < 0 || sim.nowUs >= activatedUs + tail;
}

/** The run has told its story: its time is over, all is settled, and something was done (or nobody came). */
export function isFinished(sim: SimState): boolean {
  if (sim.commandsApplied === 0) return sim.nowUs >= OPEN_END_US;
  return sim.nowUs >= microsFromMillis(sim.scenario.durationMs) && isSettled(sim);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const field of Object.values(value)) deepFreeze(field);
  return Object.freeze(value);
}
