import { formatCount, formatMB, formatMillis, formatSeconds, formatSigned } from '../../../base/format.ts';
import type { Comparison } from '../../../protocol/requests.ts';
import { phaseName } from '../../../protocol/texts.ts';
import { activeBranch } from '../../../store/select.ts';
import { appStore, useApp } from '../../../store/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import { Dialog } from '../../shared/Dialog.tsx';
import { fill } from '../words.ts';
import { citation } from './citation.ts';
import { NextSteps } from './NextSteps.tsx';
import { outageRows } from './outage-words.ts';
import styles from './panels.module.css';
import { type Summary as Figures, summaryOf } from './summary.ts';
import { durationText, errorText, paperText, SPANS, summaryText, verdict, WORDS } from './summary-words.ts';

export function Summary({ close }: { close: () => void }) {
  const comparison = useApp((state) => state.comparison);
  const state = appStore.getState();
  const branch = activeBranch(state);
  const history = branch?.farHistory;
  if (!branch || !history) return null;
  const figures = summaryOf(branch.run, history, branch.series.pings, branch.reachedUs);
  const title = figures.move ? fill(WORDS.title, { vm: figures.vm }) : WORDS.titleWithout;
  return (
    <Dialog title={title} close={close} size={820}>
      <Totals figures={figures} />
      <div className={styles.columns}>
        <RoundTrips figures={figures} />
        <Phases figures={figures} />
      </div>
      <Beside comparison={comparison} moved={figures.move !== null} />
      <NextSteps run={branch.run} />
      <CopyField
        label={WORDS.copyLabel}
        copy={WORDS.copy}
        rows={5}
        text={summaryText(figures, comparison, citation(state, branch.run))}
      />
    </Dialog>
  );
}

function Totals({ figures: { move, totalMs, downtimeMs, lost, outage } }: { figures: Figures }) {
  const all: [string, string][] = [[WORDS.lost, formatCount(lost)]];
  if (outage) all.push(...outageRows(outage));
  if (move) {
    all.unshift(
      [WORDS.total, formatSeconds(totalMs * 1000)],
      [WORDS.downtime, formatMillis(downtimeMs, 1)],
      [WORDS.bytes, formatMB(move.bytesSent, 1)],
      [WORDS.rounds, formatCount(move.rounds.length)],
    );
  }
  return (
    <dl className={styles.totals}>
      {all.map(([what, value]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RoundTrips({ figures: { roundTrips } }: { figures: Figures }) {
  if (roundTrips.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{WORDS.roundTrip}</caption>
      <thead>
        <tr>
          <th scope="col">{WORDS.span}</th>
          <th scope="col">{WORDS.here}</th>
          <th scope="col">{WORDS.paper}</th>
          <th scope="col">{WORDS.error}</th>
        </tr>
      </thead>
      <tbody>
        {roundTrips.map((trip) => (
          <tr key={trip.name}>
            <th scope="row">{SPANS[trip.name]}</th>
            <td>{formatMillis(trip.meanMs, 3)}</td>
            <td>{paperText(trip.paperMs)}</td>
            <td>{errorText(trip)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Phases({ figures: { phases } }: { figures: Figures }) {
  return (
    <table className={styles.table}>
      <caption>{WORDS.phases}</caption>
      <thead>
        <tr>
          <th scope="col">{WORDS.phase}</th>
          <th scope="col">{WORDS.lasted}</th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ name, ms }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a VM may go through the same phase twice, in this order
          <tr key={`${i}-${name}`}>
            <th scope="row">{phaseName(name, false)}</th>
            <td>{durationText(ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Beside({ comparison, moved }: { comparison: Comparison | null; moved: boolean }) {
  if (!comparison) return <p className={styles.about}>{moved ? WORDS.waiting : WORDS.none}</p>;
  const { here, baseline } = comparison;
  const rows: [string, number, number, (value: number) => string, (value: number) => string][] = [
    [
      WORDS.timeRow,
      here.totalMs,
      baseline.totalMs,
      (ms) => formatSeconds(ms * 1000),
      (ms) => `${formatSigned(ms, 1)} ms`,
    ],
    [
      WORDS.downtimeRow,
      here.downtimeMs,
      baseline.downtimeMs,
      (ms) => formatMillis(ms, 1),
      (ms) => `${formatSigned(ms, 1)} ms`,
    ],
    [
      WORDS.bytesRow,
      here.bytesSent,
      baseline.bytesSent,
      (bytes) => formatMB(bytes, 1),
      (bytes) => `${formatSigned(bytes / 1e6, 1)} MB`,
    ],
  ];
  return (
    <>
      <table className={styles.table}>
        <caption>{WORDS.comparison}</caption>
        <thead>
          <tr>
            <th scope="col">{WORDS.comparisonNote}</th>
            <th scope="col">{WORDS.thisRun}</th>
            <th scope="col">{WORDS.plain}</th>
            <th scope="col">{WORDS.error}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, mine, plain, show, showDifference]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{show(mine)}</td>
              <td>{show(plain)}</td>
              <td>{showDifference(mine - plain)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.about}>{verdict(comparison)}</p>
    </>
  );
}
