/**
 * What stands before a packet in the ports. Each stream keeps its window of bytes under way; those whose batches are on
 * at once queue together where a port holds them back: in their sender's, or in the switch's to their receiver.
 */
import type { Bytes, Millis } from '../../base/units.ts';
import { type PortSettings, queueDelayMs, queuedBytes } from '../network/transmit-port.ts';
import type { SimState } from './state.ts';

/** Streams that stand in the queue of this node's own port now, and in the switch's port to it. */
function streamsAt(sim: SimState, node: number): { sender: number; receiver: number } {
  const count = { sender: 0, receiver: 0 };
  for (const { streamOn, from, to, heldBackBy } of sim.jobs) {
    if (streamOn && (heldBackBy === 'sender' ? from : to) === node) count[heldBackBy] += 1;
  }
  return count;
}

function portOf(sim: SimState, streams: number): PortSettings {
  const { network } = sim.scenario;
  return {
    ...network,
    linkMbps: sim.slowMbps ?? network.linkMbps,
    windowBytes: streams * network.windowBytes,
  };
}

function waitMs(sim: SimState, streams: number): Millis {
  if (streams === 0) return 0;
  return streams === 1 && sim.slowMbps === null ? sim.queueDelayMs : queueDelayMs(portOf(sim, streams));
}

/** How long a ping to a VM on this node waits: on its way there in the switch, its reply in the node's port. */
export function pingWaitMs(sim: SimState, node: number): Millis {
  const { sender, receiver } = streamsAt(sim, node);
  return waitMs(sim, sender) + waitMs(sim, receiver);
}

/** Bytes that stand in this node's transmit port now. */
export function portQueueBytes(sim: SimState, node: number): Bytes {
  const { sender } = streamsAt(sim, node);
  return sender === 0
    ? 0
    : queuedBytes({ ...sim.scenario.network, windowBytes: portOf(sim, sender).windowBytes });
}
