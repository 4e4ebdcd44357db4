/** How large tags are. */
import type { Draft } from './tag-drafts.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What texts take at the tags' size. */
export interface TextSizes {
  /** px of a text */
  readonly measure: (text: string) => number;
  /** px */
  readonly textSize: number;
}

export const PAD = 7;
export const BAR_LABEL_PX = 54;
export const BAR_PX = 60;
/** of a table: the role and each of the three counts */
export const TABLE_ROLE_PX = 80;
export const TABLE_COUNT_PX = 36;
/** between the table and the bars beside it */
export const COLUMN_GAP = 18;

/** Of several shapes the first is taken where it has room. */
export function sizesOf(draft: Draft, { measure, textSize }: TextSizes): readonly Size[] {
  const line = Math.round(textSize * 1.35);
  if (draft.look === 'bars') return barSizes(draft, measure, textSize / 12, line);
  const lines = draft.detail === '' ? 1 : 2;
  return [
    {
      width: Math.ceil(Math.max(measure(draft.title) * 1.05, measure(draft.detail)) + 2 * PAD),
      height: lines * line + (lines === 1 ? 4 : 7),
    },
  ];
}

function barSizes(
  { bars, verdicts, table }: Draft,
  measure: TextSizes['measure'],
  scale: number,
  line: number,
): readonly Size[] {
  const texts = bars.map(({ text }) => BAR_LABEL_PX * scale + BAR_PX + 8 + measure(text));
  const width = Math.max(...texts, ...verdicts.map(measure)) + 2 * PAD;
  const rows = bars.length + verdicts.length;
  if (table.length === 0) return [{ width: Math.ceil(width), height: rows * line + 2 * PAD }];
  const beside = tableWidth(scale);
  return [
    {
      width: Math.ceil(Math.max(width, beside + 2 * PAD)),
      height: (table.length + 1 + rows) * line + 2 * PAD,
    },
    {
      width: Math.ceil(width + beside + COLUMN_GAP),
      height: Math.max(table.length + 1, rows) * line + 2 * PAD,
    },
  ];
}

export function tableWidth(scale: number): number {
  return (TABLE_ROLE_PX + 3 * TABLE_COUNT_PX) * scale;
}
