/**
 * A canvas's painter draws here too, and SVG comes of it: the calls this app's painters make, no more. Coordinates are
 * the canvas's own pixels; whoever places the drawing scales it.
 */
import { inkOf, paintOf } from './colours.ts';
import { runsOf } from './pixel-runs.ts';
import { escapeXml, nextId, short } from './text.ts';

interface Look {
  fillStyle: string | CanvasPattern | CanvasGradient;
  strokeStyle: string | CanvasPattern | CanvasGradient;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  lineDashOffset: number;
}

interface State extends Look {
  dash: readonly number[];
  /** a, d, e, f of the matrix: scale and shift, nothing else is used */
  scaleX: number;
  scaleY: number;
  shiftX: number;
  shiftY: number;
  clips: number;
}

const START: State = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  lineDashOffset: 0,
  dash: [],
  scaleX: 1,
  scaleY: 1,
  shiftX: 0,
  shiftY: 0,
  clips: 0,
};

export class SvgContext {
  readonly parts: string[] = [];
  readonly defs: string[] = [];
  private state: State = { ...START };
  private readonly saved: State[] = [];
  private path = '';
  private readonly patterns = new Map<unknown, string>();
  /** the groups of the clips that are on */
  private readonly open: string[] = [];
  private readonly canvas: { readonly width: number; readonly height: number };

  /** @param canvas its size counts when everything is wiped */
  constructor(canvas: { readonly width: number; readonly height: number }) {
    this.canvas = canvas;
  }

  /** a property was set on the canvas */
  set(name: string, value: unknown): void {
    if (name in START) (this.state as unknown as Record<string, unknown>)[name] = value;
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    const before = this.saved.pop();
    if (before === undefined) return;
    for (let open = this.state.clips; open > before.clips; open -= 1) this.parts.push('</g>');
    this.state = before;
  }

  setTransform(a: number, _b: number, _c: number, d: number, e: number, f: number): void {
    Object.assign(this.state, { scaleX: a, scaleY: d, shiftX: e, shiftY: f });
  }

  translate(x: number, y: number): void {
    this.state.shiftX += x * this.state.scaleX;
    this.state.shiftY += y * this.state.scaleY;
  }

  scale(x: number, y: number): void {
    this.state.scaleX *= x;
    this.state.scaleY *= y;
  }

  setLineDash(dash: readonly number[]): void {
    this.state.dash = [...dash];
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${this.at(x, y)}`;
  }

  closePath(): void {
    if (this.path !== '') this.path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += this.rectPath(x, y, width, height);
  }

  roundRect(x: number, y: number, width: number, height: number, radius: unknown): void {
    const wanted = typeof radius === 'number' ? radius : Array.isArray(radius) ? Number(radius[0]) : 0;
    const r = Math.max(0, Math.min(wanted || 0, width / 2, height / 2));
    const corner = (toX: number, toY: number) => `A${this.radii(r)} 0 0 1 ${this.at(toX, toY)}`;
    this.path += [
      `M${this.at(x + r, y)}L${this.at(x + width - r, y)}${corner(x + width, y + r)}`,
      `L${this.at(x + width, y + height - r)}${corner(x + width - r, y + height)}`,
      `L${this.at(x + r, y + height)}${corner(x, y + height - r)}L${this.at(x, y + r)}${corner(x + r, y)}Z`,
    ].join('');
  }

  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    const turn = backwards ? from - to : to - from;
    const spot = (angle: number) => this.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const start = `${this.path === '' || this.path.endsWith('Z') || turn >= 2 * Math.PI ? 'M' : 'L'}${spot(from)}`;
    const r = this.radii(radius);
    const sweep = backwards ? 0 : 1;
    if (turn >= 2 * Math.PI - 1e-6) {
      this.path += `${start}A${r} 0 1 ${sweep} ${spot(from + Math.PI)}A${r} 0 1 ${sweep} ${spot(from)}Z`;
    } else this.path += `${start}A${r} 0 ${turn > Math.PI ? 1 : 0} ${sweep} ${spot(to)}`;
  }

  fill(): void {
    if (this.path !== '') this.parts.push(`<path d="${this.path}" ${this.filled()}/>`);
  }

  stroke(): void {
    if (this.path !== '') this.parts.push(`<path d="${this.path}" ${this.stroked()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<path d="${this.rectPath(x, y, width, height)}" ${this.filled()}/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<path d="${this.rectPath(x, y, width, height)}" ${this.stroked()}/>`);
  }

  /** Painters wipe what they are about to draw anew; where that is everything, what was drawn before is gone. */
  clearRect(x: number, y: number, width: number, height: number): void {
    const { scaleX, scaleY, shiftX, shiftY, clips } = this.state;
    const right = (x + width) * scaleX + shiftX;
    const bottom = (y + height) * scaleY + shiftY;
    const all = right >= this.canvas.width - 2 && bottom >= this.canvas.height - 2;
    if (!all || x * scaleX + shiftX > 2 || y * scaleY + shiftY > 2) return;
    this.parts.length = 0;
    this.parts.push(...this.open.slice(0, clips));
  }

  clip(): void {
    const id = nextId('cut');
    this.defs.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this.open[this.state.clips] = `<g clip-path="url(#${id})">`;
    this.parts.push(this.open[this.state.clips] ?? '');
    this.state.clips += 1;
  }

  fillText(text: string, x: number, y: number): void {
    const { font, textAlign, textBaseline, scaleX } = this.state;
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12) * scaleX;
    const weight = /\b([1-9]00|bold)\b/.exec(font)?.[1] ?? '400';
    const anchor =
      textAlign === 'center' ? 'middle' : textAlign === 'right' || textAlign === 'end' ? 'end' : 'start';
    const [px, py] = this.at(x, y).split(' ');
    const shift = textBaseline === 'middle' ? size * 0.35 : textBaseline === 'top' ? size * 0.8 : 0;
    this.parts.push(
      `<text x="${px}" y="${short(Number(py) + shift)}" font-size="${short(size)}" font-weight="${weight}" text-anchor="${anchor}" ${this.filled()}>${escapeXml(text)}</text>`,
    );
  }

  /** @param pattern what the real canvas made of it, by which it is known afterwards */
  createPattern(source: unknown, pattern: unknown): void {
    if (!(source instanceof HTMLCanvasElement)) return;
    const id = nextId('hatch');
    const { width, height } = source;
    this.defs.push(
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${width}" height="${height}">${runsOf(source) ?? ''}</pattern>`,
    );
    this.patterns.set(pattern, id);
  }

  /** Groups that a painter left open are closed. */
  text(): string {
    return [...this.parts, ...Array.from({ length: this.state.clips }, () => '</g>')].join('');
  }

  private at(x: number, y: number): string {
    const { scaleX, scaleY, shiftX, shiftY } = this.state;
    return `${short(x * scaleX + shiftX)} ${short(y * scaleY + shiftY)}`;
  }

  private radii(radius: number): string {
    return `${short(radius * this.state.scaleX)} ${short(radius * this.state.scaleY)}`;
  }

  private rectPath(x: number, y: number, width: number, height: number): string {
    const { scaleX, scaleY } = this.state;
    return `M${this.at(x, y)}h${short(width * scaleX)}v${short(height * scaleY)}h${short(-width * scaleX)}Z`;
  }

  private filled(): string {
    return this.paint('fill', this.state.fillStyle);
  }

  private stroked(): string {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash, lineDashOffset, scaleX } = this.state;
    const dashes =
      dash.length === 0
        ? ''
        : ` stroke-dasharray="${dash.map((one) => short(one * scaleX)).join(' ')}"${lineDashOffset === 0 ? '' : ` stroke-dashoffset="${short(lineDashOffset * scaleX)}"`}`;
    const cap = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`;
    const join = lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`;
    return `fill="none" ${this.paint('stroke', strokeStyle)} stroke-width="${short(lineWidth * scaleX)}"${cap}${join}${dashes}`;
  }

  private paint(what: 'fill' | 'stroke', style: Look['fillStyle']): string {
    const { globalAlpha } = this.state;
    const pattern = this.patterns.get(style);
    if (pattern !== undefined) {
      return `${what}="url(#${pattern})"${globalAlpha === 1 ? '' : ` ${what}-opacity="${short(globalAlpha)}"`}`;
    }
    if (typeof style !== 'string') return `${what}="none"`;
    if (globalAlpha === 1) return paintOf(what, style);
    const { hex, alpha } = inkOf(style);
    const seen = Math.round(alpha * globalAlpha * 1000) / 1000;
    return seen === 0 ? `${what}="none"` : `${what}="${hex}" ${what}-opacity="${seen}"`;
  }
}
