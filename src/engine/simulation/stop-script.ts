/**
 * Resource scripts have exit codes. Before a node may leave, the stop scripts of its guests must have said 0; one that
 * fails is repeated, and a guest that cannot be stopped must not run on behind the cluster's back:
 *
 *   stop ─► 0 ─► the next guest, then the notice
 *     ▲ └─► 1 ─► 1 s ─┐ 10 times at most
 *     └───────────────┘ ─► still running ─► the node reboots itself
 *
 * A script that fails does so at once. Source: Heartbeat 3.x, its ResourceManager.
 */
import type { Micros } from '../../base/units.ts';
import { crashNode } from './crash.ts';
import { simEvent } from './events.ts';
import { beginPhase, note } from './log.ts';
import { startNode } from './rejoin.ts';
import type { Series } from './series.ts';
import { nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

const RETRY_US: Micros = 1_000_000;
/** calls after the first */
const MOST_RETRIES = 10;

/** The stop scripts of the guests on a draining node are called. @returns true when all of them have said 0 */
export function stopsAll(sim: SimState, sink: Series | null, node: SimNode): boolean {
  const vm = sim.vms.find((one) => one.node === node.id && one.state === 'running');
  if (vm === undefined || node.stopFailures === 0) {
    node.retry = null;
    return true;
  }
  node.stopFailures -= 1;
  const attempt = (node.retry?.attempt ?? 0) + 1;
  if (node.retry?.vm !== vm.id) beginPhase(sim, vm, 'stop-retry');
  const slots = { node: nodeName(node.id), vm: vmName(sim, vm.id), attempt };
  note(sim, 'stop-script-failed', slots);
  if (attempt > MOST_RETRIES) rebootItself(sim, sink, node, vm, attempt);
  else retryLater(sim, node, vm, attempt);
  return false;
}

function retryLater(sim: SimState, node: SimNode, vm: SimVm, attempt: number): void {
  const dueUs = sim.nowUs + RETRY_US;
  node.retry = { vm: vm.id, attempt, dueUs };
  sim.queue.push(simEvent({ kind: 'stop-retry', node: node.id, start: node.start, attempt, time: dueUs }));
}

/** Its guests die with it, so that they can be started elsewhere; the others know only its silence. */
function rebootItself(sim: SimState, sink: Series | null, node: SimNode, vm: SimVm, times: number): void {
  note(sim, 'node-reboots', { node: nodeName(node.id), vm: vmName(sim, vm.id), times });
  crashNode(sim, sink, node.id, 'rebooted');
  startNode(sim, node.id, sim.scenario.heartbeat.nodeBootMs);
}

/** Whether a repeated call is still wanted: the node may have died, or come back, meanwhile. */
export function isRetryDue({ state, start, retry }: SimNode, ofStart: number, attempt: number): boolean {
  return state === 'draining' && start === ofStart && retry?.attempt === attempt;
}
