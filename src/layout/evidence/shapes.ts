/** The marks of the scatter: modes are told apart by shape. SVG path data round the origin, all of about the same area. */
export const SHAPES = {
  circle: 'M-3.6 0A3.6 3.6 0 1 1 3.6 0A3.6 3.6 0 1 1 -3.6 0Z',
  square: 'M-3.2 -3.2H3.2V3.2H-3.2Z',
  triangle: 'M0 -4.6L4.2 2.8H-4.2Z',
  diamond: 'M0 -4.8L4.8 0L0 4.8L-4.8 0Z',
} as const;

export type Shape = keyof typeof SHAPES;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The place nearest to a point, among those within `reach` px; -1 where there is none. */
export function nearest(places: readonly (Place | null)[], x: number, y: number, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (const [i, place] of places.entries()) {
    if (place === null) continue;
    const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (distance <= least) {
      least = distance;
      best = i;
    }
  }
  return best;
}
