/** A chart's size and the edges of its plot within it, in css px. */
export interface ChartBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const MARGIN = { left: 50, right: 14, top: 24, bottom: 34 } as const;
/** Before anything is laid out. */
const WIDTH_WITHOUT_LAYOUT = 440;
const HEIGHT_WITHOUT_LAYOUT = 240;

export function chartBox(width: number, height: number): ChartBox {
  const w = width || WIDTH_WITHOUT_LAYOUT;
  const h = height || HEIGHT_WITHOUT_LAYOUT;
  return {
    width: w,
    height: h,
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 40, w - MARGIN.right),
    top: MARGIN.top,
    bottom: Math.max(MARGIN.top + 20, h - MARGIN.bottom),
  };
}

/** Numbers that fit along an axis of so many px. */
export function ticksThatFit(px: number, eachPx: number): number {
  return Math.max(2, Math.floor(Math.abs(px) / eachPx));
}
