/** Widths of texts in the page's font; about right where nothing can be drawn. */
const ABOUT_EM = 0.56;
/** Tabular digits are a little wider than those a canvas measures. */
const TABULAR = 1.03;
const MARGIN = 2;

let surface: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

export function textMeasure(size: number, font: string): (text: string) => number {
  surface ??= document.createElement('canvas').getContext('2d');
  return (text) => {
    // Before the page's font is there another one is measured.
    const pattern = `${document.fonts?.status ?? ''} ${size} ${text.replaceAll(/\d/g, '0')}`;
    let width = known.get(pattern);
    if (width === undefined) {
      width = measured(text.replaceAll(/\d/g, '0'), size, font);
      known.set(pattern, width);
    }
    return width;
  };
}

function measured(text: string, size: number, font: string): number {
  if (!surface) return text.length * ABOUT_EM * size;
  surface.font = `500 ${size}px ${font}`;
  return surface.measureText(text).width * TABULAR + MARGIN;
}
