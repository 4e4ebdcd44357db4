/**
 * Labels in one row, each belonging to a span of the axis below it:
 *
 *    mean 0.25 ms     1.01 · paper 1.0     0.49
 *    └──────────┘   └──────────────────┘   └┘
 *
 * A label begins where its span does and may be longer; where two would meet the later one moves within its span.
 * What does not fit is said with fewer words, and at last not at all.
 */
export interface RowItem {
  /** the span, in px */
  readonly from: number;
  readonly to: number;
  /** from the longest to the shortest; '' at the end: rather nothing than shorten the others */
  readonly texts: readonly string[];
  /** the largest is left out first */
  readonly rank: number;
}

export interface RowPlace {
  readonly x: number;
  readonly text: string;
}

const GAP_PX = 10;

/** One entry an item, null where it is left out. */
export function placeInRow(
  items: readonly RowItem[],
  width: number,
  widthOf: (text: string) => number,
): (RowPlace | null)[] {
  const widths = items.map((item) => item.texts.map(widthOf));
  const byRank = items.map((_, at) => at).sort((a, b) => (items[a]?.rank ?? 0) - (items[b]?.rank ?? 0));
  for (let count = items.length; count > 0; count -= 1) {
    const kept = byRank.slice(0, count);
    // Words are saved where they are needed, first at the labels that matter least.
    const leastFirst = kept.toReversed();
    const inOrder = kept.toSorted((a, b) => (items[a]?.from ?? 0) - (items[b]?.from ?? 0));
    const most = kept.reduce((sum, at) => sum + (items[at]?.texts.length ?? 1) - 1, 0);
    for (let saved = 0; saved <= most; saved += 1) {
      for (const levels of sharings(leastFirst, saved, (at) => (items[at]?.texts.length ?? 1) - 1)) {
        const level = (at: number) => levels.get(at) ?? 0;
        const textOf = (at: number) => items[at]?.texts[level(at)] ?? '';
        const said = inOrder.filter((at) => textOf(at) !== '');
        const xs = spread(
          said.map((at) => items[at] ?? NOTHING),
          said.map((at) => widths[at]?.[level(at)] ?? 0),
          width,
        );
        if (xs === null) continue;
        const out: (RowPlace | null)[] = items.map(() => null);
        said.forEach((at, i) => {
          out[at] = { x: xs[i] ?? 0, text: textOf(at) };
        });
        return out;
      }
    }
  }
  return items.map(() => null);
}

const NOTHING: RowItem = { from: 0, to: 0, texts: [], rank: 0 };

/** Every way to share `total` among the items, none more than its most; the first ones give most to the first items. */
function* sharings(
  items: readonly number[],
  total: number,
  mostOf: (item: number) => number,
): Generator<Map<number, number>> {
  const [item, ...others] = items;
  if (item === undefined) {
    if (total === 0) yield new Map();
    return;
  }
  for (let share = Math.min(total, mostOf(item)); share >= 0; share -= 1) {
    for (const rest of sharings(others, total - share, mostOf)) yield rest.set(item, share);
  }
}

/**
 * Places from left to right without overlap, or null where one would leave its span or the row. Only the row's end moves
 * a label to the left, and then not over the span before its own.
 */
function spread(items: readonly RowItem[], widths: readonly number[], width: number): number[] | null {
  const xs: number[] = [];
  let free = 0;
  let spanEnd = 0;
  for (const [i, item] of items.entries()) {
    const own = widths[i] ?? 0;
    const wanted = Math.min(item.from, width - own);
    const x = Math.max(free, wanted);
    const covers = x < item.from && x < spanEnd;
    if (wanted < 0 || x + own > width || x > Math.max(item.from, item.to - 2) || covers) return null;
    xs.push(x);
    free = x + own + GAP_PX;
    spanEnd = item.to;
  }
  return xs;
}
