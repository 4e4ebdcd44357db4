/** What the keys weigh in the potential, with one line that says what that means. */
import type { LedgerWeights } from '../../../protocol/trees/model.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import styles from './WeightChoice.module.css';
import { LEDGER_WORDS } from './words.ts';

const WEIGHTS: readonly LedgerWeights[] = ['equal', 'stream', 'counts'];

export function WeightChoice() {
  const weights = useTrees((state) => state.weights);
  const counts = useTrees((state) => treeEntry(state)?.counts ?? false);
  const setWeights = useTrees((state) => state.actions.setWeights);
  return (
    <p className={styles.choice}>
      <span>
        <TemplateWords template={LEDGER_WORDS.weights} slots={{}} />
      </span>
      <select
        className={styles.select}
        aria-label={LEDGER_WORDS.weightsName}
        value={weights}
        onChange={({ target }) => {
          const chosen = WEIGHTS.find((one) => one === target.value);
          if (chosen !== undefined) setWeights(chosen);
        }}
      >
        {WEIGHTS.filter((one) => counts || one !== 'counts').map((one) => (
          <option key={one} value={one}>
            {LEDGER_WORDS.weight[one]}
          </option>
        ))}
      </select>
      <span className={styles.meaning}>{LEDGER_WORDS.weightMeaning[weights]}</span>
    </p>
  );
}
