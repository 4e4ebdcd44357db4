import { format } from '../../../protocol/texts.ts';
import { useApp } from '../../../store/store.ts';
import { useSlow } from '../../shared/use-slow.ts';
import { WORDS } from '../words.ts';
import { roundExtent } from './extent.ts';
import { PlayBar } from './PlayBar.tsx';

/** The paper's axis is 30 s long. */
const LEAST_S = 30;
const EVERY_MS = 100;

export default function FailoverPlayer() {
  const playing = useApp((state) => state.playback.playing);
  const actions = useApp((state) => state.actions);
  const atUs = useSlow((state) => state.atUs, Object.is, EVERY_MS);
  const reachedS = useSlow((state) => Math.ceil(state.playback.reachedUs / 1e6), Object.is, EVERY_MS);
  const max = roundExtent(reachedS, LEAST_S);
  return (
    <PlayBar
      playing={playing}
      toggle={actions.togglePlay}
      label={WORDS.moment}
      value={atUs / 1e6}
      max={max}
      step={0.01}
      text={format(WORDS.seconds, { seconds: (atUs / 1e6).toFixed(2) })}
      longest={format(WORDS.seconds, { seconds: max.toFixed(2) })}
      seek={(seconds) => actions.seek(Math.round(seconds * 1e6))}
    />
  );
}
