/** Gradients of a box: hatches of stripes, dots, and plain ones, as the page's legends and bars are painted with them. */
import { inkOf } from './colours.ts';
import { nextId, short } from './text.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Stop {
  readonly colour: string;
  /** px along the gradient */
  readonly at: number;
}

interface Layer {
  readonly defs: string;
  readonly shape: string;
}

/** Undermost first. */
export function backgroundLayers(style: CSSStyleDeclaration, box: Box, round: number): Layer[] {
  const { backgroundImage: images, backgroundSize, backgroundPosition } = style;
  if (images === 'none' || images === '') return [];
  const sizes = parted(backgroundSize);
  const places = parted(backgroundPosition);
  return parted(images)
    .map((image, i) => {
      const part = placed(box, sizes[i % sizes.length] ?? 'auto', places[i % places.length] ?? '0% 0%');
      return layerOf(image, part, part.width === box.width ? round : 0);
    })
    .filter((layer) => layer !== null)
    .reverse();
}

function layerOf(image: string, box: Box, round: number): Layer | null {
  const [, kind, words] = /^(repeating-linear|linear|radial)-gradient\((.*)\)$/s.exec(image) ?? [];
  if (kind === undefined || words === undefined) return null;
  const parts = parted(words);
  if (kind === 'radial') return dot(stopsOf(parts.slice(1), box.width / 2), box);
  const angle = angleOf(parts[0] ?? '');
  const length = lengthOf(box, angle ?? 180);
  const stops = stopsOf(angle === null ? parts : parts.slice(1), length);
  return kind === 'linear'
    ? plain(stops, box, angle ?? 180, length, round)
    : stripes(stops, box, angle ?? 180, round);
}

function stripes(stops: readonly Stop[], box: Box, angle: number, round: number): Layer | null {
  const period = stops.at(-1)?.at ?? 0;
  if (!(period > 0)) return null;
  const id = nextId('stripes');
  const bars = stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    const { hex, alpha } = inkOf(stop.colour);
    if (next === undefined || next.at <= stop.at || alpha === 0) return [];
    return [
      `<rect x="${short(stop.at)}" y="0" width="${short(next.at - stop.at)}" height="${short(period)}" fill="${hex}"${alpha === 1 ? '' : ` fill-opacity="${alpha}"`}/>`,
    ];
  });
  const turned = `translate(${short(box.x)} ${short(box.y)}) rotate(${short(angle - 90)})`;
  return {
    defs: `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${short(period)}" height="${short(period)}" patternTransform="${turned}">${bars.join('')}</pattern>`,
    shape: rect(box, round, `url(#${id})`),
  };
}

function plain(stops: readonly Stop[], box: Box, angle: number, length: number, round: number): Layer | null {
  if (stops.length === 0 || !(length > 0)) return null;
  const id = nextId('shade');
  const turn = ((angle - 90) * Math.PI) / 180;
  const [dx, dy] = [(Math.cos(turn) * length) / 2, (Math.sin(turn) * length) / 2];
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const marks = stops.map(({ colour, at }) => {
    const { hex, alpha } = inkOf(colour);
    return `<stop offset="${short(at / length)}" stop-color="${hex}"${alpha === 1 ? '' : ` stop-opacity="${alpha}"`}/>`;
  });
  return {
    defs: `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${short(cx - dx)}" y1="${short(cy - dy)}" x2="${short(cx + dx)}" y2="${short(cy + dy)}">${marks.join('')}</linearGradient>`,
    shape: rect(box, round, `url(#${id})`),
  };
}

/** A mark in the middle: as large as its first colour goes. */
function dot(stops: readonly Stop[], box: Box): Layer | null {
  const [first] = stops;
  const { hex, alpha } = inkOf(first?.colour ?? '');
  if (first === undefined || alpha === 0 || !(first.at > 0)) return null;
  const place = `cx="${short(box.x + box.width / 2)}" cy="${short(box.y + box.height / 2)}"`;
  return { defs: '', shape: `<circle ${place} r="${short(first.at)}" fill="${hex}"/>` };
}

function rect({ x, y, width, height }: Box, round: number, fill: string): string {
  const size = `width="${short(width)}" height="${short(height)}"${round > 0 ? ` rx="${short(round)}"` : ''}`;
  return `<rect x="${short(x)}" y="${short(y)}" ${size} fill="${fill}"/>`;
}

/** At commas that are in no brackets. */
function parted(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += sign;
  }
  return part.trim() === '' ? parts : [...parts, part.trim()];
}

const SIDES: Readonly<Record<string, number>> = {
  'to top': 0,
  'to right': 90,
  'to bottom': 180,
  'to left': 270,
};

/** null where the first part is a colour already */
function angleOf(part: string): number | null {
  const degrees = /^(-?[\d.]+)deg$/.exec(part)?.[1];
  return degrees === undefined ? (SIDES[part] ?? null) : Number(degrees);
}

/** How long a gradient's line is in a box, by CSS's rule. */
function lengthOf({ width, height }: Box, angle: number): number {
  const turn = (angle * Math.PI) / 180;
  return Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn));
}

/** "rgb(1, 2, 3) 0px 2px" is two stops; a place that is left out lies at its end. */
function stopsOf(parts: readonly string[], length: number): Stop[] {
  return parts.flatMap((part, i) => {
    const places = [...part.matchAll(/(-?[\d.]+)(px|%)(?=\s|$)/g)];
    const colour = part.replace(/\s+-?[\d.]+(px|%)(?=\s|$)/g, '').trim();
    if (places.length === 0) return [{ colour, at: i === 0 ? 0 : length }];
    return places.map(([, value, unit]) => ({
      colour,
      at: unit === '%' ? (Number(value) / 100) * length : Number(value),
    }));
  });
}

/** A layer may be smaller than its box. */
function placed(box: Box, size: string, place: string): Box {
  const [width, height] = size.split(' ');
  if (!width?.endsWith('px') || !height?.endsWith('px')) return box;
  const [w, h] = [Number.parseFloat(width), Number.parseFloat(height)];
  const [left = '0%', top = '0%'] = place.split(' ');
  const along = (text: string, room: number) =>
    text.endsWith('%') ? (room * Number.parseFloat(text)) / 100 : Number.parseFloat(text) || 0;
  return {
    x: box.x + along(left, box.width - w),
    y: box.y + along(top, box.height - h),
    width: w,
    height: h,
  };
}
