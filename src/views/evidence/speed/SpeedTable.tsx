import type { SpeedReply } from '../../../protocol/migration/requests.ts';
import { formatNumber } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { table } from '../styles.ts';
import { percentText } from '../words-of.ts';
import { ROWS, WORDS } from './words.ts';

/** Claimed, here, and how far apart; at last whether the bits are the same. */
export function SpeedTable({ result }: { result: SpeedReply }) {
  const claimedOf = (name: string) => result.claimed.rows.find((row) => row.name === name)?.ratio ?? null;
  return (
    <ScrollBox label={WORDS.caption} className={table.scroll}>
      <table className={table.table}>
        <caption>{WORDS.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {WORDS.what}
            </th>
            <th scope="col" className={table.text}>
              {WORDS.baseline}
            </th>
            <th scope="col">{WORDS.claimed}</th>
            <th scope="col">{WORDS.here}</th>
            <th scope="col">{WORDS.difference}</th>
            <th scope="col">{WORDS.rate}</th>
          </tr>
        </thead>
        <tbody>
          {result.rows.map(({ name, ratio, perSecond }) => {
            const claimed = claimedOf(name);
            return (
              <tr key={name}>
                <th scope="row">{ROWS[name].name}</th>
                <td className={table.text}>{ROWS[name].baseline}</td>
                <td>{claimed === null ? '–' : times(claimed)}</td>
                <td>{times(ratio)}</td>
                <td>{claimed === null ? '–' : percentText(ratio / claimed - 1, true)}</td>
                <td className={table.muted}>{rateText(name, perSecond)}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{WORDS.hash}</th>
            <td />
            <td>{result.claimed.hash}</td>
            <td>{result.hash}</td>
            <td>{result.hash === result.claimed.hash ? WORDS.same : WORDS.other}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}

const times = (ratio: number): string => plainText(WORDS.times, { ratio: ratioText(ratio) });

/** With as many digits as it is worth. */
export function ratioText(ratio: number): string {
  return formatNumber(ratio, ratio >= 100 ? 0 : ratio >= 10 ? 1 : ratio >= 0.1 ? 2 : 3);
}

function rateText(name: string, perSecond: number): string {
  return name === 'failover' || name === 'recorded'
    ? plainText(WORDS.seconds, { count: formatNumber(perSecond, 0) })
    : plainText(WORDS.accesses, { count: formatNumber(perSecond / 1e6, 1) });
}
