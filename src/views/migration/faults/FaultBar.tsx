import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { Segments } from '../../shared/Segments.tsx';
import { usePaced } from '../use-paced.ts';
import { setBreakLength, useBreakLength } from './break-length.ts';
import styles from './FaultBar.module.css';
import { faultStateOf, sameFaultState } from './fault-state.ts';
import { WORDS } from './words.ts';

/** Hurts the migration at the moment on screen, playing or not. */
export function FaultBar() {
  const state = usePaced(faultStateOf, sameFaultState);
  const actions = useMigration((store) => store.actions);
  const undoable = useMigration((store) => store.undoable > 0);
  const lengthMs = useBreakLength();
  const over = state === null || state.over ? WORDS.over : null;
  const attempt = (act: () => Promise<string | null>) => () => void act().then(actions.tell);
  return (
    <section aria-label={WORDS.region} className={styles.bar}>
      <div className={styles.group}>
        <FaultButton
          name={WORDS.breakLink}
          keys={WORDS.breakKeys}
          why={over}
          act={attempt(() => actions.breakLink(lengthMs))}
        />
        <Segments legend={WORDS.length} options={WORDS.lengths} value={lengthMs} onChange={setBreakLength} />
        <FaultButton
          name={WORDS.restore}
          keys={WORDS.restoreKeys}
          why={over ?? (state?.broken === true ? null : WORDS.notBroken)}
          quiet
          act={attempt(actions.restoreLink)}
        />
      </div>
      <div className={styles.group}>
        <FaultButton
          name={WORDS.source}
          why={state?.sourceDead === true ? WORDS.dead : over}
          act={attempt(() => actions.killHost('source'))}
        />
        <FaultButton
          name={WORDS.destination}
          why={state?.destinationDead === true ? WORDS.dead : over}
          act={attempt(() => actions.killHost('destination'))}
        />
        <FaultButton
          name={WORDS.undo}
          keys={WORDS.undoKeys}
          why={undoable ? null : WORDS.nothingToUndo}
          quiet
          act={attempt(actions.undo)}
        />
      </div>
    </section>
  );
}

interface ButtonProperties {
  name: string;
  keys?: string;
  /** why it does nothing now, null where it does; it keeps its place and the focus */
  why: string | null;
  /** it mends */
  quiet?: boolean;
  act: () => void;
}

function FaultButton({ name, keys, why, quiet = false, act }: ButtonProperties) {
  return (
    <button
      type="button"
      className={styles.button}
      data-quiet={quiet}
      aria-disabled={why !== null || undefined}
      title={why ?? (keys === undefined ? name : format(WORDS.withKeys, { name, keys }))}
      onClick={why === null ? act : undefined}
    >
      {name}
    </button>
  );
}
