import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../../src/views/desk/export/film/film.ts';
import { pathsOf } from '../../../../src/views/desk/export/picture/pixel-runs.ts';
import { SvgContext } from '../../../../src/views/desk/export/picture/svg-context.ts';
import { escapeXml } from '../../../../src/views/desk/export/picture/text.ts';

/** Paints the paths back, as a viewer would. */
function painted(svg: string, width: number, height: number): Uint32Array {
  const pixels = new Uint32Array(width * height);
  for (const [, d = '', fill = '000000', alpha] of svg.matchAll(
    /<path d="([^"]*)" fill="#(\w{6})"(?: fill-opacity="([\d.]+)")?\/>/g,
  )) {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
    const seen = alpha === undefined ? 255 : Math.round(Number(alpha) * 255);
    const colour = ((seen << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    for (const [, x, y, w, h] of d.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+Z/g)) {
      for (let row = Number(y); row < Number(y) + Number(h); row += 1) {
        pixels.fill(colour, row * width + Number(x), row * width + Number(x) + Number(w));
      }
    }
  }
  return pixels;
}

const GROUND = 0xffff_ffff;
const colours = fc.constantFrom(GROUND, 0xff0b_54d9, 0xffea_c39f, 0xffb8_4b7b);

describe('pixels as paths', () => {
  test.prop(
    [
      fc.integer({ min: 1, max: 24 }).chain((width) =>
        fc.tuple(
          fc.constant(width),
          fc.array(fc.array(colours, { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 20,
          }),
        ),
      ),
    ],
    { seed: 6217 },
  )('give the very same pixels back', ([width, rows]) => {
    const pixels = Uint32Array.from(rows.flat());
    const svg = pathsOf(pixels, width, rows.length);
    expect(svg).not.toBeNull();
    expect(painted(svg ?? '', width, rows.length)).toEqual(pixels);
  });

  it('are one rectangle where all are alike, and none where nothing is', () => {
    expect(pathsOf(new Uint32Array(100).fill(GROUND), 10, 10)?.match(/M/g)).toHaveLength(1);
    expect(pathsOf(new Uint32Array(100), 10, 10)).toBe('');
  });

  it('are refused where they would be too many', () => {
    const noise = Uint32Array.from({ length: 90_000 }, (_, i) => 0xff00_0000 + i);
    expect(pathsOf(noise, 300, 300)).toBeNull();
  });
});

describe('a canvas’s calls as SVG', () => {
  const paper = () => new SvgContext({ width: 200, height: 100 });

  it('keeps scale, colour, width and dash', () => {
    const context = paper();
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.set('strokeStyle', '#c8321f');
    context.set('lineWidth', 1.5);
    context.setLineDash([4, 2]);
    context.beginPath();
    context.moveTo(1, 2);
    context.lineTo(10, 20);
    context.stroke();
    expect(context.text()).toBe(
      '<path d="M2 4L20 40" fill="none" stroke="#c8321f" stroke-width="3" stroke-dasharray="8 4"/>',
    );
  });

  it('forgets what was wiped, but not what is outside of it', () => {
    const context = paper();
    context.set('fillStyle', '#112233');
    context.fillRect(0, 0, 5, 5);
    context.clearRect(0, 0, 50, 100);
    expect(context.text()).toContain('#112233');
    context.clearRect(0, 0, 200, 100);
    expect(context.text()).toBe('');
  });

  it('closes every group it opens', () => {
    const context = paper();
    context.save();
    context.beginPath();
    context.rect(0, 0, 200, 100);
    context.clip();
    context.clearRect(0, 0, 200, 100);
    context.set('globalAlpha', 0.5);
    context.set('fillStyle', '#445566');
    context.fillRect(1, 1, 2, 2);
    const open = context.text();
    context.restore();
    for (const text of [open, context.text()]) {
      expect(text.match(/<g/g)).toHaveLength(1);
      expect(text.match(/<\/g>/g)).toHaveLength(1);
    }
    expect(open).toContain('fill="#445566" fill-opacity="0.5"');
    context.fillRect(1, 1, 2, 2);
    expect(context.text().endsWith('fill="#000000"/>')).toBe(true);
  });

  it('draws a whole circle as two halves', () => {
    const context = paper();
    context.beginPath();
    context.arc(10, 10, 5, 0, 2 * Math.PI);
    context.fill();
    expect(context.text()).toContain('M15 10A5 5 0 1 1 5 10A5 5 0 1 1 15 10Z');
  });
});

it('texts are fit for XML whatever is in them', () => {
  expect(escapeXml('a < b & "c"\u0000\u001b')).toBe('a &lt; b &amp; &quot;c&quot;');
});

it('the frames of an animation go evenly from its beginning to its very end', () => {
  const plan = { from: 2, to: 4, frames: 5 };
  expect([0, 1, 2, 3, 4].map((i) => momentOf(plan, i))).toEqual([2, 2.5, 3, 3.5, 4]);
  expect(momentOf({ ...plan, frames: 1 }, 0)).toBe(4);
});
