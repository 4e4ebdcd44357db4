import { format } from '../../../protocol/texts.ts';
import { migrationStore, useMigration } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { paced } from '../../shared/paced.ts';
import { WORDS } from '../words.ts';
import { roundExtent } from './extent.ts';
import { PlayBar } from './PlayBar.tsx';

const LEAST_MS = 1000;

const { usePaced } = paced(migrationStore, ({ playing }) => (playing ? 100 : 0));

/** How long it takes is told when its end was seen. */
function extentMs({ reachedMs, endMs }: MigrationState): number {
  return endMs > 0 && reachedMs >= endMs ? endMs : roundExtent(reachedMs, LEAST_MS);
}

export default function MigrationPlayer() {
  const playing = useMigration((state) => state.playing);
  const actions = useMigration((state) => state.actions);
  const atMs = usePaced((state) => state.atMs);
  const max = usePaced(extentMs);
  return (
    <PlayBar
      playing={playing}
      toggle={actions.togglePlay}
      label={WORDS.moment}
      value={atMs}
      max={max}
      step={max / 1000}
      text={format(WORDS.seconds, { seconds: (atMs / 1000).toFixed(3) })}
      longest={format(WORDS.seconds, { seconds: (max / 1000).toFixed(3) })}
      seek={(ms) => actions.seek(Math.min(ms, migrationStore.getState().endMs))}
    />
  );
}
