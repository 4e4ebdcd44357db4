/** Paper A's round trips over many seeds. */
import type { SpanRow } from '../../../protocol/migration/requests.ts';
import { formatNumber } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { table } from '../styles.ts';
import { percentText } from '../words-of.ts';
import { SPAN_NAMES, WORDS } from './words.ts';

export function SpanTable({ rows }: { rows: readonly SpanRow[] }) {
  return (
    <ScrollBox label={WORDS.spans} className={table.scroll}>
      <table className={table.table}>
        <caption>{WORDS.spans}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {WORDS.span}
            </th>
            <th scope="col">{WORDS.printed}</th>
            <th scope="col">{WORDS.here}</th>
            <th scope="col">{WORDS.range}</th>
            <th scope="col">{WORDS.error}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ span, printed, mean, least, most, error }) => {
            const digits = span === 'move' ? 0 : 3;
            return (
              <tr key={span}>
                <th scope="row">{SPAN_NAMES[span]}</th>
                <td>{formatNumber(printed, span === 'move' ? 0 : 2)}</td>
                <td>{formatNumber(mean, digits)}</td>
                <td className={table.muted}>
                  {plainText(WORDS.rangeText, {
                    least: formatNumber(least, digits),
                    most: formatNumber(most, digits),
                  })}
                </td>
                <td>{percentText(error, true)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
