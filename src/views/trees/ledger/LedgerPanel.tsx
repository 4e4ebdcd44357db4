/** The ledger: what the operation on screen cost and what the potential says of it, and the sums over all of them. */
import { useState } from 'react';
import { hidesAnswer } from '../../../store/trees/select.ts';
import { Segments } from '../../shared/Segments.tsx';
import { plainText } from '../../shared/template.ts';
import { usePaced } from '../use-paced.ts';
import styles from './LedgerPanel.module.css';
import { OperationTable } from './OperationTable.tsx';
import { RunChart } from './RunChart.tsx';
import { WeightChoice } from './WeightChoice.tsx';
import { LEDGER_WORDS } from './words.ts';

const VIEWS = ['one', 'all'] as const;

export function LedgerPanel() {
  const [view, setView] = useState<(typeof VIEWS)[number]>('one');
  const hidden = usePaced(hidesAnswer);
  const operation = usePaced(({ moment }) =>
    moment?.command
      ? plainText(LEDGER_WORDS.operation[moment.command.operation], { key: String(moment.command.key) })
      : '',
  );
  return (
    <section className={styles.panel} aria-label={LEDGER_WORDS.region}>
      <header className={styles.header}>
        <h2 className={styles.title}>{LEDGER_WORDS.title}</h2>
        <p className={styles.about}>{operation}</p>
        <Segments
          className={styles.views}
          legend={LEDGER_WORDS.views}
          options={VIEWS.map((one) => ({ value: one, label: LEDGER_WORDS[one] }))}
          value={view}
          onChange={setView}
        />
      </header>
      {hidden ? (
        <p className={styles.empty}>{LEDGER_WORDS.hidden}</p>
      ) : (
        <div className={styles.body} data-view={view}>
          <div className={styles.one}>
            <OperationTable operation={operation} />
          </div>
          <div className={styles.all}>
            <RunChart />
          </div>
        </div>
      )}
      <WeightChoice />
    </section>
  );
}
