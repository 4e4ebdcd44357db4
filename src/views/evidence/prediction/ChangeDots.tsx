/** What prediction changes at a glance: a line a workload, a mark a predictor, nothing changed in the middle. */
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { SHAPES, type Shape } from '../../../layout/evidence/shapes.ts';
import { signedAxis } from '../../../layout/evidence/signed.ts';
import type { GainCase } from '../../../store/evidence/gains.ts';
import { ORACLE } from '../../../store/evidence/gains.ts';
import { formatSigned } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { Segments } from '../../shared/Segments.tsx';
import { plainText } from '../../shared/template.ts';
import { chart } from '../styles.ts';
import styles from './ChangeDots.module.css';
import { WORDS } from './words.ts';

const ROW_PX = 27;
const LEAST_PX = 340;
const MOST_PX = 560;
const TICK_EVERY_PX = 64;
const MEASURES = ['bytes', 'time', 'downtime'] as const;

/** Those people ask for have a shape of their own; the rest show where the others lie. */
const LOOKS: Readonly<Record<string, { readonly shape: Shape; readonly open: boolean }>> = {
  'lazy-counting': { shape: 'circle', open: false },
  lru: { shape: 'square', open: false },
  [ORACLE]: { shape: 'diamond', open: true },
};
const LEGEND = [
  { predictor: 'lazy-counting', label: WORDS.dots.lazy },
  { predictor: 'lru', label: WORDS.dots.lru },
  { predictor: 'other', label: WORDS.dots.others },
  { predictor: ORACLE, label: WORDS.dots.oracle },
] as const;

export function ChangeDots({ cases }: { cases: readonly GainCase[] }) {
  const { ref, width: room } = useElementSize();
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('bytes');
  const width = Math.max(LEAST_PX, Math.min(MOST_PX, room || 540));
  const box = { left: 72, right: width - 10, top: 12, bottom: 12 + cases.length * ROW_PX };
  const values = cases.flatMap(({ gains }) => gains.map((gain) => 100 * gain[measure]));
  const x = signedAxis(values, box.left, box.right, (box.right - box.left) / TICK_EVERY_PX);
  const digits = Math.max(0, ...x.ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return (
    <div ref={ref}>
      <div className={styles.head}>
        <h3 className={styles.title}>{WORDS.dots.title}</h3>
        <Segments
          legend={WORDS.dots.measure}
          options={MEASURES.map((value) => ({ value, label: WORDS.head[value] }))}
          value={measure}
          onChange={setMeasure}
        />
      </div>
      <ScrollBox label={WORDS.dots.title} className={chart.scroll}>
        <svg
          width={width}
          height={box.bottom + 40}
          role="img"
          aria-label={plainText(WORDS.dots.summary, { measure: WORDS.head[measure].toLowerCase() })}
          className={chart.picture}
        >
          {x.ticks.map((tick) => (
            <g key={tick}>
              <path
                className={tick === 0 ? styles.none : chart.grid}
                d={`M${x.at(tick)} ${box.top}V${box.bottom}`}
              />
              <text className={chart.tick} x={x.at(tick)} y={box.bottom + 16} textAnchor="middle">
                {tick === 0 ? '0' : formatSigned(tick, digits)}
              </text>
            </g>
          ))}
          <text className={chart.axis} x={box.right} y={box.bottom + 34} textAnchor="end">
            {WORDS.dots.axis}
          </text>
          {cases.map(({ workload, gains }, i) => {
            const y = box.top + (i + 0.5) * ROW_PX;
            return (
              <g key={workload}>
                <text className={styles.row} x={0} y={y} dy="0.35em">
                  {workload}
                </text>
                {gains.map((gain) => (
                  <Sign
                    key={gain.row.predictor}
                    predictor={gain.row.predictor}
                    x={x.at(100 * gain[measure])}
                    y={y}
                  />
                ))}
              </g>
            );
          })}
        </svg>
      </ScrollBox>
      <ul className={chart.legend}>
        {LEGEND.map(({ predictor, label }) => (
          <li key={predictor}>
            <svg width="12" height="14" aria-hidden="true">
              <Sign predictor={predictor} x={6} y={7} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A predictor's mark; those without a shape of their own are a stroke. */
function Sign({ predictor, x, y }: { predictor: string; x: number; y: number }) {
  const look = LOOKS[predictor];
  if (look === undefined) return <path className={styles.other} d={`M${x} ${y - 6}v12`} />;
  return (
    <path
      className={look.open ? chart.open : chart.mark}
      d={SHAPES[look.shape]}
      transform={`translate(${x} ${y})`}
    />
  );
}
