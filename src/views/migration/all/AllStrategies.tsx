/** Every strategy under the same conditions: a table and a small picture of each. */
import { useCallback, useEffect, useMemo } from 'react';
import type { SoloStrategy } from '../../../protocol/migration/model.ts';
import { IDLE } from '../../../store/long-work.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './AllStrategies.module.css';
import { CompareTable } from './CompareTable.tsx';
import { tableRows } from './compared.ts';
import { conditionParts, memoryBytesOf } from './conditions.ts';
import { WORDS } from './words.ts';

const NONE: readonly never[] = [];

export function AllStrategies() {
  const catalogue = useMigration((state) => state.catalogue);
  const lab = useMigration((state) => state.lab);
  const work = useMigration((state) => state.compare);
  const { busy, done, result, problem } = work;
  const actions = useMigration((state) => state.actions);
  const spec = lab?.spec ?? null;
  // What is there, or was cancelled, stays as it is until the migration becomes another one.
  const isUntouched = spec !== null && work === IDLE;
  useEffect(() => {
    if (isUntouched) actions.startCompare();
  }, [isUntouched, actions]);
  const there = result?.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of a migration only become more; each news of how far it is brings them all again
  const rows = useMemo(
    () =>
      catalogue === null || spec === null
        ? NONE
        : tableRows(result ?? NONE, catalogue, spec.strategy, memoryBytesOf(spec)),
    [catalogue, spec, there],
  );
  const choose = useCallback(
    (side: 0 | 1, strategy: SoloStrategy) => {
      actions
        .setStrategy(side, strategy)
        .then((refused) => {
          if (refused === null) actions.setView('run');
          else actions.tell(refused);
        })
        .catch(() => {});
    },
    [actions],
  );
  const count = String(rows.length);
  return (
    <section className={styles.all} aria-label={WORDS.region}>
      {catalogue !== null && lab !== null && (
        <>
          <header className={styles.head}>
            <div className={styles.conditions}>
              <h2 className={styles.title}>{WORDS.conditions}</h2>
              <ul className={styles.parts}>
                {conditionParts(lab.spec, catalogue).map((part) => (
                  <li key={part}>{part}</li>
                ))}
              </ul>
            </div>
            <div className={styles.work}>
              {busy ? (
                <>
                  <progress max={1} value={done} aria-label={WORDS.progress} />
                  <span role="status">{plainText(WORDS.busy, { done: String(there), count })}</span>
                  <SmallButton onClick={() => actions.cancelCompare()}>{WORDS.cancel}</SmallButton>
                </>
              ) : (
                there < rows.length && (
                  <>
                    <span role="status">{plainText(WORDS.cancelled, { done: String(there), count })}</span>
                    <SmallButton onClick={() => actions.startCompare()}>{WORDS.again}</SmallButton>
                  </>
                )
              )}
              <SmallButton onClick={() => actions.openPanel('setup')}>{WORDS.setup}</SmallButton>
            </div>
          </header>
          {problem !== null && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          <CompareTable rows={rows} lab={lab} choose={choose} />
        </>
      )}
    </section>
  );
}
