/** A switch with one cable a node: who reaches whom. Plain data. */

export interface Lan {
  /** by node: its cable is pulled */
  readonly unplugged: boolean[];
  /** share of the packets that get lost, 0 ≤ … ≤ 1 */
  lossShare: number;
}

export function newLan(nodes: number): Lan {
  return { unplugged: Array.from({ length: nodes }, () => false), lossShare: 0 };
}

export function isPlugged(lan: Lan, node: number): boolean {
  return lan.unplugged[node] === false;
}

export function reaches(lan: Lan, from: number, to: number): boolean {
  return from === to || (isPlugged(lan, from) && isPlugged(lan, to));
}
