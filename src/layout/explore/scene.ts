/**
 * A picture as plain marks, so that the same one is drawn on a canvas, stands as SVG on the page and goes into a file.
 * Coordinates are px from the top left corner.
 */
export type Ink = 'ink' | 'ink-2' | 'ink-3' | 'line' | 'line-strong' | 'card' | 'sunken';

/** An ink, or a share 0–1 on the ramp from card to ink. */
export type Fill = Ink | number;

export type Mark =
  /** a line through x, y, x, y …; NaN breaks it */
  | {
      readonly kind: 'line';
      readonly points: readonly number[];
      readonly ink: Ink;
      readonly width: number;
      readonly dash?: readonly number[];
    }
  /** a closed area */
  | { readonly kind: 'area'; readonly points: readonly number[]; readonly ink: Ink; readonly opacity: number }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Fill;
      readonly outline?: Ink;
      readonly dash?: readonly number[];
      /** lines from corner to corner of squares: "never converges" */
      readonly hatch?: boolean;
      /** two crossing lines: "refused" */
      readonly cross?: boolean;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      /** 0 circle, 1 square, 2 diamond, 3 triangle, 4 cross; hollow from 5 on, in the same order */
      readonly shape: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly ink: Fill;
      readonly bold?: boolean;
      /** px; 12 where it is left out */
      readonly size?: number;
    };

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** axes, labels, legend: few, and steady while results come */
  readonly frame: readonly Mark[];
  /** what the results are: many */
  readonly data: readonly Mark[];
}

/** What one digit or small letter takes at 12 px; texts are measured by it, so that geometry needs no page. */
const LETTER_PX = 6.6;

export function widthOf(text: string): number {
  return text.length * LETTER_PX;
}

/** Cut to a width, with an ellipsis. */
export function fitted(text: string, px: number): string {
  const letters = Math.floor(px / LETTER_PX);
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}

/** How variants are told apart: by dash and by the shape of their dots. */
const DASHES: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [5, 2],
  [12, 4],
  [2, 2, 6, 2],
  [3, 5],
  [14, 3, 3, 3, 3, 3],
  [1, 4],
];

export function dashOf(variant: number): readonly number[] {
  return DASHES[variant % DASHES.length] ?? [];
}
