/**
 * Who gets how much where streams share ports. Each host has one port to send and one to receive, the switch between
 * them is never the bottleneck. Max-min fairness: the port with least for each of its streams settles them first, at
 * equal shares; what they leave elsewhere goes to the others. This is what TCP streams with equal windows come to.
 *
 *   node 1 ═╦═► node 2      two streams leave node 1: half of its port each
 *           ╚═► node 3 ◄═══ node 4        and the stream of node 4 gets the other half of node 3's
 */
export interface Stream {
  readonly from: number;
  readonly to: number;
}

export interface Share {
  /** in the unit of the capacity */
  amount: number;
  /** which of its ports holds it back, and so where its queue stands: the sender's own, or the switch's to the receiver */
  heldBackBy: 'sender' | 'receiver';
}

/** @param capacity of each port, in any unit @returns one share a stream, in their order */
export function fairShares(streams: readonly Stream[], capacity: number): Share[] {
  const shares: (Share | null)[] = streams.map(() => null);
  for (;;) {
    let least: { amount: number; side: 'from' | 'to'; node: number } | null = null;
    for (const side of ['from', 'to'] as const) {
      for (const { [side]: node } of streams) {
        const amount = openShare(streams, shares, side, node, capacity);
        if (amount !== null && (least === null || amount < least.amount)) least = { amount, side, node };
      }
    }
    if (least === null) break;
    const { amount, side, node } = least;
    streams.forEach((stream, i) => {
      if (shares[i] !== null || stream[side] !== node) return;
      shares[i] = { amount, heldBackBy: side === 'from' ? 'sender' : 'receiver' };
    });
  }
  return shares as Share[];
}

/** What a port has left for each of its streams that is not settled; null where all are. */
function openShare(
  streams: readonly Stream[],
  shares: readonly (Share | null)[],
  side: 'from' | 'to',
  node: number,
  capacity: number,
): number | null {
  let left = capacity;
  let open = 0;
  streams.forEach((stream, i) => {
    if (stream[side] !== node) return;
    const share = shares[i];
    if (share) left -= share.amount;
    else open += 1;
  });
  return open === 0 ? null : Math.max(0, left) / open;
}
