import { CopyField } from '../../shared/CopyField.tsx';
import styles from './LogSection.module.css';
import { RECIPES, WORDS } from './words.ts';

/** How to make a log of one's own. */
export function Recipe() {
  return (
    <details className={styles.recipe}>
      <summary>{WORDS.recipe}</summary>
      <p>{WORDS.recipeSteps}</p>
      <div className={styles.ways}>
        <CopyField label={WORDS.recipeVirsh} copy={WORDS.copy} text={RECIPES.virsh} rows={5} />
        <CopyField label={WORDS.recipeSocket} copy={WORDS.copy} text={RECIPES.socket} rows={5} />
      </div>
    </details>
  );
}
