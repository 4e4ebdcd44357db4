/**
 * What Heartbeat does about a controlled stop, and how its guests get elsewhere (paper A, section IV).
 *
 *   paper's script, stock migrating   stop ─► notice ─► [reserve ─► predict ─► rounds ─► stop-and-copy ─► activate] per guest
 *   stock, rebooting                  stop ─► shut down guest by guest ─► notice ─► boot elsewhere
 *
 * Before the notice the stop scripts must have said 0 (stop-script.ts). The paper's script answers "stopped" at once although the VM runs on: belief and truth part ways here.
 */
import { reaches } from '../cluster/lan.ts';
import { haveRoom } from '../cluster/placement.ts';
import { guestsToMove, guestsWithoutPlace, placementNodes } from './capacity.ts';
import { simEvent } from './events.ts';
import { abortJobs, goOn, queueGuests } from './job.ts';
import { beginPhase, note } from './log.ts';
import { bootGuests, shutDownGuests } from './reboot.ts';
import type { FailoverMode } from './scenario.ts';
import type { Series } from './series.ts';
import { modeOf, nodeName, type SimNode, type SimState, vmName } from './state.ts';
import { isRetryDue, stopsAll } from './stop-script.ts';

/** The command "stop node": carried out, or refused with a sentence and no change. */
export function stopNode(sim: SimState, sink: Series | null, node: number, mode: FailoverMode | null): void {
  const refusal = whyNotStop(sim, node);
  note(sim, 'stop-command', { node: nodeName(node) });
  if (refusal !== null) {
    note(sim, 'stop-refused', { node: nodeName(node), text: refusal });
    return;
  }
  const stopping = sim.nodes[node] as SimNode;
  stopping.state = 'draining';
  stopping.mode = mode;
  const arriving = sim.jobs.filter(({ to, stage }) => to === node && stage !== 'activate');
  abortJobs(sim, sink, arriving, `${nodeName(node)} was stopped while it received`);
  leave(sim, sink, stopping);
}

/** Its guests' stop scripts first: as long as one fails nobody is told anything. */
function leave(sim: SimState, sink: Series | null, node: SimNode): void {
  if (!stopsAll(sim, sink, node)) {
    goOn(sim);
  } else if (modeOf(sim, node.id) === 'stock-rebooting') {
    shutDownGuests(sim, node.id);
    goOn(sim);
  } else announce(sim, node.id);
}

/** A stop script that failed is called again. */
export function onStopRetry(
  sim: SimState,
  sink: Series | null,
  id: number,
  start: number,
  attempt: number,
): void {
  const node = sim.nodes[id] as SimNode;
  if (isRetryDue(node, start, attempt)) leave(sim, sink, node);
}

function whyNotStop(sim: SimState, node: number): string | null {
  const target = sim.nodes[node];
  if (target === undefined) return `the cluster has only ${sim.nodes.length} nodes.`;
  if (target.state !== 'online') return 'it was stopped before; stop another node.';
  const own = guestsToMove(sim, node);
  const needed = [...guestsWithoutPlace(sim), ...own].map((vm) => vm.memoryMiB);
  if (haveRoom(placementNodes(sim), needed, node)) return null;
  return `the nodes left have no room for its ${own.length} guests; give the nodes more memory or keep it running.`;
}

function announce(sim: SimState, node: number): void {
  const lies = modeOf(sim, node) === 'paper-script';
  for (const vm of sim.vms) {
    if (vm.node !== node || vm.state !== 'running') continue;
    beginPhase(sim, vm, 'stop-notice');
    vm.belief = { state: lies ? 'stopped' : 'migrating', node };
    if (lies) note(sim, 'script-says-stopped', { vm: vmName(sim, vm.id), node: nodeName(node) });
  }
  note(sim, 'stop-announced', { node: nodeName(node) });
  const noticeUs = Math.round(sim.random.timing.between(35_000, 55_000));
  sim.queue.push(simEvent({ kind: 'notice', node, time: sim.nowUs + noticeUs }));
}

/** The survivors know which VMs must move. */
export function onNotice(sim: SimState, node: number): void {
  // Cut off, it tells nobody: to the others it will just fall silent.
  const { heartbeat } = sim.lans;
  const told = sim.nodes.some(
    ({ id, state }) => id !== node && state === 'online' && reaches(heartbeat, node, id),
  );
  if (!told) {
    note(sim, 'notice-lost', { node: nodeName(node) });
    goOn(sim);
    return;
  }
  if ((sim.nodes[node] as SimNode).state !== 'draining') return;
  if (modeOf(sim, node) === 'stock-rebooting') bootGuests(sim, node);
  else queueGuests(sim, node);
}
