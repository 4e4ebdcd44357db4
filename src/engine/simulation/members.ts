/**
 * Heartbeats between the nodes, and what each node makes of them. A node knows the others by their beats alone; what it
 * believes may be wrong, and stays wrong until somebody tells it otherwise.
 *
 *   beat ─► over the heartbeat LAN, if both are plugged in and it is not lost ─► heard ─► peer's record
 *   nothing heard for deadtime ─► dead ─► the leader provides: [STONITH] ─► start elsewhere
 */
import { type Micros, microsFromMillis } from '../../base/units.ts';
import { reaches } from '../cluster/lan.ts';
import {
  type BeatTiming,
  deadlineOf,
  onBeat as hear,
  onSilence as listen,
  newPeer,
  type Peer,
  type PeerNews,
} from '../cluster/membership.ts';
import { simEvent } from './events.ts';
import { note } from './log.ts';
import { leaveTogether, rejoin } from './rejoin.ts';
import type { Series } from './series.ts';
import { isPresent, nodeName, type SimNode, type SimState, takesPart } from './state.ts';
import { provide } from './takeover.ts';

/** from one node's network card to the other's */
const LATENCY_US: Micros = 150;

export function timingOf(sim: SimState): BeatTiming {
  const { warntimeMs, deadtimeMs, initdeadMs } = sim.scenario.heartbeat;
  return {
    warntimeUs: microsFromMillis(warntimeMs),
    deadtimeUs: microsFromMillis(deadtimeMs),
    initdeadUs: microsFromMillis(initdeadMs),
  };
}

/** The cluster has been running for a while: everybody knows everybody. */
export function startMembers(sim: SimState): void {
  for (const node of sim.nodes) {
    node.peers = sim.nodes.map(() => ({ status: 'up', heardUs: 0, start: 1 }));
    for (const peer of sim.nodes) watch(sim, node, peer.id);
  }
}

/** A node's Heartbeat begins anew: it has heard nobody yet. */
function startListening(sim: SimState, node: SimNode): void {
  node.peers = sim.nodes.map(() => newPeer(sim.nowUs));
  node.provided = sim.nodes.map(() => false);
  for (const peer of sim.nodes) watch(sim, node, peer.id);
  startBeating(sim, node, sim.nowUs);
}

export function startBeating(sim: SimState, node: SimNode, at: Micros): void {
  if (node.beating) return;
  node.beating = true;
  sim.queue.push(simEvent({ kind: 'beat', node: node.id, time: at }));
}

export function onBeat(sim: SimState, sink: Series | null, id: number): void {
  const node = sim.nodes[id] as SimNode;
  // Whoever has left the cluster, or hangs, is silent.
  node.beating = takesPart(node);
  if (!node.beating) return;
  node.lastBeatUs = sim.nowUs;
  sink?.beats.append(sim.nowUs, id);
  const { heartbeat } = sim.lans;
  for (const { id: to } of sim.nodes) {
    if (to === id || !reaches(heartbeat, id, to)) continue;
    if (heartbeat.lossShare > 0 && sim.random.failures.uniform() < heartbeat.lossShare) continue;
    sim.queue.push(
      simEvent({ kind: 'heard', from: id, to, start: node.start, time: sim.nowUs + LATENCY_US }),
    );
  }
  const keepalive = microsFromMillis(sim.scenario.heartbeat.keepaliveMs);
  sim.queue.push(simEvent({ kind: 'beat', node: id, time: sim.nowUs + keepalive }));
}

export function onHeard(sim: SimState, sink: Series | null, from: number, to: number, start: number): void {
  const node = sim.nodes[to] as SimNode;
  if (!takesPart(node)) return;
  const peer = node.peers[from] as Peer;
  const news = hear(peer, start, sim.nowUs, timingOf(sim));
  if (news === null) return;
  if (news.kind !== 'late') {
    node.provided[from] = false;
    watch(sim, node, from);
  }
  tell(sim, node, from, news);
  if (news.kind === 'returned') leaveTogether(sim, sink, to, from);
  else if (news.kind !== 'late') {
    rejoin(sim, node, from);
    provide(sim, node);
  }
}

export function onSilence(sim: SimState, id: number, of: number, start: number): void {
  const node = sim.nodes[id] as SimNode;
  if (!takesPart(node) || node.start !== start) return;
  const peer = node.peers[of] as Peer;
  const news = listen(peer, sim.nowUs, timingOf(sim));
  if (news === null) {
    watch(sim, node, of);
    return;
  }
  tell(sim, node, of, news);
  provide(sim, node);
}

/** A node's Heartbeat has started: it knows nobody yet, but what runs on it. */
export function onNodeUp(sim: SimState, id: number, start: number): void {
  const node = sim.nodes[id] as SimNode;
  if (node.state !== 'starting' || node.start !== start) return;
  node.state = 'online';
  node.informed = false;
  node.owners = sim.vms.map((vm) => (vm.node === id && isPresent(vm) ? id : -1));
  note(sim, 'node-up', { node: nodeName(id) });
  startListening(sim, node);
}

/** Somebody has fallen silent, or can be heard again, and not everybody has noticed yet. */
export function isDetecting(sim: SimState): boolean {
  return sim.nodes.some(
    (node) =>
      takesPart(node) &&
      node.peers.some((peer, id) => {
        if (id === node.id) return false;
        if (peer.status === 'expected') return true;
        const other = sim.nodes[id] as SimNode;
        const silent = !takesPart(other) || !reaches(sim.lans.heartbeat, id, node.id);
        return silent ? peer.status === 'up' : peer.status === 'dead' && sim.lans.heartbeat.lossShare < 1;
      }),
  );
}

/** The next look at a peer's silence. */
function watch(sim: SimState, node: SimNode, of: number): void {
  if (of === node.id) return;
  const time = deadlineOf(node.peers[of] as Peer, timingOf(sim));
  if (!Number.isFinite(time)) return;
  sim.queue.push(
    simEvent({
      kind: 'silence',
      node: node.id,
      peer: of,
      start: node.start,
      time: Math.max(time, sim.nowUs),
    }),
  );
}

function tell(sim: SimState, node: SimNode, of: number, news: PeerNews): void {
  const slots = { node: nodeName(node.id), peer: nodeName(of) };
  if (news.kind === 'late') note(sim, 'peer-late', { ...slots, gapMs: news.gapUs / 1000 });
  else if (news.kind === 'dead') note(sim, 'peer-dead', { ...slots, silentMs: news.silentUs / 1000 });
  else note(sim, `peer-${news.kind}`, slots);
}
