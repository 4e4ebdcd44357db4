/** A picture as a file: the drawing on its ground, with its title above and, in words, what it shows below that. */
import { escapeXml, FONTS, short } from './text.ts';

export interface Sheet {
  readonly title: string;
  /** run and moment */
  readonly caption: string;
  /** SVG of this size */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const SIDE = 20;
const TITLE_Y = 30;
const LINE_PX = 20;
/** below the last line of words */
const GAP = 14;
const BOTTOM = 20;
const TITLE_PX = 16;
const CAPTION_PX = 13;

export function sheetSvg({ title, caption, svg, width, height }: Sheet): string {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  const wide = short(Math.ceil(width) + 2 * SIDE);
  const told = linesOf(caption, width);
  const top = TITLE_Y + told.length * LINE_PX + GAP;
  const high = short(Math.ceil(height) + top + BOTTOM);
  const line = (y: number, size: number, weight: number, fill: string, text: string) =>
    `<text x="${SIDE}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family="${FONTS}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(caption)}</desc>`,
    `<rect width="${wide}" height="${high}" fill="${token('--card', '#ffffff')}"/>`,
    line(TITLE_Y, TITLE_PX, 600, token('--ink', '#1d2126'), title),
    ...told.map((words, i) =>
      line(TITLE_Y + (i + 1) * LINE_PX, CAPTION_PX, 400, token('--ink-2', '#555555'), words),
    ),
    `<g transform="translate(${SIDE} ${top})">${svg}</g>`,
    '</svg>',
  ].join('\n');
}

/** px a letter of the caption takes, wide ones as often as others */
const LETTER_PX = 7;

/** Of a narrow picture the caption takes several lines. */
function linesOf(caption: string, width: number): string[] {
  const most = Math.max(20, Math.floor(width / LETTER_PX));
  const lines: string[] = [];
  for (const word of caption.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
