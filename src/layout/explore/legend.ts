/** The legend inside a picture: samples and words in a row, in more rows where one is too short. */
import { fitted, type Mark, widthOf } from './scene.ts';

export interface LegendItem {
  readonly text: string;
  readonly sampleWidth: number;
  /** drawn in a box of sampleWidth × 12 whose top left corner is given */
  sample(x: number, y: number): readonly Mark[];
}

const GAP_PX = 18;
const ROW_PX = 20;

export interface Legend {
  readonly marks: readonly Mark[];
  readonly height: number;
}

export function legend(items: readonly LegendItem[], left: number, top: number, right: number): Legend {
  const marks: Mark[] = [];
  let x = left;
  let row = 0;
  for (const item of items) {
    const width = item.sampleWidth + 6 + widthOf(item.text);
    if (x > left && x + width > right) {
      x = left;
      row += 1;
    }
    const y = top + row * ROW_PX;
    marks.push(...item.sample(x, y), {
      kind: 'text',
      x: x + item.sampleWidth + 6,
      y: y + 10,
      text: fitted(item.text, right - x - item.sampleWidth - 6),
      anchor: 'start',
      ink: 'ink-2',
    });
    x += width + GAP_PX;
  }
  return { marks, height: items.length === 0 ? 0 : (row + 1) * ROW_PX };
}

/** Rows the items take between two edges, to leave room for them. */
export function legendHeight(items: readonly LegendItem[], left: number, right: number): number {
  return legend(items, left, 0, right).height;
}
