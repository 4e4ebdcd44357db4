import { useMemo } from 'react';
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { formatCount } from '../../shared/format.ts';
import { usePaced } from '../use-paced.ts';
import styles from './StateLegend.module.css';
import { Swatch } from './Swatch.tsx';
import { momentOf, type SideIndex } from './side-data.ts';
import { possibleStates } from './states.ts';
import { STAGE_WORDS, say, stateWord } from './words.ts';

interface Props {
  readonly index: SideIndex;
  readonly name: string;
  readonly side: MoveSide;
}

/** Colours, second marks and exact counts of the grid above; the same entries all through a run. */
export function StateLegend({ index, name, side }: Props) {
  const { kind } = side.spec.strategy;
  const entry = useMigration((state) => state.catalogue?.strategies.find((one) => one.kind === kind));
  const states = useMemo(() => possibleStates(entry, side.spec.faults), [entry, side.spec.faults]);
  const counts = usePaced((state) => momentOf(state, index)?.counts ?? null);
  return (
    <dl className={styles.legend} aria-label={say(STAGE_WORDS.legend, { side: name })}>
      {states.map((state) => (
        <div key={state}>
          <dt>
            <Swatch state={state} />
            {stateWord(state)}
          </dt>
          <dd>{formatCount(counts?.[state] ?? Number.NaN)}</dd>
        </div>
      ))}
    </dl>
  );
}
