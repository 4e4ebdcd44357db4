/** What the painter draws, as SVG text. */
import type { Surface } from './painter.ts';

export class SvgSurface implements Surface {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  font = '';
  textAlign: CanvasTextAlign = 'center';
  textBaseline: CanvasTextBaseline = 'middle';
  globalAlpha = 1;
  readonly parts: string[] = [];
  private path = '';

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${short(x)} ${short(y)}`;
  }

  /** whole circles only */
  arc(x: number, y: number, radius: number): void {
    const r = short(radius);
    this.path += `M${short(x + radius)} ${short(y)}A${r} ${r} 0 1 1 ${short(x - radius)} ${short(y)}A${r} ${r} 0 1 1 ${short(x + radius)} ${short(y)}Z`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  fill(): void {
    if (this.path !== '') this.parts.push(`<path d="${this.path}" fill="${this.fillStyle}"/>`);
  }

  stroke(): void {
    if (this.path === '') return;
    this.parts.push(
      `<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${short(this.lineWidth)}" stroke-linecap="${this.lineCap}"/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    this.write(text, x, y, `fill="${this.fillStyle}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.write(text, x, y, `fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}"`);
  }

  private write(text: string, x: number, y: number, look: string): void {
    const size = /([\d.]+)px/.exec(this.font)?.[1] ?? '12';
    const anchor = this.textAlign === 'center' ? 'middle' : 'start';
    this.parts.push(
      `<text x="${short(x)}" y="${short(y)}" font-size="${size}" font-weight="${this.font.startsWith('6') ? 600 : 500}" text-anchor="${anchor}" dominant-baseline="central" ${look}>${escapeXml(text)}</text>`,
    );
  }
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
