/** The shapes of dots, as points around their middle: the same on a canvas and in a file. */
const HALF_ROOT = 0.886;

/** Corners of a shape of about the same area as the circle of that size, x, y, x, y …; null = the circle itself. */
export function corners(shape: number, size: number): readonly number[] | null {
  const half = size * HALF_ROOT;
  const far = size * 1.25;
  switch (shape % 5) {
    case 1:
      return [-half, -half, half, -half, half, half, -half, half];
    case 2:
      return [0, -far, far, 0, 0, far, -far, 0];
    case 3:
      return [0, -far, far * 0.95, far * 0.7, -far * 0.95, far * 0.7];
    case 4: {
      const arm = size * 0.42;
      return [
        -far,
        -arm,
        -arm,
        -arm,
        -arm,
        -far,
        arm,
        -far,
        arm,
        -arm,
        far,
        -arm,
        far,
        arm,
        arm,
        arm,
        arm,
        far,
        -arm,
        far,
        -arm,
        arm,
        -far,
        arm,
      ];
    }
    default:
      return null;
  }
}

/** Every second round of shapes is hollow. */
export const isHollow = (shape: number): boolean => shape % 10 >= 5;
