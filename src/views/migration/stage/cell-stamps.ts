/**
 * The picture of one cell as a block of pixels, made once for each mix of states (layout/migration/page-mix).
 *
 * A cell of many pages: the loud states take as many pixels as their share, quarter by quarter; what is left is the mix of
 * the quiet ones. So areas add up to counts, and one written page among 64 is a pale dot, not a red cell.
 *
 *   written █ 3/8     ██░░         A single page that is large enough bears a second mark:
 *   arrived and to    ██░░         written again a dark dot, held back a hatch, fetched a plus,
 *   send: one mix     ░░██         lost a cross, arrived a line at its foot, to send nothing.
 *                     ░░░░
 */
import { MOVE_STATE, MOVE_STATE_COUNT } from '../../../base/columns.ts';
import { sharesOf } from '../../../layout/migration/page-mix.ts';
import { mix, type Palette, pixel, type Rgb, rgb } from '../../shared/palette.ts';

export interface Stamp {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** css px from which cells stand apart, and from which single pages bear marks */
const GAP_FROM = 5;
const MARKS_FROM = 6;
/** css px² that the loud part of a cell has at least */
const LEAST_AREA = 0.5;
/** mixes of many states are many: then the stamps are made anew */
const MOST_STAMPS = 20_000;

const LOUD = [MOVE_STATE.lost, MOVE_STATE.writtenAgain, MOVE_STATE.heldBack, MOVE_STATE.fetched] as const;
const QUIET = [MOVE_STATE.toSend, MOVE_STATE.arrived, MOVE_STATE.atHome] as const;

/** Filled one after the other, crosswise, so that half full cells beside each other make no stripes. */
const QUARTERS = [0, 3, 1, 2] as const;

const shares = new Float64Array(MOVE_STATE_COUNT);

export class CellStamps {
  /** what lies behind the last page */
  readonly ground: number;
  private readonly single: boolean;
  private readonly ratio: number;
  private readonly gap: number;
  private readonly colours: Record<number, Rgb>;
  private readonly card: Rgb;
  private readonly dark: Rgb;
  private readonly strong: Rgb;
  /** by width and height, which differ by a px where cells stand between px; then by mix */
  private readonly made = new Map<number, Map<number, Stamp>>();
  private count = 0;

  /** @param size device px @param ratio device px a css px @param single a cell is one page */
  constructor(size: number, ratio: number, single: boolean, palette: Palette) {
    this.single = single;
    this.ratio = ratio;
    this.gap = size / ratio >= GAP_FROM ? Math.max(1, Math.round(ratio)) : 0;
    this.card = rgb(palette.card);
    this.ground = pixel(this.card);
    this.dark = mix(rgb(palette.written), [0, 0, 0], 0.75);
    this.strong = rgb(palette.arrivedStrong);
    const toSend = rgb(palette.toSend);
    this.colours = {
      [MOVE_STATE.toSend]: toSend,
      [MOVE_STATE.arrived]: rgb(palette.arrived),
      [MOVE_STATE.writtenAgain]: rgb(palette.written),
      [MOVE_STATE.heldBack]: rgb(palette.held),
      [MOVE_STATE.atHome]: mix(rgb(palette.gone), toSend, 0.55),
      [MOVE_STATE.fetched]: rgb(palette.demand),
      [MOVE_STATE.lost]: rgb(palette.failure),
    };
  }

  of(code: number, width: number, height: number): Stamp {
    const key = width * 4096 + height;
    let sized = this.made.get(key);
    if (!sized) {
      sized = new Map();
      this.made.set(key, sized);
    }
    let stamp = sized.get(code);
    if (!stamp) {
      if (this.count >= MOST_STAMPS) {
        for (const one of this.made.values()) one.clear();
        this.count = 0;
      }
      stamp = this.make(code, width, height);
      sized.set(code, stamp);
      this.count += 1;
    }
    return stamp;
  }

  private make(code: number, width: number, height: number): Stamp {
    const stamp = { width, height, pixels: new Uint32Array(width * height).fill(this.ground) };
    sharesOf(code, shares);
    if (this.single) this.page(stamp, shares.indexOf(1));
    else this.crowd(stamp);
    return stamp;
  }

  private colour(state: number): Rgb {
    return this.colours[state] ?? this.card;
  }

  private crowd(stamp: Stamp): void {
    const { ratio } = this;
    const width = stamp.width - this.gap;
    const height = stamp.height - this.gap;
    const area = width * height;
    let quiet = 0;
    for (const state of QUIET) quiet += shares[state] as number;
    let base: Rgb = this.card;
    let seen = 0;
    for (const state of QUIET) {
      const share = shares[state] as number;
      if (share === 0) continue;
      seen += share;
      base = mix(base, this.colour(state), share / seen);
    }
    // A share may be under a pixel: then it is a pixel of a paler colour, never nothing.
    let loud = 0;
    const parts: { readonly colour: Rgb; readonly to: number }[] = [];
    for (const state of LOUD) {
      const share = shares[state] as number;
      if (share === 0) continue;
      loud += Math.max(share * area, quiet > 0 ? LEAST_AREA * ratio * ratio : 0);
      parts.push({ colour: this.colour(state), to: loud });
    }
    let at = 0;
    for (const quarter of QUARTERS) {
      const right = quarter & 1;
      const low = quarter >> 1;
      const [fromX, toX] = half(width, right);
      const [fromY, toY] = half(height, low);
      for (let y = fromY; y < toY; y += 1) {
        for (let x = fromX; x < toX; x += 1, at += 1) {
          stamp.pixels[y * stamp.width + x] = pixel(coveredBy(parts, at, base));
        }
      }
    }
  }

  private page(stamp: Stamp, state: number): void {
    const { gap, ratio } = this;
    this.fill(stamp, 0, 0, stamp.width - gap, stamp.height - gap, pixel(this.colour(state)));
    const inner = Math.min(stamp.width, stamp.height) - gap;
    if (inner / ratio < MARKS_FROM) return;
    const card = pixel(this.card);
    const line = Math.max(1, Math.round(inner / 7));
    const middle = Math.floor((inner - line) / 2);
    switch (state) {
      case MOVE_STATE.writtenAgain: {
        const dot = Math.max(2, Math.round(inner / 3));
        const from = Math.floor((inner - dot) / 2);
        this.fill(stamp, from, from, dot, dot, pixel(this.dark));
        break;
      }
      case MOVE_STATE.arrived:
        this.fill(stamp, 0, inner - line, inner, line, pixel(this.strong));
        break;
      case MOVE_STATE.fetched:
        this.fill(stamp, line, middle, inner - 2 * line, line, card);
        this.fill(stamp, middle, line, line, inner - 2 * line, card);
        break;
      case MOVE_STATE.heldBack:
        this.paintWhere(stamp, inner, pixel(mix(this.colour(state), this.card, 0.6)), (x, y) => {
          const stripe = Math.max(3, Math.round(inner / 3));
          return (x + y) % stripe < Math.max(1, Math.round(stripe / 4));
        });
        break;
      case MOVE_STATE.lost:
        this.paintWhere(stamp, inner, card, (x, y) => {
          const near = line / 2;
          const inside = x >= line && y >= line && x < inner - line && y < inner - line;
          return inside && (Math.abs(x - y) <= near || Math.abs(x + y - inner + 1) <= near);
        });
        break;
    }
  }

  private fill(stamp: Stamp, x: number, y: number, width: number, height: number, colour: number): void {
    for (let row = y; row < y + height; row += 1) {
      stamp.pixels.fill(colour, row * stamp.width + x, row * stamp.width + x + width);
    }
  }

  private paintWhere(
    stamp: Stamp,
    inner: number,
    colour: number,
    where: (x: number, y: number) => boolean,
  ): void {
    for (let y = 0; y < inner; y += 1) {
      for (let x = 0; x < inner; x += 1) if (where(x, y)) stamp.pixels[y * stamp.width + x] = colour;
    }
  }
}

/** The first or the second half of so many px; the first has the odd one. */
function half(px: number, second: number): readonly [from: number, to: number] {
  const middle = Math.ceil(px / 2);
  return second === 1 ? [middle, px] : [0, middle];
}

/** Colour of the pixel that covers `at` to `at + 1` of the parts laid end to end; what they leave is `base`. */
function coveredBy(
  parts: readonly { readonly colour: Rgb; readonly to: number }[],
  at: number,
  base: Rgb,
): Rgb {
  let from = 0;
  let colour = base;
  let covered = 0;
  for (const part of parts) {
    const here = Math.min(part.to, at + 1) - Math.max(from, at);
    if (here > 0) {
      covered += here;
      colour = covered === here ? part.colour : mix(colour, part.colour, here / covered);
    }
    from = part.to;
  }
  return covered >= 1 || covered === 0 ? colour : mix(base, colour, covered);
}

/** Copies a stamp into an image of `width` × `height` pixels; what lies outside of it is left out. */
export function press(
  image: Uint32Array,
  width: number,
  height: number,
  stamp: Stamp,
  x: number,
  y: number,
): void {
  const fromX = Math.max(0, -x);
  const toX = Math.min(stamp.width, width - x);
  const toY = Math.min(stamp.height, height - y);
  for (let row = Math.max(0, -y); row < toY; row += 1) {
    const to = (y + row) * width + x;
    const from = row * stamp.width;
    for (let column = fromX; column < toX; column += 1) {
      image[to + column] = stamp.pixels[from + column] as number;
    }
  }
}
