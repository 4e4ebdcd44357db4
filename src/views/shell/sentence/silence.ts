/** Who has fallen silent, and who has noticed. A node is known to the others by its beats alone. */
import type { Micros } from '../../../base/units.ts';
import type { History, NodeSummary } from '../../../protocol/model.ts';

export interface Silence {
  readonly node: NodeSummary;
  readonly cause: 'off' | 'frozen' | 'cut' | 'rebooting';
  readonly heardUs: Micros;
  /** when it will be declared dead */
  readonly deadlineUs: Micros;
}

const listens = ({ state }: NodeSummary): boolean => state === 'online' || state === 'draining';

/** Why a node starts. */
const BEGINS: readonly string[] = ['gives-up', 'node-powered', 'node-reboots'];

function causeOf({ id, state, heartbeatPlugged }: NodeSummary, { events }: History): Silence['cause'] | null {
  if (state === 'crashed') return 'off';
  if (state === 'starting') {
    const began = events.findLast(
      ({ code, slots }) => BEGINS.includes(code) && slots.node === `node ${id + 1}`,
    );
    if (began?.code === 'node-reboots') return 'rebooting';
  }
  if (state === 'frozen') return 'frozen';
  return heartbeatPlugged || state === 'stopped' ? null : 'cut';
}

/** The silence somebody still waits out, the one with most guests first. */
export function silenceOf(history: History): Silence | null {
  const all = history.nodes.flatMap((node): Silence[] => {
    const cause = causeOf(node, history);
    if (cause === null) return [];
    const waiting = history.nodes.flatMap((other) => {
      const peer = other.id === node.id || !listens(other) ? undefined : other.peers[node.id];
      return peer?.status === 'up' && peer.deadlineUs !== null && other.heartbeatPlugged
        ? [{ heardUs: peer.heardUs, deadlineUs: peer.deadlineUs }]
        : [];
    });
    if (waiting.length === 0) return [];
    return [
      {
        node,
        cause,
        heardUs: Math.min(...waiting.map(({ heardUs }) => heardUs)),
        deadlineUs: Math.min(...waiting.map(({ deadlineUs }) => deadlineUs)),
      },
    ];
  });
  return all.sort((a, b) => b.node.guests.length - a.node.guests.length)[0] ?? null;
}

/** A node another one holds for dead though it is not off, or null. */
export function heldForDead(history: History): { node: NodeSummary; by: NodeSummary } | null {
  for (const by of history.nodes) {
    if (!listens(by)) continue;
    const node = history.nodes.find(
      (one) =>
        one.id !== by.id &&
        one.state !== 'crashed' &&
        one.state !== 'stopped' &&
        by.peers[one.id]?.status === 'dead',
    );
    if (node !== undefined) return { node, by };
  }
  return null;
}
