/** One measured run and its twin, closely. */
import { useEffect, useRef } from 'react';
import type { SoloSpec } from '../../../protocol/migration/model.ts';
import type { TwinDetail } from '../../../protocol/migration/requests.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import {
  formatByteRate,
  formatCount,
  formatMB,
  formatMiB,
  formatMillis,
  formatPercent,
} from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { CHART_WORDS } from '../chart-words.ts';
import { FigureTable } from '../FigureTable.tsx';
import { MoveLink } from '../MoveLink.tsx';
import { PairBars } from '../PairBars.tsx';
import { Progress } from '../Progress.tsx';
import { RemainingChart } from '../RemainingChart.tsx';
import { RoundTable } from './RoundTable.tsx';
import styles from './RunDetail.module.css';
import { DETAIL_WORDS as WORDS } from './words.ts';

export function RunDetail() {
  const chosen = useEvidence((state) => state.chosen);
  const work = useEvidence((state) => state.detail);
  const { choose } = evidenceStore.getState().actions;
  const box = useRef<HTMLElement>(null);
  const name = chosen === null ? '' : `${chosen.name} ${chosen.repeat}`;
  useEffect(() => {
    if (name !== '') box.current?.scrollIntoView({ block: 'nearest' });
  }, [name]);
  if (chosen === null) return null;
  const close = () => {
    // Back to the row it was opened from, which stays where it is.
    const opener = document.querySelector<HTMLElement>('[data-chosen="true"] button');
    choose(null);
    opener?.focus();
  };
  return (
    <section ref={box} className={styles.detail} aria-label={WORDS.region} aria-busy={work.busy}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {plainText(WORDS.title, { name: chosen.name, repeat: String(chosen.repeat + 1) })}
        </h3>
        <SmallButton onClick={close}>{WORDS.close}</SmallButton>
      </div>
      <div className={work.busy ? styles.busy : undefined}>
        <Progress work={work} label={WORDS.loading} />
      </div>
      {work.result && <Body detail={work.result} />}
    </section>
  );
}

function Body({ detail }: { detail: TwinDetail }) {
  const { row, twin, samples, sampleRows } = detail;
  const measuredRounds = roundsKept(detail);
  const left = Math.max(row.measured.liveRounds, row.twin.liveRounds) - MOST_ROUNDS;
  const simulated = twin.result.rounds.slice(0, left > 0 ? MOST_ROUNDS : undefined);
  const rounds = Math.max(measuredRounds.length, simulated.length);
  const pairs = Array.from({ length: rounds }, (_, i) => ({
    solid: megabytes(measuredRounds[i]?.bytesSent),
    hatched: megabytes(simulated[i]?.bytesSent),
  }));
  return (
    <>
      <p className={styles.setting}>{settingOf(twin.spec, row.mode === 'postcopy')}</p>
      <div className={styles.grid}>
        <div className={styles.wide}>
          <h4>{WORDS.remaining}</h4>
          <RemainingChart samples={samples} sampleRows={sampleRows} twin={twin} />
        </div>
        <div>
          <FigureTable row={row} />
          <MoveLink spec={twin.spec} />
        </div>
        <div className={styles.all}>
          <h4>{left > 0 ? plainText(WORDS.firstRounds, { count: String(MOST_ROUNDS) }) : WORDS.rounds}</h4>
          <PairBars
            pairs={pairs}
            names={[CHART_WORDS.measured, CHART_WORDS.simulated]}
            summary={plainText(CHART_WORDS.roundsSummary, {
              measured: String(measuredRounds.length),
              simulated: String(simulated.length),
              first: formatMB(measuredRounds[0]?.bytesSent ?? Number.NaN, 1),
              second: formatMB(simulated[0]?.bytesSent ?? Number.NaN, 1),
            })}
          />
          <RoundTable measured={measuredRounds} simulated={simulated} />
        </div>
      </div>
    </>
  );
}

/** Of long lists the first 38 rounds and the last 5 were kept when they were measured. */
const MOST_ROUNDS = 38;

function roundsKept({ row, measuredRounds }: TwinDetail): TwinDetail['measuredRounds'] {
  const all = Math.max(row.measured.liveRounds, row.twin.liveRounds) <= MOST_ROUNDS;
  return all ? measuredRounds : measuredRounds.slice(0, MOST_ROUNDS);
}

const megabytes = (bytes: number | undefined): number | null => (bytes === undefined ? null : bytes / 1e6);

function settingOf({ vm, strategy }: SoloSpec, postCopy: boolean): string {
  const { workload } = vm;
  const pace = strategy.maxBandwidthBytesPerSecond;
  const more: string[] = [];
  if (strategy.autoConverge) more.push(WORDS.autoConverge);
  if (strategy.xbzrleCacheMiB !== null)
    more.push(plainText(WORDS.xbzrle, { size: formatMiB(strategy.xbzrleCacheMiB) }));
  if (postCopy) more.push(WORDS.postCopy);
  if (vm.nonZeroMiB !== null) more.push(plainText(WORDS.zero, { size: formatMiB(vm.nonZeroMiB) }));
  return plainText(WORDS.setting, {
    memory: formatMiB(vm.memoryMiB),
    pattern: workload.pattern,
    hot: formatMiB(workload.hotSetMiB),
    cold:
      workload.coldSetMiB > 0
        ? plainText(WORDS.cold, {
            share: formatPercent(workload.coldFraction * 100),
            size: formatMiB(workload.coldSetMiB),
          })
        : '',
    writes: formatCount(workload.writesPerSecond),
    pace: pace === null ? '–' : formatByteRate(pace, 0),
    limit: formatMillis(strategy.stopRule.downtimeLimitMs, 0),
    more: more.join(''),
  });
}
