import { formatNumber } from '../../../base/format.ts';
import type { TraceReading } from '../../../protocol/import/requests.ts';
import type { ImportItem } from '../../../store/import/types.ts';
import { plainText } from '../../shared/template.ts';
import styles from './ImportPart.module.css';
import { UseButton } from './UseButton.tsx';
import { TRACE } from './words.ts';

/** What a recording holds, which of its lines were left out and why, and where its good rows can go. */
export function TraceReport({ item, reading }: { item: ImportItem; reading: TraceReading }) {
  const { form, trace, writes, leftOut } = reading;
  const rows = formatNumber(trace.pages.length);
  const slots = {
    form: TRACE.forms[form],
    rows,
    pages: formatNumber(trace.pageCount),
    share: formatNumber((100 * writes) / trace.pages.length),
  };
  return (
    <>
      <p>{plainText(TRACE.one, slots)}</p>
      {form === 'pages' && <p className={styles.note}>{TRACE.pagesWrite}</p>}
      {form === 'lackey' && <p className={styles.note}>{TRACE.windows}</p>}
      {item.lasts === false && <p className={styles.note}>{TRACE.lastsNot}</p>}
      {leftOut > 0 && <Complaints reading={reading} />}
      <div className={styles.buttons}>
        <UseButton
          id={item.id}
          use="migration"
          text={leftOut > 0 ? plainText(TRACE.goodInMigration, { rows }) : TRACE.inMigration}
        />
        <UseButton
          id={item.id}
          use="trees"
          text={leftOut > 0 ? plainText(TRACE.goodInTrees, { rows }) : TRACE.inTrees}
        />
      </div>
    </>
  );
}

function Complaints({ reading: { lines, leftOut, complaints } }: { reading: TraceReading }) {
  const slots = { count: formatNumber(leftOut), lines: formatNumber(lines) };
  return (
    <details className={styles.complaints} open={complaints.length <= 5}>
      <summary>{plainText(leftOut === 1 ? TRACE.leftOutOne : TRACE.leftOut, slots)}</summary>
      <ul>
        {complaints.map((complaint) => (
          <li key={complaint}>{complaint}</li>
        ))}
        {leftOut > complaints.length && (
          <li>{plainText(TRACE.more, { count: formatNumber(leftOut - complaints.length) })}</li>
        )}
      </ul>
    </details>
  );
}
