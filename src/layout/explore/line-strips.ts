/** Rows above the lines: where a variant never converges, and where it was refused. */
import type { Cell, Cells } from './cells.ts';
import { type Box, LABELLED_PX, type LineRequest } from './line-frame.ts';
import { fitted, type Mark } from './scene.ts';

export const STRIP_PX = 16;
const MOST_STRIPS = 5;

export const stripTop = (row: number): number => 24 + row * STRIP_PX;

export interface Stripe {
  readonly variant: number;
  readonly label: string;
  readonly cross: boolean;
  readonly cells: readonly Cell[];
}

/** One row a variant that has places without convergence, and one a variant that was refused somewhere. */
export function stripesOf({ cells, xs, variants }: Cells, { words, labels }: LineRequest): Stripe[] {
  const stripes: Stripe[] = [];
  for (const [what, word] of [
    ['never', words.never],
    ['refused', words.refused],
  ] as const)
    for (let variant = 0; variant < variants; variant += 1) {
      const own = cells.slice(variant * xs, (variant + 1) * xs).filter((cell) => cell[what] > 0);
      const label = variants > 1 ? `${word}: ${labels[variant] ?? ''}` : word;
      if (own.length > 0) stripes.push({ variant, label, cross: what === 'refused', cells: own });
    }
  return stripes.slice(0, MOST_STRIPS);
}

export function stripMarks(
  stripes: readonly Stripe[],
  { cells, width }: LineRequest,
  box: Box,
  xAt: (place: number) => number,
): Mark[] {
  return stripes.flatMap(({ cells: own, cross, label }, row) => {
    const y = stripTop(row);
    const marks: Mark[] = own.map(({ x }) => {
      const from = x === 0 ? box.left : (xAt(x - 1) + xAt(x)) / 2;
      const to = x === cells.xs - 1 ? box.right : (xAt(x) + xAt(x + 1)) / 2;
      const place = { x: from, y, width: to - from, height: STRIP_PX - 5, outline: 'ink-3' as const };
      return cross ? { kind: 'rect', ...place, cross } : { kind: 'rect', ...place, hatch: true };
    });
    if (width < LABELLED_PX) return marks;
    marks.push({
      kind: 'text',
      x: box.right + 8,
      y: y + 10,
      text: fitted(label, width - box.right - 8),
      anchor: 'start',
      ink: 'ink-2',
    });
    return marks;
  });
}
