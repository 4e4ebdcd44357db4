/**
 * Writes where the drawn elements are. React says what there is:
 *
 *     data-row="4"      a node, moved to row 4's place      data-edge="4"    the line from row 4 to its parent
 *     data-at="4"       whatever goes along with row 4      data-hull="2 7"  the outline round rows 2 … 6
 *     data-rise="4 1"   the way of row 4 to level 1
 */
import { type Camera, screenX, screenY } from '../../../layout/trees/camera.ts';
import { hullPath, subtreeHull } from '../../../layout/trees/hull.ts';
import { cell } from '../../../layout/trees/rows.ts';
import type { Scene } from './scene.ts';

export interface Elements {
  readonly rows: readonly SVGGElement[];
  readonly edges: readonly SVGLineElement[];
  readonly attached: readonly SVGGElement[];
  readonly hulls: readonly SVGPathElement[];
  readonly rises: readonly SVGPathElement[];
}

export function collect(roots: readonly (SVGSVGElement | null)[]): Elements {
  const all = <E extends Element>(selector: string) =>
    roots.flatMap((root) => (root === null ? [] : [...root.querySelectorAll<E>(selector)]));
  return {
    rows: all<SVGGElement>('[data-row]'),
    edges: all<SVGLineElement>('[data-edge]'),
    attached: all<SVGGElement>('[data-at]'),
    hulls: all<SVGPathElement>('[data-hull]'),
    rises: all<SVGPathElement>('[data-rise]'),
  };
}

export function place(elements: Elements, scene: Scene): void {
  const { shown, frame, camera, arrived, fresh } = scene;
  if (shown === null) return;
  const { nodes, count } = shown.tree;
  const { x, y } = frame;
  for (const element of elements.rows) {
    const row = Number(element.dataset.row);
    if (row >= count) continue;
    element.setAttribute('transform', move(x[row], y[row]));
    fade(element, fresh.includes(row) ? arrived : 1);
  }
  for (const element of elements.edges) {
    const row = Number(element.dataset.edge);
    const parent = cell(nodes, row, 'parent');
    if (row >= count || parent < 0) continue;
    element.setAttribute('x1', px(x[parent]));
    element.setAttribute('y1', px(y[parent]));
    element.setAttribute('x2', px(x[row]));
    element.setAttribute('y2', px(y[row]));
    fade(element, fresh.includes(row) ? arrived : 1);
  }
  for (const element of elements.attached) {
    const row = Number(element.dataset.at);
    if (row < count) element.setAttribute('transform', move(x[row], y[row]));
  }
  for (const element of elements.hulls) {
    const [from = 0, to = 0] = numbers(element.dataset.hull);
    if (to <= count) element.setAttribute('d', hullPath(subtreeHull(nodes, from, to, x, y)));
  }
  for (const element of elements.rises) {
    const [row = 0, level = 0] = numbers(element.dataset.rise);
    if (row < count) element.setAttribute('d', risePath(scene, camera, row, level));
  }
}

/** Straight up from the node's rim, with a head at the level it will stand on. */
function risePath({ frame }: Scene, camera: Camera, row: number, level: number): string {
  const x = frame.x[row] ?? 0;
  const from = (frame.y[row] ?? 0) - (frame.radius[row] ?? 0);
  return `M${px(x)} ${px(from)}V${px(screenY(camera, level))}`;
}

function numbers(text: string | undefined): number[] {
  return (text ?? '').split(' ').map(Number);
}

function move(x = 0, y = 0): string {
  return `translate(${px(x)} ${px(y)})`;
}

function px(value = 0): string {
  return value.toFixed(2);
}

function fade(element: SVGElement, part: number): void {
  if (part === 1) element.removeAttribute('opacity');
  else element.setAttribute('opacity', part.toFixed(3));
}

/** Nodes that were there a moment ago fade at their places; nobody but this writes into the layer. */
export function placeGhosts(layer: SVGGElement, scene: Scene): void {
  const { ghosts, camera, arrived } = scene;
  if (ghosts.length === 0) {
    if (layer.childElementCount > 0) layer.replaceChildren();
    return;
  }
  const known = layer.childElementCount === ghosts.length && layer.dataset.keys === keysOf(ghosts);
  if (!known) {
    layer.dataset.keys = keysOf(ghosts);
    layer.replaceChildren(...ghosts.map(({ key, radius }) => ghostElement(key, radius)));
  }
  ghosts.forEach(({ x, y }, i) => {
    const element = layer.children[i];
    if (!(element instanceof SVGElement)) return;
    element.setAttribute('transform', move(screenX(camera, x), screenY(camera, y)));
    fade(element, 1 - arrived);
  });
}

function keysOf(ghosts: Scene['ghosts']): string {
  return ghosts.map(({ key }) => key).join(' ');
}

function ghostElement(key: number, radius: number): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const group = make('g', {});
  const text = make('text', {});
  text.textContent = String(key);
  group.append(make('circle', { r: px(radius) }), ...(radius < 9 ? [] : [text]));
  return group;
}
