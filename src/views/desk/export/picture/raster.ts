/** SVG text as pixels, in the page's own font. */

/** Browsers refuse larger canvases, some without a word. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 120_000_000;

const WORDS = {
  tooLarge: 'A picture of {width} × {height} pixels is more than a browser can draw; choose a smaller size.',
  failed: 'This browser could not draw the picture; save it as SVG instead.',
} as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @returns as the SVG says, in px */
export function sizeOf(svg: string): Size {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width ?? 0), height: Number(height ?? 0) };
}

/** @throws Error with one sentence where it is too large */
function checkSize({ width, height }: Size): void {
  if (width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS) return;
  throw new Error(WORDS.tooLarge.replace('{width}', String(width)).replace('{height}', String(height)));
}

/** Draws it over the whole canvas. @throws Error with one sentence */
export async function drawSvg(svg: string, canvas: HTMLCanvasElement): Promise<void> {
  const withFont = svg.replace(/(<svg[^>]*>)/, `$1${await fontFace()}`);
  const address = URL.createObjectURL(new Blob([withFont], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    await new Promise((done) => setTimeout(done, 0));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error(WORDS.failed);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  } catch {
    throw new Error(WORDS.failed);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @returns PNG of `width` pixels across @throws Error with one sentence */
export async function pngOf(svg: string, width: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const size = sizeOf(svg);
  canvas.width = Math.round(width);
  canvas.height = Math.round((size.height * width) / Math.max(1, size.width));
  checkSize(canvas);
  await drawSvg(svg, canvas);
  return blobOf(canvas);
}

export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error(WORDS.failed)) : resolve(blob)), 'image/png');
  });
}

let face: Promise<string> | null = null;

/** The page's font inside the picture: an image is not told of the page's own. */
function fontFace(): Promise<string> {
  face ??= readFace().catch(() => '');
  return face;
}

async function readFace(): Promise<string> {
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const family = rule.style.getPropertyValue('font-family').replace(/["']/g, '');
      const range = rule.style.getPropertyValue('unicode-range');
      // The part with the Latin letters; the others would make every picture heavier.
      if (!family.startsWith('Inter') || !/U\+0{0,4}-?0{0,2}FF/i.test(range)) continue;
      const source = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (source === undefined) continue;
      const bytes = await (await fetch(new URL(source, sheet.href ?? document.baseURI))).blob();
      const data = await dataUrl(bytes);
      return `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(${data}) format("woff2")}</style>`;
    }
  }
  return '';
}

/** A sheet of another origin does not let itself be read. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(WORDS.failed));
    reader.readAsDataURL(blob);
  });
}
