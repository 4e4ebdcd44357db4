/** The table of one operation, its amortised cost and the theorem's bound as bars on one scale. */
import type { ReactNode } from 'react';
import type { Bar } from '../../../layout/trees/ledger-chart.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { Definition } from '../../shared/Definition.tsx';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import { usePaced } from '../use-paced.ts';
import styles from './OperationTable.module.css';
import { operationRows } from './operation-rows.ts';
import { LEDGER_WORDS } from './words.ts';

export function OperationTable({ operation }: { operation: string }) {
  const moment = usePaced((state) => state.moment);
  const ledger = usePaced((state) => state.ledger);
  const proved = useTrees((state) => treeEntry(state)?.accessLemma ?? false);
  if (moment === null || moment.command === null) return <p className={styles.empty}>{LEDGER_WORDS.empty}</p>;
  const rows = operationRows(moment, ledger?.operation === moment.operation ? ledger.entry : null, proved);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{plainText(LEDGER_WORDS.caption, { operation })}</caption>
      <tbody>
        <Row label={LEDGER_WORDS.visited} value={rows.visited} />
        <Row label={LEDGER_WORDS.rotations} value={rows.rotations} />
        <Row label={LEDGER_WORDS.cost} value={rows.cost} />
        <Row label={LEDGER_WORDS.change} value={rows.change}>
          {rows.besides !== null && <Definition term={rows.besides} meaning={LEDGER_WORDS.besidesMeaning} />}
        </Row>
        <Row label={LEDGER_WORDS.amortised} value={rows.amortised}>
          {rows.bound !== null && <Meter bar={rows.bars.amortised} />}
        </Row>
        {rows.bound === null ? (
          <tr className={styles.row}>
            <td colSpan={3} className={styles.reason}>
              <TemplateWords template={LEDGER_WORDS.noBound} slots={{}} />
            </td>
          </tr>
        ) : (
          <>
            <Row label={LEDGER_WORDS.bound} value={rows.bound.value}>
              <Meter bar={rows.bars.bound} bound />
            </Row>
            <tr className={styles.numbers}>
              <td colSpan={3}>{rows.bound.numbers}</td>
            </tr>
          </>
        )}
      </tbody>
    </table>
  );
}

function Row({ label, value, children }: { label: string; value: string; children?: ReactNode }) {
  return (
    <tr className={styles.row}>
      <th scope="row">
        <TemplateWords template={label} slots={{}} />
      </th>
      <td className={styles.aside}>{children}</td>
      <td className={styles.value}>{value}</td>
    </tr>
  );
}

function Meter({ bar, bound = false }: { bar: Bar; bound?: boolean }) {
  const width = bar.to - bar.from;
  return (
    <div className={styles.meter} aria-hidden="true">
      <div
        className={styles.bar}
        data-bound={bound}
        hidden={width === 0}
        style={{ left: `${bar.from * 100}%`, width: `${width * 100}%` }}
      />
    </div>
  );
}
