import { formatCount } from '../../../base/format.ts';
import { format } from '../../../protocol/texts.ts';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { paced } from '../../shared/paced.ts';
import { WORDS } from '../words.ts';
import { PlayBar } from './PlayBar.tsx';

const { usePaced } = paced(treesStore, ({ playing }) => (playing ? 100 : 0));

export default function TreesPlayer() {
  const playing = useTrees((state) => state.playing);
  const actions = useTrees((state) => state.actions);
  const operation = usePaced(({ moment }) => moment?.operation ?? 0);
  const count = usePaced(({ moment }) => moment?.operations ?? 0);
  return (
    <PlayBar
      playing={playing}
      toggle={actions.togglePlay}
      label={WORDS.operation}
      value={operation}
      max={Math.max(0, count - 1)}
      step={1}
      text={format(WORDS.operationOf, {
        operation: formatCount(operation + 1),
        operations: formatCount(count),
      })}
      longest={format(WORDS.operationOf, { operation: formatCount(count), operations: formatCount(count) })}
      seek={(to) => actions.goTo({ operation: to, step: 0 })}
    />
  );
}
