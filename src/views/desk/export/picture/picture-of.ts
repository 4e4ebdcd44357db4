/** A part of the page as the text of an SVG file. */
import { elementSvg } from './element-svg.ts';
import { sheetSvg } from './page-picture.ts';
import { beginIds } from './text.ts';

const NOTHING = 'Nothing of this is on screen now; show it first.';

/** @throws Error with one sentence where there is nothing */
export async function pictureOf(element: Element, title: string, caption: string): Promise<string> {
  beginIds();
  const drawing = await elementSvg(element);
  if (drawing === null) throw new Error(NOTHING);
  return sheetSvg({ title, caption, ...drawing });
}
