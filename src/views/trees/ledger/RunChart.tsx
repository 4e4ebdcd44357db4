/** The sums over all operations: cost, amortised cost and the theorem's curve above them, up to now and beyond. */
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { formatCount, formatNumber, formatPercent } from '../../../base/format.ts';
import {
  type ChartBox,
  highestTick,
  LEDGER_CURVES,
  ledgerChart,
  sumAt,
} from '../../../layout/trees/ledger-chart.ts';
import type { LedgerRunReply } from '../../../protocol/trees/requests.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import { usePaced } from '../use-paced.ts';
import styles from './RunChart.module.css';
import { LEDGER_WORDS, RUN_WORDS } from './words.ts';

const MARGINS = { bottom: 18, top: 18, right: 8 } as const;
/** Width of a digit, and what stands between the numbers and the plot. */
const CHAR_PX = 7.2;
const GAP_PX = 10;
/** A number nearer to the edge than half its width stands before its place. */
const EDGE_PX = 24;

export function RunChart() {
  const { busy, done, result, problem } = useTrees((state) => state.ledgerRun);
  const operations = useTrees((state) => state.lab?.operations ?? 0);
  const { startLedgerRun, cancelLedgerRun } = useTrees((state) => state.actions);
  if (operations === 0) return <p className={styles.note}>{LEDGER_WORDS.empty}</p>;
  if (busy)
    return (
      <p className={styles.note} role="status">
        <progress className={styles.progress} value={done} aria-label={RUN_WORDS.progress} />
        <span className={styles.percent}>
          {plainText(RUN_WORDS.busy, { percent: formatPercent(done * 100) })}
        </span>
        <SmallButton onClick={cancelLedgerRun}>{RUN_WORDS.cancel}</SmallButton>
      </p>
    );
  if (result === null)
    return (
      <div className={styles.note}>
        <SmallButton onClick={startLedgerRun}>
          {plainText(RUN_WORDS.start, { operations: formatCount(operations) })}
        </SmallButton>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
    );
  return <Sums run={result} />;
}

function Sums({ run }: { run: LedgerRunReply }) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const now = usePaced(({ moment }) =>
    moment === null ? 0 : moment.operation + (moment.steps > 0 && moment.step === moment.steps ? 1 : 0),
  );
  const box: ChartBox = useMemo(() => {
    const left = GAP_PX + CHAR_PX * formatNumber(highestTick(run)).length;
    return { width, height, left, ...MARGINS };
  }, [run, width, height]);
  const chart = useMemo(
    () => (width > 0 && height > 0 ? ledgerChart(run, box) : null),
    [run, box, width, height],
  );
  const curves = LEDGER_CURVES.filter((curve) => run.proved || curve !== 'bound');
  const sums = curves.map((curve) => [curve, formatNumber(sumAt(run, curve, now))] as const);
  const slots = { ...Object.fromEntries(sums), operations: formatCount(now) };
  const cursor = chart?.x(now) ?? 0;
  return (
    <div className={styles.sums}>
      <ul className={styles.legend}>
        {sums.map(([curve, sum]) => (
          <li key={curve} className={styles.entry}>
            <svg className={styles.sample} data-curve={curve} width="18" height="8" aria-hidden="true">
              <line x1="0" x2="18" y1="4" y2="4" />
            </svg>
            <TemplateWords template={RUN_WORDS.curve[curve]} slots={{}} />
            <b className={styles.sum}>{sum}</b>
          </li>
        ))}
        {!run.proved && (
          <li className={styles.entry}>
            <TemplateWords template={RUN_WORDS.unproved} slots={{}} />
          </li>
        )}
      </ul>
      <div ref={ref} className={styles.plot}>
        {chart !== null && (
          <svg
            className={styles.chart}
            width={width}
            height={height}
            role="img"
            aria-label={plainText(run.proved ? RUN_WORDS.chartProved : RUN_WORDS.chart, slots)}
          >
            <clipPath id="ledger-past">
              <rect x="0" y="0" width={cursor} height={height} />
            </clipPath>
            {chart.yTicks.map(({ value, at }) => (
              <g key={value}>
                <line className={styles.grid} x1={box.left} x2={width - box.right} y1={at} y2={at} />
                <text className={styles.tick} x={box.left - 6} y={at} dy="0.35em" textAnchor="end">
                  {formatNumber(value)}
                </text>
              </g>
            ))}
            {chart.xTicks.map(({ value, at }) => (
              <text
                key={value}
                className={styles.tick}
                x={at}
                y={height - 4}
                textAnchor={at > width - EDGE_PX ? 'end' : 'middle'}
              >
                {formatNumber(value)}
              </text>
            ))}
            <g className={styles.future}>
              {curves.map((curve) => (
                <path key={curve} data-curve={curve} d={chart.paths[curve] ?? ''} />
              ))}
            </g>
            <g clipPath="url(#ledger-past)">
              {curves.map((curve) => (
                <path key={curve} data-curve={curve} d={chart.paths[curve] ?? ''} />
              ))}
            </g>
            <line className={styles.cursor} x1={cursor} x2={cursor} y1={box.top} y2={height - box.bottom} />
          </svg>
        )}
        <span className={styles.yLabel} style={{ left: box.left }}>
          {RUN_WORDS.y}
        </span>
        <span className={styles.xLabel}>{RUN_WORDS.x}</span>
      </div>
    </div>
  );
}
