import { BYTES_PER_MIB } from '../../../base/units.ts';
import type { PublishedFit } from '../../../protocol/migration/requests.ts';
import { formatCount, formatMB, formatMiB, formatMillis } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { CHART_WORDS } from '../chart-words.ts';
import { MarkWord } from '../Mark.tsx';
import { PairBars } from '../PairBars.tsx';
import { chart, table } from '../styles.ts';
import { percentText } from '../words-of.ts';
import styles from './FitCard.module.css';
import { WORDS } from './words.ts';

/** One published migration beside the model fitted to its total. */
export function FitCard({ fit }: { fit: PublishedFit }) {
  const { fitted } = fit;
  const rounds = Math.max(fit.roundBytes.length, fitted.roundBytes.length);
  const printed = (i: number) => fit.roundBytes[i] ?? Number.NaN;
  const model = (i: number) => fitted.roundBytes[i] ?? Number.NaN;
  const pairs = Array.from({ length: rounds }, (_, i) => ({
    solid: megabytes(fit.roundBytes[i]),
    hatched: megabytes(fitted.roundBytes[i]),
  }));
  const ratio = (a: number, b: number) => percentText(a / b - 1, true);
  return (
    <section className={styles.card} aria-label={fit.name}>
      <h3 className={styles.title}>
        {fit.name}{' '}
        <span className={styles.memory}>
          {plainText(WORDS.memory, { memory: formatMiB(fit.memoryBytes / BYTES_PER_MIB) })}
        </span>
      </h3>
      <PairBars
        pairs={pairs}
        names={[WORDS.printed, WORDS.model]}
        summary={plainText(WORDS.rounds, {
          name: fit.name,
          count: String(fit.roundBytes.length),
          total: formatMB(fit.totalBytes),
          modelCount: String(fitted.roundBytes.length),
          modelTotal: formatMB(fitted.totalBytes),
        })}
      />
      <ScrollBox label={fit.name} className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{WORDS.figures.printed}</th>
              <th scope="col">{WORDS.figures.model}</th>
              <th scope="col">{WORDS.figures.error}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{WORDS.round}</th>
              <td>–</td>
              <td>–</td>
              <td>{percentText(fit.medianRoundError, false)}</td>
            </tr>
            <tr>
              <th scope="row">{WORDS.downtime}</th>
              <td>{formatMillis(fit.downtimeMs, 0)}</td>
              <td>{formatMillis(fitted.downtimeMs, 0)}</td>
              <td>{ratio(fitted.downtimeMs, fit.downtimeMs)}</td>
            </tr>
            <tr>
              <th scope="row">{WORDS.total}</th>
              <td>{formatMB(fit.totalBytes, 1)}</td>
              <td>{formatMB(fitted.totalBytes, 1)}</td>
              <td>{ratio(fitted.totalBytes, fit.totalBytes)}</td>
            </tr>
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.parameters}>
        <MarkWord kind="fitted" /> {fit.settled}
      </p>
      <p className={styles.parameters}>
        {plainText(WORDS.parameters, {
          hot: formatCount(fitted.hotPages),
          hotWrites: formatCount(fitted.hotWritesPerSecond),
          cold: formatCount(fitted.coldPages),
          coldWrites: formatCount(fitted.coldWritesPerSecond),
        })}
      </p>
      <details className={chart.details}>
        <summary>{WORDS.table}</summary>
        <ScrollBox label={CHART_WORDS.roundTable} className={chart.tall}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{WORDS.roundHead.round}</th>
                <th scope="col">{WORDS.roundHead.printed}</th>
                <th scope="col">{WORDS.roundHead.model}</th>
                <th scope="col">{WORDS.roundHead.error}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number
                <tr key={i}>
                  <th scope="row">{i + 1}</th>
                  <td>{formatMB(printed(i), 1)}</td>
                  <td>{formatMB(model(i), 1)}</td>
                  <td>{ratio(model(i), printed(i))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
      <p className={styles.source}>{plainText(WORDS.source, { source: fit.source })}</p>
    </section>
  );
}

const megabytes = (bytes: number | undefined): number | null => (bytes === undefined ? null : bytes / 1e6);
