/** The same failover with and without a prediction of the working set. */
import type { ClusterGainRow } from '../../../protocol/migration/requests.ts';
import { formatMB, formatMillis, formatNumber } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { PREDICTOR_NAMES } from '../predictor-names.ts';
import { table } from '../styles.ts';
import { percentText } from '../words-of.ts';
import { WORDS } from './words.ts';

export function ClusterGains({ rows }: { rows: readonly ClusterGainRow[] }) {
  const plain = rows[0]?.bytesSent ?? Number.NaN;
  return (
    <ScrollBox label={WORDS.gains} className={table.scroll}>
      <table className={table.table}>
        <caption>{WORDS.gains}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {WORDS.prediction}
            </th>
            <th scope="col">{WORDS.bytes}</th>
            <th scope="col">{WORDS.change}</th>
            <th scope="col">{WORDS.move}</th>
            <th scope="col">{WORDS.downtime}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${row.predictor} ${row.pages} ${row.hold}`}>
              <th scope="row">{nameOf(row)}</th>
              <td>{formatMB(row.bytesSent, 1)}</td>
              <td>{at === 0 ? '–' : percentText(row.bytesSent / plain - 1, true)}</td>
              <td>{formatMillis(row.moveMs, 0)}</td>
              <td>{formatMillis(row.downtimeMs, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function nameOf({ predictor, pages, hold }: ClusterGainRow): string {
  if (pages === 0) return WORDS.none;
  return plainText(hold === 'until-stop' ? WORDS.heldUntil : WORDS.held, {
    predictor: PREDICTOR_NAMES[predictor] ?? predictor,
    pages: formatNumber(pages, 0),
  });
}
