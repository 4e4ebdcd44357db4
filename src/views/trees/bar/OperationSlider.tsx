import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { usePaced } from '../use-paced.ts';
import styles from './OperationSlider.module.css';
import { WORDS } from './words.ts';

/** The whole stream as one handle. It names no key while a question is open. */
export function OperationSlider({ closed }: { closed: boolean }) {
  const moment = usePaced((state) => state.moment);
  const actions = useTrees((state) => state.actions);
  const count = moment?.operations ?? 0;
  const operation = moment?.operation ?? 0;
  const slots = { number: operation + 1, count };
  const command = moment?.command;
  const text =
    closed || !command
      ? format(WORDS.sliderHidden, slots)
      : format(WORDS.sliderValue, { ...slots, command: command.operation, key: command.key });
  return (
    <input
      type="range"
      className={styles.slider}
      aria-label={WORDS.slider}
      aria-valuetext={text}
      min={0}
      max={Math.max(0, count - 1)}
      step={1}
      value={operation}
      disabled={closed || count < 2}
      onChange={(event) => actions.goTo({ operation: Number(event.target.value), step: 0 })}
      // A drag leaves the page's keys to the page; who came by keyboard stays.
      onPointerUp={(event) => event.currentTarget.blur()}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        actions.togglePlay();
      }}
    />
  );
}
