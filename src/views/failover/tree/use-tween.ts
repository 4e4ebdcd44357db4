import { easeCubicInOut } from 'd3';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TreeNode, TreePlaces } from '../../../layout/tree-layout.ts';
import { prefersReducedMotion } from '../../shared/motion.ts';

/** Nodes by key as they stand on the screen. */
interface Spot {
  x: number;
  y: number;
  parent: number | null;
}
export type Picture = Map<number, Spot>;

const STAGE_MS = 350;

export function pictureOf(nodes: readonly TreeNode[], places: TreePlaces): Picture {
  return new Map(
    nodes.map((node, i) => [
      node.key,
      { x: places.x[i] ?? 0, y: places.y[i] ?? 0, parent: nodes[node.parent]?.key ?? null },
    ]),
  );
}

/**
 * Moves the drawn nodes through `stages`, the last of which is where they belong. React draws what there is, this writes
 * only where it is: `data-node` groups get a transform, `data-edge` lines their ends.
 * While something moves the picture has `data-turning`.
 */
export function useTween(svg: RefObject<SVGSVGElement | null>, stages: readonly Picture[], animate: boolean) {
  const shown = useRef<Picture>(new Map());
  useLayoutEffect(() => {
    const root = svg.current;
    const target = stages.at(-1);
    if (root === null || target === undefined) return;
    delete root.dataset.turning;
    if (!animate || shown.current.size === 0 || prefersReducedMotion()) {
      shown.current = target;
      write(root, target);
      return;
    }
    let request = 0;
    let stage = 0;
    let from = shown.current;
    let began: number | null = null;
    const step = (now: number) => {
      began ??= now;
      const goal = stages[stage] ?? target;
      const part = Math.min(1, (now - began) / STAGE_MS);
      shown.current = between(from, goal, easeCubicInOut(part), target);
      write(root, shown.current);
      if (part === 1) {
        stage++;
        from = shown.current;
        began = now;
      }
      if (stage < stages.length) request = requestAnimationFrame(step);
      else delete root.dataset.turning;
    };
    root.dataset.turning = 'true';
    shown.current = between(from, stages[0] ?? target, 0, target);
    write(root, shown.current);
    request = requestAnimationFrame(step);
    return () => cancelAnimationFrame(request);
  }, [svg, stages, animate]);
}

/** Nodes new to the picture stand where they belong from the start. */
function between(from: Picture, goal: Picture, part: number, target: Picture): Picture {
  // Exactly where they belong, not a rounding error beside it.
  if (part === 1 && goal === target) return target;
  const picture: Picture = new Map();
  for (const [key, home] of target) {
    const end = goal.get(key) ?? home;
    const start = from.get(key) ?? end;
    picture.set(key, {
      x: start.x + (end.x - start.x) * part,
      y: start.y + (end.y - start.y) * part,
      parent: end.parent,
    });
  }
  return picture;
}

function write(root: SVGSVGElement, picture: Picture): void {
  for (const element of root.querySelectorAll<SVGGElement>('[data-node]')) {
    const spot = picture.get(Number(element.dataset.node));
    if (spot) element.setAttribute('transform', `translate(${spot.x.toFixed(2)} ${spot.y.toFixed(2)})`);
  }
  for (const line of root.querySelectorAll<SVGLineElement>('[data-edge]')) {
    const spot = picture.get(Number(line.dataset.edge));
    const parent = spot && spot.parent !== null ? picture.get(spot.parent) : undefined;
    line.setAttribute('visibility', parent ? 'visible' : 'hidden');
    if (!spot || !parent) continue;
    line.setAttribute('x1', parent.x.toFixed(2));
    line.setAttribute('y1', parent.y.toFixed(2));
    line.setAttribute('x2', spot.x.toFixed(2));
    line.setAttribute('y2', spot.y.toFixed(2));
  }
}
