/**
 * The picture of one tile as a block of pixels, made once for each mix of states (layout/page-grid: tile codes).
 *
 *   to send        arrived        written again      held back
 *   ▓▓▓·           ░░░·           ████  as much as   ▓▓▒·  diagonal
 *   ▓▓▓·  grey     ░░░·  pale     ██●█  its share,   ▓▒▓·  hatch
 *   ▓▓▓·           ░░░·  blue     ████  dark dot     ▒▓▓·
 *   ····           ····           ████               ····
 *
 * Second marks (dot, hatch, size) keep the states apart without colour.
 */
import { PAGE_STATE } from '../../../base/columns.ts';
import { LEVELS, tileLevel } from '../../../layout/page-grid.ts';
import { mix, type Palette, pixel, rgb } from '../../shared/palette.ts';

export type Side = 'source' | 'destination';
export type Stamp = Uint32Array;

export class TileStamps {
  readonly size: number;
  private readonly side: Side;
  private readonly colours: ReturnType<typeof coloursOf>;
  private readonly made = new Map<number, Stamp>();

  constructor(side: Side, size: number, palette: Palette) {
    this.side = side;
    this.size = size;
    this.colours = coloursOf(palette);
  }

  of(code: number): Stamp {
    let stamp = this.made.get(code);
    if (!stamp) {
      stamp = this.make(code);
      this.made.set(code, stamp);
    }
    return stamp;
  }

  private make(code: number): Stamp {
    const { size, colours } = this;
    const share = (state: number) => tileLevel(code, state) / LEVELS;
    const stamp = new Uint32Array(size * size).fill(colours.ground);
    const gap = size >= 3 ? Math.max(1, Math.round(size / 6)) : 0;
    const cell = size - gap;
    const written = share(PAGE_STATE.writtenAgain);
    const atSource = this.side === 'source';
    const base = atSource
      ? mix(colours.gone, colours.toSend, share(PAGE_STATE.toSend))
      : mix(colours.gone, colours.arrived, Math.min(1, share(PAGE_STATE.arrived) + written));
    fill(stamp, size, 0, cell, pixel(mix(base, colours.home, share(PAGE_STATE.atHome))));

    const held = atSource ? share(PAGE_STATE.heldBack) : 0;
    if (held > 0) {
      const block = markSize(cell, held);
      const from = Math.floor((cell - block) / 2);
      const stripe = Math.max(3, Math.round(size / 2));
      fill(stamp, size, from, block, colours.held);
      for (let y = 0; y < block; y += 1) {
        for (let x = 0; x < block; x += 1) {
          if ((x + y) % stripe === stripe - 1) stamp[(from + y) * size + from + x] = colours.heldHatch;
        }
      }
    }
    if (written > 0) {
      // The loudest state fills the gap between tiles too.
      const block = atSource
        ? markSize(size, written)
        : Math.max(1, Math.round(markSize(size, written) * 0.6));
      const from = Math.floor((size - block) / 2);
      fill(stamp, size, from, block, colours.written);
      if (atSource && block >= 3) {
        const dot = Math.max(1, Math.round(block / 5));
        fill(stamp, size, from + Math.floor((block - dot) / 2), dot, colours.dot);
      }
    }
    return stamp;
  }
}

/** Side of a mark for a share of the tile: never so small that one page is missed. */
function markSize(room: number, share: number): number {
  return Math.min(room, Math.max(2, Math.round(room * (0.62 + 0.38 * share))));
}

function fill(stamp: Stamp, width: number, from: number, block: number, colour: number): void {
  for (let y = from; y < from + block; y += 1) stamp.fill(colour, y * width + from, y * width + from + block);
}

function coloursOf(palette: Palette) {
  const gone = rgb(palette.gone);
  const toSend = rgb(palette.toSend);
  const held = rgb(palette.held);
  const card = rgb(palette.card);
  return {
    ground: pixel(card),
    gone,
    toSend,
    arrived: rgb(palette.arrived),
    home: mix(gone, toSend, 0.55),
    written: pixel(rgb(palette.written)),
    dot: pixel(mix(rgb(palette.written), [0, 0, 0], 0.75)),
    held: pixel(held),
    heldHatch: pixel(mix(held, card, 0.6)),
  };
}

/** Copies a stamp into an image of `width` pixels a row. */
export function press(image: Uint32Array, width: number, stamp: Stamp, size: number, x: number, y: number) {
  for (let row = 0; row < size; row += 1) {
    const to = (y + row) * width + x;
    for (let column = 0; column < size; column += 1) {
      image[to + column] = stamp[row * size + column] as number;
    }
  }
}
