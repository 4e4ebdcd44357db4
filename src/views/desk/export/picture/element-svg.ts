/**
 * A part of the page as SVG: boxes as rectangles, texts as texts where the browser has put them, inline SVG with its
 * looks written out, canvases as what their painters draw. Nothing of the page's styles is needed to show it again.
 */
import { backgroundLayers } from './backgrounds.ts';
import { drawingsOf, pause } from './canvas-drawings.ts';
import { inkOf, paintOf } from './colours.ts';
import { svgCopy } from './svg-copy.ts';
import { escapeXml, nextId, short } from './text.ts';
import { textLines } from './text-lines.ts';

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Controls are for hands, not for pictures; parts of the page may leave themselves out. */
const LEFT_OUT = [
  '[data-bar]',
  '[data-no-picture]',
  '[data-opens-menu]:has(> svg)',
  'button[data-lock]',
  'input',
  'label:has(> input)',
  'fieldset:has(> label > input)',
  'details:not([open]) > :not(summary)',
  'textarea',
  'dialog',
].join();

/** @returns null where nothing of it is on screen */
export async function elementSvg(root: Element): Promise<Drawing | null> {
  const drawings = await drawingsOf([...root.querySelectorAll('canvas')]);
  await pause();
  const box = root.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return null;
  const height = heightWithoutBar(root, box);
  const paper = new Paper(box.left, box.top, box.top + height, drawings);
  paper.draw(root);
  return { svg: paper.text(), width: box.width, height };
}

/** a bar this near to the edge stands at it */
const BAR_GAP_PX = 24;

const EVEN_DIGITS = ' style="font-variant-numeric:tabular-nums"';

class Paper {
  private readonly parts: string[] = [];
  private readonly defs: string[] = [];
  private readonly left: number;
  private readonly top: number;
  /** boxes end here at the latest */
  private readonly bottom: number;
  private readonly drawings: ReadonlyMap<HTMLCanvasElement, string>;

  constructor(left: number, top: number, bottom: number, drawings: ReadonlyMap<HTMLCanvasElement, string>) {
    this.left = left;
    this.top = top;
    this.bottom = bottom;
    this.drawings = drawings;
  }

  text(): string {
    return `${this.defs.length === 0 ? '' : `<defs>${this.defs.join('')}</defs>`}${this.parts.join('')}`;
  }

  draw(element: Element): void {
    if (element.matches(LEFT_OUT)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'collapse') return;
    const opacity = Number(style.opacity);
    if (opacity === 0) return;
    const box = element.getBoundingClientRect();
    if (isForReadersOnly(box, style)) return;
    // Small arrows are corners of a box that was turned.
    if (isTurned(style) && element.childNodes.length === 0) return;
    const grouped = opacity < 1;
    if (grouped) this.parts.push(`<g opacity="${short(opacity)}">`);
    if (style.visibility === 'hidden') this.children(element, style);
    else if (element instanceof SVGSVGElement) {
      this.parts.push(svgCopy(element, box.left - this.left, box.top - this.top, box.width, box.height));
    } else if (element instanceof HTMLCanvasElement) this.canvas(element, box);
    else if (element instanceof HTMLSelectElement) this.choice(element, box, style);
    else {
      this.box(box, style);
      const clipped = this.clip(element, box, style);
      this.children(element, style);
      if (clipped) this.parts.push('</g>');
    }
    if (grouped) this.parts.push('</g>');
  }

  private children(element: Element, style: CSSStyleDeclaration): void {
    const above: { readonly child: Element; readonly level: number }[] = [];
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (style.visibility !== 'hidden') this.words(child, style);
      } else if (child instanceof Element) {
        const { zIndex, position } = getComputedStyle(child);
        const level = position === 'static' ? 0 : Number(zIndex) || 0;
        if (level > 0) above.push({ child, level });
        else this.draw(child);
      }
    }
    for (const { child } of above.sort((a, b) => a.level - b.level)) this.draw(child);
  }

  private words(node: Text, style: CSSStyleDeclaration): void {
    const fill = paintOf('fill', style.color);
    if (fill === 'fill="none"') return;
    for (const { text, x, baseline, width, sizePx } of textLines(node, style)) {
      const slant = style.fontStyle === 'normal' ? '' : ` font-style="${style.fontStyle}"`;
      const even = style.fontVariantNumeric.includes('tabular-nums') ? EVEN_DIGITS : '';
      const mono = style.fontFamily.includes('mono') ? ' font-family="monospace"' : '';
      this.parts.push(
        `<text x="${short(x - this.left)}" y="${short(baseline - this.top)}" font-size="${short(sizePx)}" font-weight="${style.fontWeight}"${slant}${mono}${even} ${fill} textLength="${short(width)}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`,
      );
    }
  }

  /** What is chosen, as a word of the text around it. */
  private choice(select: HTMLSelectElement, box: DOMRect, style: CSSStyleDeclaration): void {
    const [option] = select.selectedOptions;
    const sizePx = Number.parseFloat(style.fontSize) || 12;
    const inset =
      (Number.parseFloat(style.paddingLeft) || 0) + (Number.parseFloat(style.borderLeftWidth) || 0);
    const place = `x="${short(box.left - this.left + inset)}" y="${short(box.top - this.top + box.height / 2 + sizePx * 0.36)}"`;
    this.parts.push(
      `<text ${place} font-size="${short(sizePx)}" font-weight="${style.fontWeight}" ${paintOf('fill', style.color)}>${escapeXml(option?.label ?? '')}</text>`,
    );
  }

  private box(whole: DOMRect, style: CSSStyleDeclaration): void {
    const height = Math.max(0, Math.min(whole.height, this.bottom - whole.top));
    const box = { left: whole.left, top: whole.top, width: whole.width, height };
    const x = box.left - this.left;
    const y = box.top - this.top;
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
    const borders = sides.map((side) => ({
      px: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]) || 0,
      colour: style[`border${side}Color`],
      dashed: style[`border${side}Style`] === 'dashed',
    }));
    const seen = borders.filter(({ px, colour }) => px > 0 && inkOf(colour).alpha > 0);
    const [first] = seen;
    const alike =
      seen.length === 4 && seen.every(({ px, colour }) => px === first?.px && colour === first?.colour);
    const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const round = style.borderTopLeftRadius.endsWith('%')
      ? (Math.min(box.width, box.height) * Math.min(radius, 50)) / 100
      : Math.min(radius, box.width / 2, box.height / 2);
    const ground = paintOf('fill', style.backgroundColor);
    if (ground !== 'fill="none"' || alike) {
      const inset = alike ? (first?.px ?? 0) / 2 : 0;
      const line =
        alike && first !== undefined
          ? ` ${paintOf('stroke', first.colour)} stroke-width="${short(first.px)}"${first.dashed ? ' stroke-dasharray="4 3"' : ''}`
          : '';
      this.parts.push(
        `<rect x="${short(x + inset)}" y="${short(y + inset)}" width="${short(Math.max(0, box.width - 2 * inset))}" height="${short(Math.max(0, box.height - 2 * inset))}"${round > 0 ? ` rx="${short(round)}"` : ''} ${ground}${line}/>`,
      );
    }
    for (const { defs, shape } of backgroundLayers(
      style,
      { x, y, width: box.width, height: box.height },
      round,
    )) {
      this.defs.push(defs);
      this.parts.push(shape);
    }
    if (alike) return;
    const [top, right, bottom, left] = borders;
    const line = (d: string, border: (typeof borders)[number] | undefined) => {
      if (border === undefined || !seen.includes(border)) return;
      const dashes = border.dashed ? ' stroke-dasharray="4 3"' : '';
      this.parts.push(
        `<path d="${d}" fill="none" ${paintOf('stroke', border.colour)} stroke-width="${short(border.px)}"${dashes}/>`,
      );
    };
    line(`M${short(x)} ${short(y + (top?.px ?? 0) / 2)}h${short(box.width)}`, top);
    line(`M${short(x + box.width - (right?.px ?? 0) / 2)} ${short(y)}v${short(box.height)}`, right);
    line(`M${short(x)} ${short(y + box.height - (bottom?.px ?? 0) / 2)}h${short(box.width)}`, bottom);
    line(`M${short(x + (left?.px ?? 0) / 2)} ${short(y)}v${short(box.height)}`, left);
  }

  /** @returns whether a group was opened */
  private clip(element: Element, box: DOMRect, style: CSSStyleDeclaration): boolean {
    if (style.overflowX === 'visible' && style.overflowY === 'visible') return false;
    const fits =
      element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1;
    if (fits) return false;
    const id = nextId('part');
    this.defs.push(
      `<clipPath id="${id}"><rect x="${short(box.left - this.left)}" y="${short(box.top - this.top)}" width="${short(box.width)}" height="${short(box.height)}"/></clipPath>`,
    );
    this.parts.push(`<g clip-path="url(#${id})">`);
    return true;
  }

  private canvas(canvas: HTMLCanvasElement, box: DOMRect): void {
    const drawing = this.drawings.get(canvas);
    if (drawing === undefined || drawing === '' || canvas.width === 0 || box.width === 0) return;
    const place = `translate(${short(box.left - this.left)} ${short(box.top - this.top)})`;
    const size = `scale(${box.width / canvas.width} ${box.height / canvas.height})`;
    this.parts.push(`<g transform="${place} ${size}">${drawing}</g>`);
  }
}

/** A bar of controls along the lower edge is left out, and so is its place. */
function heightWithoutBar(root: Element, box: DOMRect): number {
  const bars = [...root.querySelectorAll('[data-bar]')].map((bar) => bar.getBoundingClientRect());
  const low = bars.find(
    ({ width, bottom, height }) => height > 0 && width > 0.8 * box.width && bottom > box.bottom - BAR_GAP_PX,
  );
  return low === undefined ? box.height : Math.max(1, low.top - box.top);
}

/** "matrix(a, b, …": b is the sine of the angle */
function isTurned({ transform }: CSSStyleDeclaration): boolean {
  const [, sine] = /^matrix\([^,]+, ([^,]+),/.exec(transform) ?? [];
  return sine !== undefined && Number(sine) !== 0;
}

/** What is there for screen readers alone is a pixel large. */
function isForReadersOnly(box: DOMRect, style: CSSStyleDeclaration): boolean {
  return box.width <= 1 && box.height <= 1 && style.overflow === 'hidden';
}
