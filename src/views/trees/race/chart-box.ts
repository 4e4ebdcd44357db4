/** Where a chart's axes stand in its picture, in px. */
export interface ChartBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** whether there is room for names at the curves' ends */
  readonly labels: boolean;
}

const LEFT_PX = 34;
const BOTTOM_PX = 20;
/** The caption stands above the plot. */
const TOP_PX = 18;
const LABELS_PX = 102;
const NARROW_PX = 330;

export function chartBox(width: number, height: number): ChartBox {
  const labels = width >= NARROW_PX;
  return {
    left: LEFT_PX,
    right: Math.max(LEFT_PX + 20, width - (labels ? LABELS_PX : 10)),
    top: TOP_PX,
    bottom: Math.max(TOP_PX + 20, height - BOTTOM_PX),
    labels,
  };
}
