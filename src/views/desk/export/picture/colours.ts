/** Colours as every program that reads SVG knows them: "#rrggbb" and an opacity beside it. */

export interface Ink {
  readonly hex: string;
  /** 0–1 */
  readonly alpha: number;
}

const CLEAR: Ink = { hex: '#000000', alpha: 0 };
const known = new Map<string, Ink>();
let probe: CanvasRenderingContext2D | null = null;

/** @param colour anything CSS knows, resolved: "rgb(1, 2, 3)", "color(srgb 0.1 0.2 0.3 / 0.5)" */
export function inkOf(colour: string): Ink {
  let ink = known.get(colour);
  if (ink === undefined) {
    ink = read(colour);
    known.set(colour, ink);
  }
  return ink;
}

function read(colour: string): Ink {
  if (colour === '' || colour === 'none' || colour === 'transparent') return CLEAR;
  if (/^#[\da-f]{6}$/i.test(colour)) return { hex: colour, alpha: 1 };
  const [, red, green, blue, alpha] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour) ?? [];
  if (red !== undefined) return { hex: hexOf([red, green, blue].map(Number)), alpha: Number(alpha ?? 1) };
  return painted(colour);
}

/** The newer notations are for the browser to read: a pixel is painted and looked at. */
function painted(colour: string): Ink {
  probe ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (probe === null) return CLEAR;
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = probe.getImageData(0, 0, 1, 1).data;
  return { hex: hexOf([red, green, blue]), alpha: Math.round((alpha / 255) * 1000) / 1000 };
}

function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** `fill="#…"`, with its opacity where it has one; "none" where nothing would be seen */
export function paintOf(what: 'fill' | 'stroke', colour: string): string {
  const { hex, alpha } = inkOf(colour);
  if (alpha === 0) return `${what}="none"`;
  return alpha === 1 ? `${what}="${hex}"` : `${what}="${hex}" ${what}-opacity="${alpha}"`;
}
