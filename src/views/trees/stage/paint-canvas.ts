import type { LabelSizes } from '../../../layout/trees/labels.ts';
import { inks } from './inks.ts';
import { paint } from './painter.ts';
import type { Scene } from './scene.ts';

/** The scene's frame on a canvas, sharp on any display. */
export function paintCanvas(canvas: HTMLCanvasElement, scene: Scene, labels: LabelSizes): void {
  const surface = canvas.getContext('2d');
  const { shown, room, frame } = scene;
  if (surface === null || shown === null) return;
  const ratio = globalThis.devicePixelRatio || 1;
  const width = Math.round(room.width * ratio);
  const height = Math.round(room.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  surface.setTransform(ratio, 0, 0, ratio, 0, 0);
  surface.clearRect(0, 0, room.width, room.height);
  const { tree, path, onPath, marked, picked } = shown;
  paint(surface, {
    tree,
    frame,
    inks: inks(),
    width: room.width,
    height: room.height,
    labels,
    crowded: scene.crowded,
    onPath,
    path,
    marked,
    picked,
  });
}
