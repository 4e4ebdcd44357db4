/** From place to place by keys. */
import type { Cell, Cells } from '../../../layout/explore/cells.ts';

/** The next place; null where the key does not walk. Beyond an edge one stays, in a map of rows the maps are one above the other. */
export function walk(key: string, { variant, x, y }: Cell, cells: Cells): Cell | null {
  const { xs, ys, variants } = cells;
  const to = (place: { variant?: number; x?: number; y?: number }): Cell | null => {
    const next = { variant, x, y, ...place };
    const inside =
      next.x >= 0 &&
      next.x < xs &&
      next.y >= 0 &&
      next.y < ys &&
      next.variant >= 0 &&
      next.variant < variants;
    return inside ? (cells.cells[(next.variant * ys + next.y) * xs + next.x] ?? null) : null;
  };
  const here = to({});
  const orHere = (cell: Cell | null) => cell ?? here;
  switch (key) {
    case 'ArrowLeft':
      return orHere(to({ x: x - 1 }));
    case 'ArrowRight':
      return orHere(to({ x: x + 1 }));
    // Lines have no second axis: there up and down change the line.
    case 'ArrowUp':
      return orHere(ys > 1 ? to({ y: y + 1 }) : to({ variant: variant - 1 }));
    case 'ArrowDown':
      return orHere(ys > 1 ? to({ y: y - 1 }) : to({ variant: variant + 1 }));
    case 'PageUp':
      return orHere(to({ variant: variant - 1 }));
    case 'PageDown':
      return orHere(to({ variant: variant + 1 }));
    case 'Home':
      return to({ x: 0 });
    case 'End':
      return to({ x: xs - 1 });
    default:
      return null;
  }
}
