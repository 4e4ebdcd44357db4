/** The story of one page until a moment. */
import type { PageEvent } from '../../engine/simulation/solo-journal.ts';
import type { Handler } from './handler.ts';
import type { Side } from './moves.ts';

export const page: Handler<'page'> = ({ moves }, { moveKey, side: place, page: number, untilMs, limit }) => {
  const side = moves.of(moveKey).sides[place];
  if (side === undefined) return { events: [], earlier: 0 };
  const { pages } = side.journal;
  if (!(Number.isInteger(number) && number >= 0 && number < pages)) {
    throw new Error(`There is no page ${number}; this VM has ${pages}.`);
  }
  const past = storyOf(side, number).filter(({ ms }) => ms <= untilMs);
  const earlier = Math.max(0, past.length - limit);
  return { events: past.slice(earlier), earlier };
};

function storyOf(side: Side, number: number): readonly PageEvent[] {
  if (side.story?.page !== number) {
    const all = Number.POSITIVE_INFINITY;
    side.story = { page: number, events: side.journal.storyOf(number, all, all).events };
  }
  return side.story.events;
}
