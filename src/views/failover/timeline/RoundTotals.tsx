import { formatCount, formatNumber, formatSigned } from '../../../base/format.ts';
import type { Comparison } from '../../../protocol/requests.ts';
import { format } from '../../../protocol/texts.ts';
import { useApp } from '../../../store/store.ts';
import styles from './Rounds.module.css';
import { ruleText, ROUND_WORDS as WORDS } from './round-words.ts';
import type { MigrationRows } from './rounds.ts';

/** What the move cost in all, and how that differs from plain pre-copy. */
export function Totals({ shown }: { shown: MigrationRows }) {
  const comparison = useApp((state) => state.comparison);
  const rule = shown.rows.find((row) => row.stop !== null);
  const done = shown.outcome === 'completed';
  const own = done && comparison?.vm === shown.vm ? comparison : null;
  const plain = own !== null && isPlain(own);
  return (
    <div className={styles.totals}>
      <table className={styles.sums} aria-label="Totals">
        <thead>
          <tr>
            <td />
            <th scope="col">total time</th>
            <th scope="col">downtime</th>
            <th scope="col">sent</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{WORDS.thisRun}</th>
            <td>{format(WORDS.ms, { value: formatCount(shown.totalMs) })}</td>
            <td>
              {Number.isFinite(shown.downtimeMs)
                ? format(WORDS.ms, { value: formatNumber(shown.downtimeMs, 1) })
                : '–'}
            </td>
            <td>{format(WORDS.mb, { value: formatNumber(shown.bytes / 1e6, 1) })}</td>
          </tr>
          {own !== null && !plain && <Differences own={own} />}
        </tbody>
      </table>
      {own !== null && (plain || isSlight(own)) && (
        <p className={styles.rule}>{plain ? WORDS.isPlain : WORDS.noDifference}</p>
      )}
      {rule !== undefined && <p className={styles.rule}>{ruleText(rule)}</p>}
    </div>
  );
}

function Differences({ own: { here, baseline } }: { own: Comparison }) {
  return (
    <tr>
      <th scope="row" title={WORDS.comparisonTitle}>
        {WORDS.comparison}
      </th>
      <td>{format(WORDS.ms, { value: formatSigned(here.totalMs - baseline.totalMs) })}</td>
      <td>{format(WORDS.ms, { value: formatSigned(here.downtimeMs - baseline.downtimeMs, 1) })}</td>
      <td>{format(WORDS.mb, { value: formatSigned((here.bytesSent - baseline.bytesSent) / 1e6, 1) })}</td>
    </tr>
  );
}

function isPlain({ here, baseline }: Comparison): boolean {
  return here.strategy === baseline.strategy && here.strategy !== '';
}

/** Less than this share of what plain pre-copy costs is nothing to speak of. */
const SLIGHT = 0.02;

function isSlight({ here, baseline }: Comparison): boolean {
  const slight = (a: number, b: number) => Math.abs(a - b) <= SLIGHT * Math.max(a, b);
  return (
    slight(here.totalMs, baseline.totalMs) &&
    slight(here.downtimeMs, baseline.downtimeMs) &&
    slight(here.bytesSent, baseline.bytesSent)
  );
}
