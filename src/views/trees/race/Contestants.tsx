/** Who takes part: every kind, and any kind once more with the settings the stage's tree has now. */
import { type ToggleEvent, useId, useRef } from 'react';
import { lineStyles, sameChoice } from '../../../layout/trees/race-styles.ts';
import type { TreeChoice } from '../../../protocol/trees/model.ts';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { formatCount } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './Contestants.module.css';
import { LineSample } from './LineSample.tsx';
import { raceName, unusual } from './names.ts';
import { RACE_WORDS } from './words.ts';

const MARGIN = 8;
const NOBODY: readonly never[] = [];

export function Contestants() {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const trees = useTrees((state) => state.catalogue?.trees) ?? NOBODY;
  const contestants = useTrees((state) => state.contestants);
  const staged = useTrees((state) => state.spec?.tree);
  const keys = useTrees((state) => Math.max(state.lab?.startSize ?? 0, state.lab?.distinctKeys ?? 0));
  const entryOf = (choice: TreeChoice) => trees.find(({ kind }) => kind === choice.kind);

  const offered: TreeChoice[] = trees.map(({ kind }) => ({ kind, parameters: {} }));
  for (const choice of contestants) {
    if (!offered.some((other) => sameChoice(other, choice))) offered.push(choice);
  }
  const places = trees.map(({ kind }) => kind);
  offered.sort((a, b) => places.indexOf(a.kind) - places.indexOf(b.kind));
  const present = staged && unusual(staged, entryOf(staged));
  const canAdd = present && !offered.some((other) => sameChoice(other, present));
  const isIn = (choice: TreeChoice) => contestants.some((other) => sameChoice(other, choice));
  const put = (chosen: readonly TreeChoice[]) => treesStore.getState().actions.setContestants(chosen);
  const looks = lineStyles(offered, places);

  /** Above its button, which stands at the foot of the page; it may grow no higher than the page. */
  const place = ({ newState, currentTarget }: ToggleEvent<HTMLElement>) => {
    const around = button.current?.getBoundingClientRect();
    if (newState !== 'open' || around === undefined) return;
    const { style } = currentTarget;
    style.right = `${Math.max(MARGIN, window.innerWidth - around.right)}px`;
    style.bottom = `${Math.max(MARGIN, window.innerHeight - around.top + MARGIN)}px`;
    style.maxHeight = `${around.top - 2 * MARGIN}px`;
  };

  return (
    <>
      <button ref={button} type="button" className={styles.open} popoverTarget={id}>
        {RACE_WORDS.choose}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={RACE_WORDS.chooseTitle}
        className={styles.card}
        onBeforeToggle={place}
      >
        <fieldset className={styles.list}>
          <legend className={styles.title}>{RACE_WORDS.chooseTitle}</legend>
          {offered.map((choice, i) => {
            const style = looks[i] ?? { colour: 0, dash: '', copy: 1 };
            const most = entryOf(choice)?.maxKeys ?? null;
            const cannot = most !== null && keys > most;
            const { full } = raceName(choice, 1, trees);
            return (
              <label key={full} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={isIn(choice)}
                  disabled={cannot && !isIn(choice)}
                  onChange={() =>
                    put(offered.filter((other) => (other === choice ? !isIn(choice) : isIn(other))))
                  }
                />
                <LineSample style={style} />
                <span>{full}</span>
                {cannot && (
                  <span className={styles.note}>
                    {plainText(RACE_WORDS.tooMany, { most: formatCount(most) })}
                  </span>
                )}
              </label>
            );
          })}
        </fieldset>
        {canAdd && (
          <SmallButton onClick={() => put([...contestants, present])}>
            {plainText(RACE_WORDS.addPresent, { name: raceName(present, 1, trees).full })}
          </SmallButton>
        )}
      </div>
    </>
  );
}
