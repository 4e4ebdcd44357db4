/**
 * Labels in one row, each belonging to a span of the axis below it:
 *
 *    mean 0.25 ms     1.01 · paper 1.0     0.49
 *    └──────────┘   └──────────────────┘   └┘
 *
 * A label begins where its span does and may be longer; where two would meet it moves, but never off its own span.
 * What does not fit is said with fewer words, and at last not at all.
 */
export interface RowItem {
  /** the span, in px */
  readonly from: number;
  readonly to: number;
  /** from the longest to the shortest */
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
        const xs = spread(
          inOrder.map((at) => items[at] ?? NOTHING),
          inOrder.map((at) => widths[at]?.[level(at)] ?? 0),
          width,
        );
        if (xs === null) continue;
        const out: (RowPlace | null)[] = items.map(() => null);
        inOrder.forEach((at, i) => {
          out[at] = { x: xs[i] ?? 0, text: items[at]?.texts[level(at)] ?? '' };
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

/** Places from left to right without overlap, or null where one would leave its span or the row. */
function spread(items: readonly RowItem[], widths: readonly number[], width: number): number[] | null {
  const xs: number[] = [];
  let free = 0;
  items.forEach((item, i) => {
    const x = Math.max(free, Math.min(item.from, width - (widths[i] ?? 0)));
    xs.push(x);
    free = x + (widths[i] ?? 0) + GAP_PX;
  });
  let end = width;
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    xs[i] = Math.min(xs[i] ?? 0, end - (widths[i] ?? 0));
    end = (xs[i] ?? 0) - GAP_PX;
  }
  const fits = items.every((item, i) => {
    const x = xs[i] ?? 0;
    return (
      x >= 0 &&
      x <= Math.max(item.from, item.to - 2) &&
      x + (widths[i] ?? 0) >= Math.min(item.to, item.from + 2)
    );
  });
  return fits ? xs : null;
}
