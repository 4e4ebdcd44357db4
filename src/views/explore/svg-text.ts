/** A scene as the text of an SVG file, its colours resolved, its title and what it shows written into it. */
import type { Mark, Scene } from '../../layout/explore/scene.ts';
import { colourOf, type Inks } from './inks.ts';
import { HATCH_PX } from './paint.ts';
import { corners, isHollow } from './shapes.ts';

const FONT = "'Inter Variable', Inter, system-ui, sans-serif";
const PAD_PX = 16;
const HEAD_PX = 30;

export function sceneSvg(scene: Scene, all: Inks, title: string, about: string): string {
  const width = scene.width + 2 * PAD_PX;
  const height = scene.height + 2 * PAD_PX + HEAD_PX;
  const hatch = (id: string, ink: string) =>
    `<pattern id="${id}" width="${HATCH_PX}" height="${HATCH_PX}" patternUnits="userSpaceOnUse">` +
    `<path d="M-1 1L1 -1M0 ${HATCH_PX}L${HATCH_PX} 0M${HATCH_PX - 1} ${HATCH_PX + 1}L${HATCH_PX + 1} ${HATCH_PX - 1}" stroke="${ink}" stroke-width="1.2"/></pattern>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}" font-size="12">`,
    `<title>${escaped(title)}</title><desc>${escaped(about)}</desc>`,
    `<defs>${hatch('hatch', all['ink-3'])}${hatch('hatch-pale', all.card)}</defs>`,
    `<rect width="${width}" height="${height}" fill="${all.card}"/>`,
    `<text x="${PAD_PX + 4}" y="${PAD_PX + 14}" font-size="15" font-weight="650" fill="${all.ink}">${escaped(title)}</text>`,
    `<g transform="translate(${PAD_PX} ${PAD_PX + HEAD_PX})">`,
    ...[...scene.frame, ...scene.data].map((mark) => markSvg(mark, all)),
    '</g></svg>',
  ].join('\n');
}

function markSvg(mark: Mark, all: Inks): string {
  switch (mark.kind) {
    case 'line':
      return `<path d="${pathOf(mark.points)}" fill="none" stroke="${all[mark.ink]}" stroke-width="${mark.width}"${dash(mark.dash)}/>`;
    case 'area':
      return `<path d="${pathOf(mark.points)}Z" fill="${all[mark.ink]}" fill-opacity="${mark.opacity}"/>`;
    case 'rect':
      return rectSvg(mark, all);
    case 'dot': {
      const { x, y, size, shape } = mark;
      const look = isHollow(shape)
        ? `fill="${all.card}" stroke="${all[mark.ink]}" stroke-width="1.2"`
        : `fill="${all[mark.ink]}" stroke="${all.card}" stroke-width="0.7"`;
      const points = corners(shape, size);
      if (points === null) return `<circle cx="${short(x)}" cy="${short(y)}" r="${size}" ${look}/>`;
      return `<path d="${pathOf(points.map((at, i) => at + (i % 2 === 0 ? x : y)))}Z" ${look}/>`;
    }
    case 'text':
      return `<text x="${short(mark.x)}" y="${short(mark.y)}" text-anchor="${mark.anchor}" fill="${colourOf(mark.ink, all)}"${mark.bold === true ? ' font-weight="600"' : ''}${mark.size === undefined ? '' : ` font-size="${mark.size}"`}>${escaped(mark.text)}</text>`;
  }
}

function rectSvg(mark: Extract<Mark, { kind: 'rect' }>, all: Inks): string {
  const { x, y, width, height } = mark;
  const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  const parts: string[] = [];
  if (mark.fill !== undefined) parts.push(`<rect ${place} fill="${colourOf(mark.fill, all)}"/>`);
  if (mark.hatch === true) {
    const dark = typeof mark.fill === 'number' && mark.fill > 0.5;
    parts.push(`<rect ${place} fill="url(#${dark ? 'hatch-pale' : 'hatch'})"/>`);
  }
  if (mark.cross === true)
    parts.push(
      `<path d="M${short(x + 2)} ${short(y + 2)}L${short(x + width - 2)} ${short(y + height - 2)}M${short(x + width - 2)} ${short(y + 2)}L${short(x + 2)} ${short(y + height - 2)}" stroke="${all['ink-3']}"/>`,
    );
  if (mark.outline !== undefined)
    parts.push(
      `<rect x="${short(x + 0.5)}" y="${short(y + 0.5)}" width="${short(width - 1)}" height="${short(height - 1)}" fill="none" stroke="${all[mark.outline]}"${dash(mark.dash)}/>`,
    );
  return parts.join('');
}

/** M and L through x, y, x, y …; NaN breaks the line. */
function pathOf(points: readonly number[]): string {
  let path = '';
  let down = false;
  for (let i = 0; i < points.length; i += 2) {
    const y = points[i + 1] ?? 0;
    if (Number.isNaN(y)) {
      down = false;
      continue;
    }
    path += `${down ? 'L' : 'M'}${short(points[i] ?? 0)} ${short(y)}`;
    down = true;
  }
  return path;
}

const dash = (pattern: readonly number[] | undefined): string =>
  pattern === undefined || pattern.length === 0 ? '' : ` stroke-dasharray="${pattern.join(' ')}"`;

const short = (value: number): number => Math.round(value * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
