/** A text of the page line by line, each where the browser has put it. */

interface TextLine {
  readonly text: string;
  /** px from the window's corner */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly sizePx: number;
}

/** Part of a line box above the baseline, by font; asked of a canvas once. */
const ascents = new Map<string, number>();
let measure: CanvasRenderingContext2D | null = null;
/** of most fonts without serifs */
const ABOUT = 0.8;

export function textLines(node: Text, style: CSSStyleDeclaration): TextLine[] {
  const whole = node.data;
  if (whole.trim() === '') return [];
  const range = document.createRange();
  const sizePx = Number.parseFloat(style.fontSize) || 12;
  const ascent = ascentOf(style);
  const lines: { text: string; box: DOMRect; right: number }[] = [];
  for (const word of whole.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    // A long word may be broken itself; its first part stands for it.
    const box = range.getClientRects()[0];
    if (box === undefined || box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < box.height / 2) {
      last.text += ` ${word[0]}`;
      last.right = box.right;
    } else lines.push({ text: word[0], box, right: box.right });
  }
  const upper = style.textTransform === 'uppercase';
  return lines.map(({ text, box, right }) => ({
    text: upper ? text.toUpperCase() : text,
    x: box.left,
    baseline: box.top + box.height * ascent,
    width: right - box.left,
    sizePx,
  }));
}

function ascentOf({ fontStyle, fontWeight, fontFamily }: CSSStyleDeclaration): number {
  const font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`;
  let ascent = ascents.get(font);
  if (ascent === undefined) {
    measure ??= document.createElement('canvas').getContext('2d');
    if (measure === null) return ABOUT;
    measure.font = font;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measure.measureText('x');
    ascent = above + below > 0 ? above / (above + below) : ABOUT;
    ascents.set(font, ascent);
  }
  return ascent;
}
