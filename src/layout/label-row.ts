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

interface Choice {
  readonly at: number;
  readonly item: RowItem;
  text: number;
}

const GAP_PX = 10;

/** One entry an item, null where it is left out. */
export function placeInRow(
  items: readonly RowItem[],
  width: number,
  widthOf: (text: string) => number,
): (RowPlace | null)[] {
  let choices: Choice[] = items
    .map((item, at) => ({ at, item, text: 0 }))
    .sort((a, b) => a.item.from - b.item.from);
  const textOf = ({ item, text }: Choice) => item.texts[text] ?? '';
  for (;;) {
    const widths = choices.map((choice) => widthOf(textOf(choice)));
    const xs = spread(choices, widths, width);
    if (xs !== null) {
      const out: (RowPlace | null)[] = items.map(() => null);
      choices.forEach((choice, i) => {
        out[choice.at] = { x: xs[i] ?? 0, text: textOf(choice) };
      });
      return out;
    }
    const longest = choices
      .filter(({ item, text }) => text + 1 < item.texts.length)
      .reduce<Choice | null>(
        (best, choice) => (best === null || widthOf(textOf(choice)) > widthOf(textOf(best)) ? choice : best),
        null,
      );
    if (longest !== null) longest.text += 1;
    else {
      const last = Math.max(...choices.map(({ item }) => item.rank));
      choices = choices.filter(({ item }) => item.rank !== last);
    }
  }
}

/** Places from left to right without overlap, or null where one would leave its span or the row. */
function spread(choices: readonly Choice[], widths: readonly number[], width: number): number[] | null {
  const xs: number[] = [];
  let free = 0;
  choices.forEach(({ item }, i) => {
    const x = Math.max(free, Math.min(item.from, width - (widths[i] ?? 0)));
    xs.push(x);
    free = x + (widths[i] ?? 0) + GAP_PX;
  });
  let end = width;
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    xs[i] = Math.min(xs[i] ?? 0, end - (widths[i] ?? 0));
    end = (xs[i] ?? 0) - GAP_PX;
  }
  const fits = choices.every(({ item }, i) => {
    const x = xs[i] ?? 0;
    return (
      x >= 0 &&
      x <= Math.max(item.from, item.to - 2) &&
      x + (widths[i] ?? 0) >= Math.min(item.to, item.from + 2)
    );
  });
  return fits ? xs : null;
}
