import { formatSearch, type PageWish } from '../../protocol/embed.ts';
import { format } from '../../protocol/texts.ts';
import { HereLink } from './HereLink.tsx';
import { lockNames } from './lock-names.ts';
import { WORDS } from './words.ts';

/** A lock is a teaching aid: it says that it is there, and how to go on without it. */
export function LockNote({ wish }: { wish: PageWish }) {
  return (
    <p className="lock-note">
      {format(WORDS.locked, { locks: lockNames(wish.locks) })}
      {' · '}
      <HereLink search={formatSearch({ ...wish, locks: [] })}>{WORDS.unlock}</HereLink>
    </p>
  );
}
