import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { formatSearch, type PageWish } from '../../protocol/embed.ts';
import { format } from '../../protocol/texts.ts';
import { HereLink } from './HereLink.tsx';
import { lockNames } from './lock-names.ts';
import { WORDS } from './words.ts';

const never = () => () => {};

/** A lock is a teaching aid: it says in the header that it is there, and how to go on without it. */
export function LockNote({ wish }: { wish: PageWish }) {
  const header = useSyncExternalStore(never, () => document.querySelector('header[data-chrome]'));
  if (header === null) return null;
  return createPortal(
    <p className="lock-note">
      {format(WORDS.locked, { locks: lockNames(wish.locks) })}
      {' · '}
      <HereLink search={formatSearch({ ...wish, locks: [] })}>{WORDS.unlock}</HereLink>
    </p>,
    header,
  );
}
