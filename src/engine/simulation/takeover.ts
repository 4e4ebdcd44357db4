/**
 * What the survivors do about a node they hold for dead. The one of lowest number among those a node hears leads; each
 * side of a partition has a leader of its own, which is how split brain comes about.
 *
 *   dead ─► STONITH on?  aim ─► shot (repeated until it succeeds) ─► off
 *        ─► start its guests elsewhere: cold, from their disks, for their memory is out of reach
 */
import { microsFromMillis } from '../../base/units.ts';
import { SHOT_RETRY_US } from '../cluster/fencing.ts';
import { reaches } from '../cluster/lan.ts';
import { chooseTarget } from '../cluster/placement.ts';
import { placementNodes } from './capacity.ts';
import { crashNode } from './crash.ts';
import { simEvent } from './events.ts';
import { note } from './log.ts';
import { own } from './owners.ts';
import { bootCopy, bootOn } from './reboot.ts';
import type { Series } from './series.ts';
import { isPresent, nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

/** nobody of a lower number is there, as far as it knows */
export function leads(node: SimNode): boolean {
  if (node.state !== 'online') return false;
  return node.peers.every((peer, id) => id >= node.id || peer.status !== 'up');
}

/** A leader looks after those that are dead to it, and after guests nobody runs. */
export function provide(sim: SimState, node: SimNode): void {
  if (!leads(node)) return;
  const unknown = node.peers.some((peer, id) => id !== node.id && peer.status === 'expected');
  if (!node.informed && !unknown) node.informed = true;
  if (!node.informed) return;
  for (const [id, peer] of node.peers.entries()) {
    if (id === node.id || peer.status !== 'dead' || node.provided[id] === true) continue;
    if (sim.scenario.heartbeat.stonith) aim(sim, node.id, id);
    else takeOver(sim, node, id);
  }
  if (!unknown) startOrphans(sim, node);
}

function aim(sim: SimState, by: number, target: number): void {
  if (sim.shots.some((shot) => shot.by === by && shot.target === target)) return;
  note(sim, 'shot-aimed', { node: nodeName(by), peer: nodeName(target) });
  const spread = sim.random.failures.between(0.9, 1.1);
  const dueUs = sim.nowUs + Math.round(microsFromMillis(sim.scenario.heartbeat.stonithMs) * spread);
  sim.shots.push({ by, target, attempt: 1, dueUs });
  sim.queue.push(simEvent({ kind: 'shot', by, target, attempt: 1, time: dueUs }));
}

export function onShot(
  sim: SimState,
  sink: Series | null,
  by: number,
  target: number,
  attempt: number,
): void {
  const shot = sim.shots.find((one) => one.by === by && one.target === target && one.attempt === attempt);
  const shooter = sim.nodes[by] as SimNode;
  // Whoever was shot first does not fire any more.
  if (shot === undefined) return;
  const slots = { node: nodeName(by), peer: nodeName(target) };
  if (sim.random.failures.uniform() < sim.scenario.heartbeat.stonithFailureShare) {
    shot.attempt += 1;
    shot.dueUs = sim.nowUs + SHOT_RETRY_US;
    note(sim, 'shot-failed', { ...slots, attempt });
    sim.queue.push(simEvent({ kind: 'shot', by, target, attempt: shot.attempt, time: shot.dueUs }));
    return;
  }
  sim.shots = sim.shots.filter((one) => one !== shot);
  note(sim, 'shot', slots);
  crashNode(sim, sink, target, 'fenced');
  if (shooter.state !== 'online') return;
  takeOver(sim, shooter, target);
}

function takeOver(sim: SimState, node: SimNode, dead: number): void {
  node.provided[dead] = true;
  const orphans = sim.vms.filter((vm) => node.owners[vm.id] === dead);
  if (orphans.length === 0) return;
  note(sim, 'takeover', { node: nodeName(node.id), peer: nodeName(dead), guests: orphans.length });
  for (const vm of orphans) startElsewhere(sim, node, vm, dead);
}

/** Guests that nobody runs, as far as the leader knows. */
function startOrphans(sim: SimState, node: SimNode): void {
  for (const vm of sim.vms) {
    if (node.owners[vm.id] !== -1) continue;
    const home = (sim.scenario.guests[vm.id]?.node ?? 1) - 1;
    const room = placeable(sim, node).map(({ online, freeMiB }) => ({
      online: online && freeMiB >= vm.memoryMiB,
    }));
    if (room[home]?.online === true) start(sim, node, vm, home);
    else startElsewhere(sim, node, vm, -1);
  }
}

function startElsewhere(sim: SimState, node: SimNode, vm: SimVm, from: number): void {
  const to = chooseTarget(placeable(sim, node), vm.memoryMiB, from);
  if (to >= 0) start(sim, node, vm, to);
  else {
    own(sim, node.id, vm, -1);
    note(sim, 'no-room', { vm: vmName(sim, vm.id) });
  }
}

/** the nodes its leader hears and can tell to start something, and itself */
function placeable(sim: SimState, node: SimNode): ReturnType<typeof placementNodes> {
  return placementNodes(sim).map((place, id) => {
    const told = node.peers[id]?.status === 'up' && reaches(sim.lans.heartbeat, node.id, id);
    return { ...place, online: place.online && (id === node.id || told) };
  });
}

/** If it still runs where this side cannot see it, it runs twice from its boot on. */
function start(sim: SimState, node: SimNode, vm: SimVm, to: number): void {
  own(sim, node.id, vm, to);
  if (isPresent(vm)) bootCopy(sim, vm, to);
  else bootOn(sim, vm, to);
}
