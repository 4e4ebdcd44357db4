/** Where the keys of a drawn tree can be written without covering a node or another label. */
import type { TreeNode, TreePlaces } from './tree-layout.ts';

export interface Label {
  x: number;
  y: number;
  /** written on the node itself */
  inside: boolean;
}

interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * One entry a node: the middle of its label, or null where it does not fit. The most accessed choose first. Below a node
 * comes before above it, for there the two edges to its children leave room.
 *
 * @param digit width of a digit, `line` height of a line, in px
 */
export function placeLabels(
  nodes: readonly TreeNode[],
  places: TreePlaces,
  box: { width: number; height: number },
  digit: number,
  line: number,
): (Label | null)[] {
  const circles = nodes.map((_, i) => around(places.x[i] ?? 0, places.y[i] ?? 0, places.radius[i] ?? 0));
  const taken: Rect[] = [];
  const labels: (Label | null)[] = nodes.map(() => null);
  const order = nodes.map((_, i) => i).sort((a, b) => (nodes[b]?.self ?? 0) - (nodes[a]?.self ?? 0));
  for (const i of order) {
    const x = places.x[i] ?? 0;
    const y = places.y[i] ?? 0;
    const radius = places.radius[i] ?? 0;
    const width = String(nodes[i]?.key ?? '').length * digit;
    if (width + 4 <= 2 * radius && line <= 2 * radius) {
      labels[i] = { x, y, inside: true };
      continue;
    }
    const gap = radius + 2;
    const candidates = [
      { x, y: y + gap + line / 2 },
      { x: x + gap + width / 2, y },
      { x: x - gap - width / 2, y },
      { x, y: y - gap - line / 2 },
    ];
    const place = candidates.find((candidate) => {
      const rect = around(candidate.x, candidate.y, width / 2, line / 2);
      return (
        rect.left >= 0 &&
        rect.right <= box.width &&
        rect.top >= 0 &&
        rect.bottom <= box.height &&
        !taken.some((other) => overlap(rect, other)) &&
        !circles.some((circle, j) => j !== i && overlap(rect, circle))
      );
    });
    if (place === undefined) continue;
    taken.push(around(place.x, place.y, width / 2 + 2, line / 2));
    labels[i] = { ...place, inside: false };
  }
  return labels;
}

function around(x: number, y: number, halfWidth: number, halfHeight = halfWidth): Rect {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
