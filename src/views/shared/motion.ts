/** Whether the person asked for less motion: states are then shown one after the other, without what lies between. */
export function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
