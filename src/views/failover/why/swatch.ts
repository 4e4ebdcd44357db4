const SWATCHES = 5;

/** Which of the shades marks a delay, in the bar and at its cause. */
export function swatchOf(index: number): number {
  return index % SWATCHES;
}
