import type { Cell } from '../../../layout/explore/cells.ts';
import type { Scene } from '../../../layout/explore/scene.ts';

/** A picture that can be pointed at. */
export interface Pointable {
  readonly scene: Scene;
  cellAt(x: number, y: number): Cell | null;
  /** where the focus stands, px */
  boxOf(cell: Cell): { x: number; y: number; width: number; height: number } | null;
}
