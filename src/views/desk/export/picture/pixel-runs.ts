/**
 * A canvas that was painted pixel by pixel (the memory's cells) as rectangles: equal pixels beside each other are one,
 * and equal rows below each other too. One path a colour.
 */
import { short } from './text.ts';

/** More rectangles than these make a file nobody can open; then the pixels themselves are taken. */
const MOST_RUNS = 60_000;

let reader: CanvasRenderingContext2D | null = null;

/** @returns paths in the canvas's pixels; null where it is no picture of cells, or cannot be read */
export function runsOf(canvas: HTMLCanvasElement): string | null {
  const { width, height } = canvas;
  if (width === 0 || height === 0) return null;
  // Read from a copy: a canvas that is read is not drawn as fast any more.
  reader ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (reader === null) return null;
  reader.canvas.width = width;
  reader.canvas.height = height;
  reader.drawImage(canvas, 0, 0);
  const pixels = new Uint32Array(reader.getImageData(0, 0, width, height).data.buffer);
  return pathsOf(pixels, width, height);
}

/** @param pixels little-endian RGBA, row by row */
export function pathsOf(pixels: Uint32Array, width: number, height: number): string | null {
  const ground = commonest(pixels);
  const paths = new Map<number, string[]>();
  let count = 0;
  for (let y = 0; y < height; ) {
    const rows = equalRows(pixels, width, height, y);
    const row = y * width;
    for (let x = 0; x < width; ) {
      const colour = pixels[row + x] ?? 0;
      let end = x + 1;
      while (end < width && pixels[row + end] === colour) end += 1;
      // What lies on the ground is drawn; a clear spot on it could not be.
      if (colour !== ground) {
        if (colour >>> 24 === 0 && ground >>> 24 !== 0) return null;
        count += 1;
        if (count > MOST_RUNS) return null;
        const path = paths.get(colour);
        const run = `M${x} ${y}h${end - x}v${rows}h${x - end}Z`;
        if (path === undefined) paths.set(colour, [run]);
        else path.push(run);
      }
      x = end;
    }
    y += rows;
  }
  const under = ground >>> 24 === 0 ? '' : `<path d="M0 0h${width}v${height}h${-width}Z" ${fillOf(ground)}/>`;
  return (
    under + [...paths].map(([colour, runs]) => `<path d="${runs.join('')}" ${fillOf(colour)}/>`).join('')
  );
}

/** The colour of most pixels: one rectangle below all the others. */
function commonest(pixels: Uint32Array): number {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let best = 0;
  let most = -1;
  for (const [colour, count] of counts) {
    if (count <= most) continue;
    best = colour;
    most = count;
  }
  return best;
}

/** How many rows from this one on are the same. */
function equalRows(pixels: Uint32Array, width: number, height: number, y: number): number {
  let rows = 1;
  const first = y * width;
  for (; y + rows < height; rows += 1) {
    const other = (y + rows) * width;
    for (let x = 0; x < width; x += 1) if (pixels[first + x] !== pixels[other + x]) return rows;
  }
  return rows;
}

function fillOf(colour: number): string {
  const part = (shift: number) => ((colour >>> shift) & 255).toString(16).padStart(2, '0');
  const alpha = (colour >>> 24) / 255;
  return `fill="#${part(0)}${part(8)}${part(16)}"${alpha === 1 ? '' : ` fill-opacity="${short(alpha)}"`}`;
}
