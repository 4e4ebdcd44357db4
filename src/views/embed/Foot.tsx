import { lazy, Suspense, useEffect } from 'react';
import { formatSearch, PANELS, type PageWish, PLAIN } from '../../protocol/embed.ts';
import { format } from '../../protocol/texts.ts';
import { useApp } from '../../store/store.ts';
import { HereLink } from './HereLink.tsx';
import { lockNames } from './lock-names.ts';
import { WORDS } from './words.ts';

/** What plays, by workspace; each comes with the store it drives. */
const PLAYERS = {
  failover: lazy(() => import('./players/FailoverPlayer.tsx')),
  migration: lazy(() => import('./players/MigrationPlayer.tsx')),
  trees: lazy(() => import('./players/TreesPlayer.tsx')),
} as const;

/** Below the one panel that is shown: what drives it, and the way to the whole. */
export function Foot({ wish }: { wish: PageWish }) {
  const workspace = useApp((state) => state.workspace);
  const shown = PANELS.find((info) => info.workspace === workspace && info.name === wish.panel);
  // A picture: nothing in it takes the focus or a click.
  useEffect(() => {
    const main = document.querySelector('main');
    if (main) main.inert = !wish.controls;
  }, [wish]);
  const Player = wish.controls && shown?.plays && workspace in PLAYERS ? PLAYERS[workspace as 'trees'] : null;
  return (
    <footer className="embed-foot">
      {!wish.controls && shown && (
        <p className="embed-said">{format(WORDS.picture, { label: shown.label })}</p>
      )}
      <Suspense fallback={<span className="embed-player" />}>{Player && <Player />}</Suspense>
      {wish.locks.length > 0 && (
        <span className="embed-locks">{format(WORDS.locked, { locks: lockNames(wish.locks) })}</span>
      )}
      <HereLink
        className="embed-open"
        search={formatSearch({ ...PLAIN, locks: wish.locks })}
        target="_blank"
        rel="noopener"
        aria-label={WORDS.open}
        title={WORDS.opens}
      >
        <span className="embed-long">{WORDS.open}</span>
        <span className="embed-short">{WORDS.openShort}</span>
        <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
          <path d="M4 2H2v8h8V8M7 2h3v3M10 2 5.5 6.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </HereLink>
    </footer>
  );
}
