/** More nodes than these stand in two columns beside their CPU, by their numbers. */
export const FEW_NODES = 3;

export function hostRows(nodes: number): number {
  return nodes > FEW_NODES ? Math.ceil(nodes / 2) : nodes;
}
