/** Who stands where on the stage, and the lines between them. */

export interface NodeFacts {
  readonly id: number;
  readonly state: string;
  readonly freeMiB: number;
}

export interface MoveFacts {
  readonly from: number;
  readonly to: number;
  readonly outcome: string;
}

/** Places on the stage: the left one holds the VM in focus, the right one receives it. −1 = nobody. */
export interface Places {
  readonly left: number;
  readonly right: number;
  readonly others: readonly number[];
}

/**
 * While a VM moves, and after it has moved, its source stands left and its destination right. At rest (or after an
 * abort) the node it runs on stands left, and right the one the cluster would choose: online, most free memory, ties by number.
 * @param partner the node that starts it, or runs it as well: it stands right
 */
export function placesOf(
  nodes: readonly NodeFacts[],
  home: number,
  lastMove: MoveFacts | null,
  partner = -1,
): Places {
  let left = home;
  let right = -1;
  const moves = lastMove !== null && lastMove.outcome !== 'aborted';
  // A finished move stays on stage only while the VM still is where it brought it and its old home is out of service:
  // otherwise the next stop would begin on the wrong side.
  const oldHome = moves ? nodes.find((n) => n.id === lastMove.from) : undefined;
  const arrivedNode = moves ? nodes.find((n) => n.id === lastMove.to) : undefined;
  const showsMove =
    moves &&
    (lastMove.outcome === 'running' ||
      (partner < 0 &&
        home === lastMove.to &&
        oldHome?.state !== 'online' &&
        arrivedNode?.state === 'online'));
  if (showsMove) {
    left = lastMove.from;
    right = lastMove.to;
  } else {
    if (left < 0) left = lastMove?.from ?? nodes[0]?.id ?? -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const node of nodes) {
      if (node.id === left || node.state !== 'online' || node.freeMiB <= most) continue;
      most = node.freeMiB;
      right = node.id;
    }
    if (partner >= 0 && partner !== left) right = partner;
    if (right < 0) right = nodes.find((n) => n.id !== left)?.id ?? -1;
  }
  return { left, right, others: nodes.map((n) => n.id).filter((id) => id !== left && id !== right) };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The space between the two large hosts:
 *
 *   left │ ( transmit port )──────[switch]────▶ │ right
 *        │                          │  │
 *        │            [storage]─────┘  └──[the other hosts]
 */
export interface LanPlan {
  readonly height: number;
  /** top of the label over the pipe */
  readonly labelTop: number;
  readonly pipe: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly leftPort: Point;
  readonly rightPort: Point;
  readonly switchAt: Point;
  /** half the side of the switch's box */
  readonly switchHalf: number;
  /** where the lines to the small cards end; null where those are not shown: their lines end at the switch */
  readonly storage: Point | null;
  readonly others: readonly Point[];
}

export interface LanBox {
  readonly width: number;
  readonly height: number;
  /** middles of the upper edges of the small cards, where there are any */
  readonly storage: Point | null;
  readonly others: readonly Point[];
  /** room above the pipe for its label */
  readonly labelHeight: number;
  /** size of the letters, in px */
  readonly letter: number;
}

/** What the pipe needs under it, in letter sizes: the brace, four lines of words, the lane to the small machines. */
const ROOM_BELOW = 7.5;

export function lanPlan(box: LanBox): LanPlan {
  const pipeHeight = 34;
  // Label, pipe and brace stand together, a little apart from the edges where there is room.
  const cardsTop = box.storage?.y ?? box.height;
  const spare = cardsTop - box.labelHeight - pipeHeight - ROOM_BELOW * box.letter;
  const labelTop = Math.round(Math.max(0, Math.min(28, spare / 2)));
  const y = labelTop + box.labelHeight + 6;
  const middle = y + pipeHeight / 2;
  const width = Math.round(box.width * 0.64);
  const switchAt = { x: Math.round(width + (box.width - width) * 0.42), y: middle };
  return {
    height: box.height,
    labelTop,
    pipe: { x: 0, y, width, height: pipeHeight },
    leftPort: { x: 0, y: middle },
    rightPort: { x: box.width, y: middle },
    switchAt,
    switchHalf: 9,
    storage: box.storage,
    others: box.others,
  };
}

/** A number is one of the small hosts, by their order. */
export type LanEnd = 'left' | 'right' | 'storage' | number;

/** Height of the lane that the small machines' lines share under the switch. */
function laneY(plan: LanPlan, cardTop: number): number {
  return Math.max(plan.switchAt.y + plan.switchHalf + 4, cardTop - 9);
}

/** Corner points of the way from the switch to a machine. */
export function wayFromSwitch(plan: LanPlan, to: LanEnd): Point[] {
  if (to === 'left') return [plan.switchAt, plan.leftPort];
  if (to === 'right') return [plan.switchAt, plan.rightPort];
  const end = to === 'storage' ? plan.storage : (plan.others[to] ?? null);
  if (end === null) return [plan.switchAt];
  const y = laneY(plan, end.y);
  return [plan.switchAt, { x: plan.switchAt.x, y }, { x: end.x, y }, end];
}

/** Corner points of the way from storage to a host, through the switch. */
export function pingWay(plan: LanPlan, to: LanEnd): Point[] {
  return [...wayFromSwitch(plan, 'storage').reverse(), ...wayFromSwitch(plan, to).slice(1)];
}

/** The point a share (0–1) of the way along a polyline. */
export function along(points: readonly Point[], share: number): Point {
  let total = 0;
  for (let i = 1; i < points.length; i += 1) total += distance(points[i - 1], points[i]);
  let left = Math.max(0, Math.min(1, share)) * total;
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1] as Point;
    const b = points[i] as Point;
    const step = distance(a, b);
    if (left <= step && step > 0) {
      const f = left / step;
      return { x: a.x + (b.x - a.x) * f, y: a.y + (b.y - a.y) * f };
    }
    left -= step;
  }
  return points[points.length - 1] ?? { x: 0, y: 0 };
}

function distance(a: Point | undefined, b: Point | undefined): number {
  if (!a || !b) return 0;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
}
