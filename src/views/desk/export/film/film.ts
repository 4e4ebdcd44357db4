/**
 * An animation: the moments of a span are brought on screen one by one, whatever time that takes, and the picture of
 * each is drawn. The same span gives the same frames.
 */
import type { Picture } from '../../../shared/pictures.ts';
import { nextFrame, pause } from '../picture/canvas-drawings.ts';
import { drawSvg, sizeOf } from '../picture/raster.ts';
import { frameWriter } from './frame-writer.ts';
import type { Player } from './player.ts';

export interface FilmPlan {
  readonly from: number;
  readonly to: number;
  readonly frames: number;
  /** frames a second */
  readonly rate: number;
  /** px across; the height follows from the picture */
  readonly width: number;
  readonly kind: 'webm' | 'png';
}

export const FILM_LIMITS = { frames: 1200, pixels: 8_300_000 } as const;

/** Pictures that move by themselves are drawn when they rest; they are looked at so often. */
const LOOKS = 40;
const TOO_LARGE = 'A frame of {width} × {height} pixels is too large; choose a smaller width.';

/**
 * @param told called with the number of frames done
 * @throws Error with one sentence; AbortError where it was cancelled
 */
export async function makeFilm(
  plan: FilmPlan,
  picture: Picture,
  player: Player,
  told: (done: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const comeBack = player.pause();
  const still = stopTransitions();
  try {
    await player.show(momentOf(plan, 0));
    const first = await restingSvg(picture);
    const canvas = canvasFor(first, plan.width);
    const writer = await frameWriter(plan.kind, canvas, plan.rate);
    try {
      for (let i = 0; i < plan.frames; i += 1) {
        signal.throwIfAborted();
        if (i > 0) await player.show(momentOf(plan, i));
        const svg = i === 0 ? first : await restingSvg(picture);
        await pause();
        await drawSvg(svg, canvas);
        await pause();
        await writer.add(i);
        told(i + 1);
      }
      signal.throwIfAborted();
      return await writer.close();
    } catch (reason) {
      await writer.cancel();
      throw reason;
    }
  } finally {
    still();
    await comeBack();
  }
}

/** Frame i of the span; the last frame is its very end. */
export function momentOf({ from, to, frames }: Pick<FilmPlan, 'from' | 'to' | 'frames'>, i: number): number {
  return frames < 2 ? to : from + ((to - from) * i) / (frames - 1);
}

/** Encoders want even numbers. @throws Error with one sentence where it is too large */
function canvasFor(svg: string, wanted: number): HTMLCanvasElement {
  const size = sizeOf(svg);
  const width = 2 * Math.round(wanted / 2);
  const height = 2 * Math.round((size.height * width) / Math.max(1, size.width) / 2);
  if (width * height > FILM_LIMITS.pixels) {
    throw new Error(TOO_LARGE.replace('{width}', String(width)).replace('{height}', String(height)));
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** What glides to its place is waited for. */
async function restingSvg(picture: Picture): Promise<string> {
  await nextFrame();
  await nextFrame();
  let svg = await picture.svg();
  for (let i = 0; i < LOOKS; i += 1) {
    const turning = document.querySelector('[data-turning]') !== null;
    if (!turning && picture.still !== false) return svg;
    await nextFrame();
    const next = await picture.svg();
    if (!turning && next === svg) return svg;
    svg = next;
  }
  return svg;
}

/** @returns lets them run again */
function stopTransitions(): () => void {
  const style = document.createElement('style');
  style.textContent = '*,*::before,*::after{transition:none!important;animation:none!important}';
  document.head.append(style);
  return () => style.remove();
}
