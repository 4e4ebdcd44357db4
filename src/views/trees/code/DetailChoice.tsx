/** How far the code is opened: cases, steps, every assignment. */
import { useEffect } from 'react';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import type { Detail } from './code-lines.ts';
import styles from './DetailChoice.module.css';
import { rememberDetail, rememberedDetail } from './remembered-detail.ts';
import { CODE_WORDS } from './words.ts';

const LEVELS: readonly Detail[] = [0, 1, 2];

export function DetailChoice() {
  const detail = useTrees((state) => state.detail);
  useEffect(() => {
    const remembered = rememberedDetail();
    if (remembered !== null) treesStore.getState().actions.setDetail(remembered);
    return treesStore.subscribe((state, before) => {
      if (state.detail !== before.detail) rememberDetail(state.detail);
    });
  }, []);
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{CODE_WORDS.levels}</legend>
      {LEVELS.map((level) => (
        <label key={level} className={styles.level}>
          <input
            type="radio"
            name="code-detail"
            checked={detail === level}
            onChange={() => treesStore.getState().actions.setDetail(level)}
          />
          <span>{CODE_WORDS.level[level]}</span>
        </label>
      ))}
    </fieldset>
  );
}
