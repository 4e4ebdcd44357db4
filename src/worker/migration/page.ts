/** The story of one page until a moment. */
import type { Handler } from './handler.ts';

export const page: Handler<'page'> = ({ moves }, { moveKey, side, page: number, untilMs, limit }) => {
  const { journal } = moves.of(moveKey).sides[side] ?? {};
  if (journal === undefined) return { events: [], earlier: 0 };
  if (!(Number.isInteger(number) && number >= 0 && number < journal.pages)) {
    throw new Error(`There is no page ${number}; this VM has ${journal.pages}.`);
  }
  return journal.storyOf(number, untilMs, limit);
};
