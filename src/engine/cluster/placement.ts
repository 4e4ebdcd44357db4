/** Where a VM goes: the surviving node with most free memory, ties by number. */

export interface PlacementNode {
  readonly online: boolean;
  readonly freeMiB: number;
}

/** @returns index of the target, −1 where no online node has room */
export function chooseTarget(nodes: readonly PlacementNode[], neededMiB: number, from: number): number {
  let best = -1;
  nodes.forEach((node, i) => {
    if (!node.online || i === from || node.freeMiB < neededMiB) return;
    if (best < 0 || node.freeMiB > (nodes[best] as PlacementNode).freeMiB) best = i;
  });
  return best;
}

/** Whether all of them fit, placed one after another by the same rule. */
export function haveRoom(
  nodes: readonly PlacementNode[],
  neededMiB: readonly number[],
  from: number,
): boolean {
  const left = nodes.map((node) => ({ ...node }));
  for (const needed of neededMiB) {
    const target = chooseTarget(left, needed, from);
    if (target < 0) return false;
    (left[target] as { freeMiB: number }).freeMiB -= needed;
  }
  return true;
}
