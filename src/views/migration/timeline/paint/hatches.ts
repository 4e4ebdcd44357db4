/** Second marks of the colours: small patterns, so that print and colour-blind eyes lose nothing. */
import type { Palette } from '../../../shared/palette.ts';

export interface Hatches {
  readonly skipped: CanvasPattern | string;
  readonly held: CanvasPattern | string;
  readonly demanded: CanvasPattern | string;
  readonly down: CanvasPattern | string;
  readonly competing: CanvasPattern | string;
}

const TILE_PX = 6;

export function makeHatches(ctx: CanvasRenderingContext2D, palette: Palette, ratio: number): Hatches {
  const tile = (ground: string | null, line: string, shape: 'rising' | 'falling' | 'level', width: number) =>
    pattern(ctx, ratio, ground, line, shape, width) ?? ground ?? line;
  return {
    skipped: tile(palette.toSend, palette.quiet, 'rising', 1),
    held: tile(palette.held, palette.card, 'falling', 1),
    demanded: tile(palette.demand, palette.card, 'level', 1),
    down: tile(null, palette.failure, 'rising', 1.4),
    competing: tile(null, palette.line, 'falling', 1),
  };
}

function pattern(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  ground: string | null,
  line: string,
  shape: 'rising' | 'falling' | 'level',
  width: number,
): CanvasPattern | null {
  const size = Math.max(1, Math.round(TILE_PX * ratio));
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const tile = canvas.getContext('2d');
  if (tile === null) return null;
  if (ground !== null) {
    tile.fillStyle = ground;
    tile.fillRect(0, 0, size, size);
  }
  tile.strokeStyle = line;
  tile.lineWidth = width * ratio;
  tile.beginPath();
  for (const shift of [-size, 0, size]) {
    if (shape === 'level') continue;
    const [from, to] = shape === 'rising' ? [size, 0] : [0, size];
    tile.moveTo(shift - 1, from + (shape === 'rising' ? 1 : -1));
    tile.lineTo(shift + size + 1, to + (shape === 'rising' ? -1 : 1));
  }
  if (shape === 'level') {
    tile.moveTo(0, size / 2);
    tile.lineTo(size, size / 2);
  }
  tile.stroke();
  const made = ctx.createPattern(canvas, 'repeat');
  // Drawn at the screen's own pixels, whatever the canvas is scaled by.
  made?.setTransform?.(new DOMMatrix().scale(1 / ratio));
  return made;
}
