/** An inline SVG of the page with its looks written out: classes and tokens mean nothing outside of it. */
import { paintOf } from './colours.ts';
import { short } from './text.ts';

/** Looks with what holds where nothing is said; those that are handed down are compared with the parent's. */
const HANDED_DOWN: Readonly<Record<string, string>> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'paint-order': 'normal',
  visibility: 'visible',
};
const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'dominant-baseline': 'auto',
  'vector-effect': 'none',
};
const EVEN_DIGITS = 'font-variant-numeric:tabular-nums';
/** What an image has no use for. */
const GONE = /^(aria-|data-|on|class$|style$|role$|tabindex$|focusable$)/;

export function svgCopy(svg: SVGSVGElement, x: number, y: number, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const gone: Element[] = [];
  writeLooks(svg, copy, null, gone);
  for (const element of gone) element.remove();
  const numbers = { x, y, width, height };
  for (const [name, value] of Object.entries(numbers)) copy.setAttribute(name, short(value));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${short(width)} ${short(height)}`);
  if (getComputedStyle(svg).overflow === 'visible') copy.setAttribute('overflow', 'visible');
  return new XMLSerializer().serializeToString(copy);
}

function writeLooks(
  original: Element,
  copy: Element,
  parent: CSSStyleDeclaration | null,
  gone: Element[],
): void {
  const style = getComputedStyle(original);
  const name = original.tagName.toLowerCase();
  if (style.display === 'none' && !HOLDERS.has(name)) {
    gone.push(copy);
    return;
  }
  if (name === 'foreignobject' || name === 'script' || name === 'style') {
    gone.push(copy);
    return;
  }
  for (const { name: attribute } of [...copy.attributes])
    if (GONE.test(attribute)) copy.removeAttribute(attribute);
  if (!HOLDERS.has(name)) write(original, copy, style, parent);
  const copies = [...copy.children];
  [...original.children].forEach((child, i) => {
    const other = copies[i];
    if (other !== undefined) writeLooks(child, other, style, gone);
  });
}

const HOLDERS: ReadonlySet<string> = new Set(['defs', 'title', 'desc', 'clippath', 'lineargradient', 'stop']);

function write(
  original: Element,
  copy: Element,
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | null,
): void {
  for (const what of ['fill', 'stroke'] as const) {
    const value = style.getPropertyValue(what);
    if (value.startsWith('url')) continue;
    if (parent !== null && value === parent.getPropertyValue(what)) {
      // Handed down by a group that says it already.
      if (copy.hasAttribute(what)) set(copy, paintOf(what, value));
      continue;
    }
    set(copy, paintOf(what, value));
  }
  for (const [property, plain] of Object.entries(HANDED_DOWN)) {
    const value = style.getPropertyValue(property);
    if (value === '' || value === (parent?.getPropertyValue(property) ?? plain)) {
      if (copy.hasAttribute(property)) copy.setAttribute(property, bare(value));
      continue;
    }
    copy.setAttribute(property, bare(value));
  }
  for (const [property, plain] of Object.entries(OWN)) {
    const value = style.getPropertyValue(property);
    if (value === '' || copy.hasAttribute(property) || value === plain) continue;
    copy.setAttribute(property, bare(value));
  }
  const { transform } = style;
  if (transform !== '' && transform !== 'none' && !original.hasAttribute('transform')) {
    copy.setAttribute('transform', transform);
  }
  if (original instanceof SVGTextElement && original.children.length === 0) {
    const width = original.getComputedTextLength();
    if (width > 0) {
      // Only as wide as it was measured if its digits are as wide.
      if (style.fontVariantNumeric.includes('tabular-nums')) copy.setAttribute('style', EVEN_DIGITS);
      copy.setAttribute('textLength', short(width));
      copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
}

/** "2px" → "2": without a unit every program understands it. */
function bare(value: string): string {
  return value.replace(/(\d)px/g, '$1');
}

/** `fill="#000000" fill-opacity="0.5"` as attributes */
function set(copy: Element, attributes: string): void {
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g))
    copy.setAttribute(name, value);
}
