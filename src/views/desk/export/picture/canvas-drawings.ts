/**
 * What stands on the canvases of a part of the page, as SVG. Their painters are made to draw once more, as after a
 * change of the colour scheme, and what they draw is written down beside it. What is painted by pixels is read off.
 */
import { runsOf } from './pixel-runs.ts';
import { SvgContext } from './svg-context.ts';

/** Frames a painter may take until it has drawn anew. */
const FRAMES = 3;
/** A hidden page has no frames. */
const WITHOUT_FRAMES_MS = 200;
/** painters watch it, and a value that is set once more is news to them, too */
const TOLD_BY = 'data-mantine-color-scheme';

/** @returns SVG by canvas, in the canvas's own pixels */
export async function drawingsOf(
  canvases: readonly HTMLCanvasElement[],
): Promise<Map<HTMLCanvasElement, string>> {
  const records = new Map(canvases.map((canvas) => [canvas, listenTo(canvas)]));
  const root = document.documentElement;
  root.setAttribute(TOLD_BY, root.getAttribute(TOLD_BY) ?? '');
  try {
    for (let i = 0; i < FRAMES; i += 1) await nextFrame();
  } finally {
    for (const { stop } of records.values()) stop();
  }
  await pause();
  const drawings = new Map<HTMLCanvasElement, string>();
  for (const [canvas, { paper, byPixels }] of records) {
    const drawn = paper.text();
    const useful = drawn !== '' && !byPixels();
    if (!useful) await pause();
    const defs = paper.defs.length === 0 ? '' : `<defs>${paper.defs.join('')}</defs>`;
    drawings.set(canvas, useful ? defs + drawn : (runsOf(canvas) ?? imageOf(canvas)));
  }
  return drawings;
}

/** The last resort: what no path can say. */
function imageOf(canvas: HTMLCanvasElement): string {
  const { width, height } = canvas;
  if (width === 0 || height === 0) return '';
  return `<image width="${width}" height="${height}" href="${canvas.toDataURL('image/png')}"/>`;
}

interface Record {
  readonly paper: SvgContext;
  /** some of it was put there pixel by pixel */
  byPixels(): boolean;
  stop(): void;
}

/** From now on whoever asks the canvas for its context gets one that draws and writes down what it draws. */
function listenTo(canvas: HTMLCanvasElement): Record {
  const paper = new SvgContext(canvas);
  let pixels = false;
  const real = canvas.getContext.bind(canvas) as HTMLCanvasElement['getContext'];
  const ask = (kind: string, options?: unknown): unknown => {
    const context = real(kind as '2d', options as CanvasRenderingContext2DSettings);
    if (!(context instanceof CanvasRenderingContext2D)) return context;
    return new Proxy(context, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name, target);
        if (typeof found !== 'function') return found;
        return (...words: unknown[]) => {
          const result: unknown = Reflect.apply(found, target, words);
          if (name === 'putImageData' || name === 'drawImage') pixels = true;
          else if (name === 'createPattern') paper.createPattern(words[0], result);
          else write(paper, name, words);
          return result;
        };
      },
      set: (target, name, value) => {
        paper.set(String(name), value);
        return Reflect.set(target, name, value, target);
      },
    });
  };
  canvas.getContext = ask as HTMLCanvasElement['getContext'];
  return {
    paper,
    byPixels: () => pixels,
    stop: () => {
      // The method of the prototype is there again.
      Reflect.deleteProperty(canvas, 'getContext');
    },
  };
}

/** Calls that draw nothing (measureText, getImageData) have no counterpart. */
function write(paper: SvgContext, name: string | symbol, words: readonly unknown[]): void {
  const method: unknown = Reflect.get(paper, name);
  if (typeof method === 'function' && name !== 'text' && name !== 'set') Reflect.apply(method, paper, words);
}

/** Lets the page answer before the next piece of work. */
export function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

export function nextFrame(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, WITHOUT_FRAMES_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // After every painter of this frame.
      setTimeout(done, 0);
    });
  });
}
