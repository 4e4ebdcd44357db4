import { darkness } from '../../../layout/trees/strip.ts';
import { inks } from './inks.ts';

const HEIGHT = 14;

/** Bins from left to right; the more accesses, the more colour. */
export function paintHeat(canvas: HTMLCanvasElement, heat: Float64Array, width: number): void {
  const surface = canvas.getContext('2d');
  if (surface === null) return;
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(HEIGHT * ratio);
  surface.fillStyle = inks().pathInk;
  const dark = darkness(heat);
  const column = canvas.width / dark.length;
  dark.forEach((part, bin) => {
    surface.globalAlpha = 0.06 + 0.94 * part;
    const left = Math.round(bin * column);
    surface.fillRect(left, 0, Math.round((bin + 1) * column) - left, canvas.height);
  });
  surface.globalAlpha = 1;
}
