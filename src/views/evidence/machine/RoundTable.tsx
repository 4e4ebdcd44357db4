import type { SoloRound } from '../../../protocol/migration/model.ts';
import type { TwinDetail } from '../../../protocol/migration/requests.ts';
import { formatCount, formatMB } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { CHART_WORDS as WORDS } from '../chart-words.ts';
import { chart, table } from '../styles.ts';

interface Properties {
  measured: TwinDetail['measuredRounds'];
  simulated: readonly SoloRound[];
}

export function RoundTable({ measured, simulated }: Properties) {
  const rounds = Math.max(measured.length, simulated.length);
  const head = WORDS.roundHead;
  return (
    <details className={chart.details}>
      <summary>{WORDS.table}</summary>
      <ScrollBox label={WORDS.roundTable} className={chart.tall}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{head.round}</th>
              <th scope="col">{head.measured}</th>
              <th scope="col">{head.simulated}</th>
              <th scope="col">{head.pages}</th>
              <th scope="col">{head.twinPages}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rounds }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                <td>{formatMB(measured[i]?.bytesSent ?? Number.NaN, 2)}</td>
                <td>{formatMB(simulated[i]?.bytesSent ?? Number.NaN, 2)}</td>
                <td>{formatCount(measured[i]?.pagesSent ?? Number.NaN)}</td>
                <td>{formatCount(simulated[i]?.pagesSent ?? Number.NaN)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
