/** How large tags are. */
import type { Draft } from './tag-drafts.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** of a card with bars: how they and the table stand in it */
  readonly card: CardLayout;
}

export interface CardLayout {
  /** the table left of the bars, not above them */
  readonly beside: boolean;
  /** px of the longest bar */
  readonly bar: number;
  /** px of the table: the roles, then each of the three counts */
  readonly role: number;
  readonly count: number;
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
/** Where room is short the bars are. */
const BARS_PX = [60, 24] as const;
/** At least that, so that small numbers stand alike from step to step. */
const TABLE_ROLE_PX = 80;
const TABLE_COUNT_PX = 36;
const TABLE_GAP = 10;
/** titles are bold */
const BOLD = 1.05;
/** between the table and the bars beside it */
export const COLUMN_GAP = 18;

export const NO_CARD: CardLayout = { beside: false, bar: 0, role: 0, count: 0 };

/** Of several shapes the first is taken where it has room. */
export function sizesOf(draft: Draft, { measure, textSize }: TextSizes): readonly Size[] {
  const line = Math.round(textSize * 1.35);
  if (draft.look === 'bars') return barSizes(draft, measure, textSize / 12, line);
  const lines = draft.detail === '' ? 1 : 2;
  return [
    {
      width: Math.ceil(Math.max(measure(draft.title) * BOLD, measure(draft.detail)) + 2 * PAD),
      height: lines * line + (lines === 1 ? 4 : 7),
      card: NO_CARD,
    },
  ];
}

function barSizes(
  { bars, verdicts, table }: Draft,
  measure: TextSizes['measure'],
  scale: number,
  line: number,
): readonly Size[] {
  const rows = bars.length + verdicts.length;
  const widthOf = (bar: number) =>
    2 * PAD +
    Math.max(
      ...bars.map(({ text }) => BAR_LABEL_PX * scale + bar + 8 + measure(text)),
      ...verdicts.map((verdict) => measure(verdict) * BOLD),
    );
  if (table.length === 0) {
    return BARS_PX.map((bar) => ({
      width: Math.ceil(widthOf(bar)),
      height: rows * line + 2 * PAD,
      card: { ...NO_CARD, bar },
    }));
  }
  const role = Math.max(TABLE_ROLE_PX * scale, ...table.map(({ title }) => measure(title) * BOLD));
  const numbers = table.flatMap(({ counts }) => counts.map(measure));
  const count = Math.max(TABLE_COUNT_PX * scale, ...numbers.map((width) => width + TABLE_GAP));
  const tableWidth = role + 3 * count;
  const card = { bar: BARS_PX[0], role, count };
  const width = widthOf(card.bar);
  return [
    {
      width: Math.ceil(Math.max(width, tableWidth + 2 * PAD)),
      height: (table.length + 1 + rows) * line + 2 * PAD,
      card: { ...card, beside: false },
    },
    {
      width: Math.ceil(width + tableWidth + COLUMN_GAP),
      height: Math.max(table.length + 1, rows) * line + 2 * PAD,
      card: { ...card, beside: true },
    },
  ];
}
