import { hidesAnswer } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { TreesState } from '../../../store/trees/types.ts';
import { ICON_LINE, RoundButton } from '../../shared/RoundButton.tsx';
import styles from './Transport.module.css';
import { WORDS } from './words.ts';

const atStart = ({ moment }: TreesState) => !moment || (moment.operation === 0 && moment.step === 0);

const atEnd = ({ moment }: TreesState) =>
  !moment || (moment.operation >= moment.operations - 1 && moment.step >= moment.steps);

/** Steps inside, operations around them, the ends outermost. */
export function Transport() {
  const playing = useTrees((state) => state.playing);
  const first = useTrees(atStart);
  const last = useTrees((state) => atEnd(state) || hidesAnswer(state));
  const actions = useTrees((state) => state.actions);
  return (
    <fieldset className={styles.buttons}>
      <legend className={styles.hidden}>{WORDS.playback}</legend>
      <RoundButton name={WORDS.toStart} keys="Home" act={actions.goToStart} idle={first}>
        <path d="M3.5 3v10" {...ICON_LINE} />
        <path d="M12 3.5 7 8l5 4.5" {...ICON_LINE} />
      </RoundButton>
      <RoundButton name={WORDS.previousOperation} keys="Shift + ←" act={actions.operationBack} idle={first}>
        <path d="M8 3.5 3.5 8 8 12.5M13 3.5 8.5 8l4.5 4.5" {...ICON_LINE} />
      </RoundButton>
      <RoundButton name={WORDS.stepBack} keys="←" act={actions.stepBack} idle={first}>
        <path d="M10 3.5 5 8l5 4.5" {...ICON_LINE} />
      </RoundButton>
      <RoundButton name={playing ? WORDS.pause : WORDS.play} keys="Space" act={actions.togglePlay} main>
        {playing ? <path d="M4 3h2.8v10H4zM9.2 3H12v10H9.2z" /> : <path d="M4.5 2.5 13 8l-8.5 5.5z" />}
      </RoundButton>
      <RoundButton name={WORDS.stepForward} keys="→" act={actions.stepForward} idle={last}>
        <path d="m6 3.5 5 4.5-5 4.5" {...ICON_LINE} />
      </RoundButton>
      <RoundButton name={WORDS.nextOperation} keys="Shift + →" act={actions.operationForward} idle={last}>
        <path d="m3 3.5 4.5 4.5L3 12.5M8 3.5 12.5 8 8 12.5" {...ICON_LINE} />
      </RoundButton>
      <RoundButton name={WORDS.toEnd} keys="End" act={actions.goToEnd} idle={last}>
        <path d="m4 3.5 5 4.5-5 4.5" {...ICON_LINE} />
        <path d="M12.5 3v10" {...ICON_LINE} />
      </RoundButton>
    </fieldset>
  );
}
