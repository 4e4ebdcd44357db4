import { useState } from 'react';
import { formatCount, formatMillis, formatNumber } from '../../../../base/format.ts';
import { type PingHistogram, pingHistogram } from '../../../../layout/explain/ping-histogram.ts';
import { niceStep } from '../../../../layout/time-ticks.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { Segments } from '../../../shared/Segments.tsx';
import { AxisBelow, AxisLeft, type Box, Chart } from './Chart.tsx';
import shared from './explain.module.css';
import { type Facts, spansOf } from './facts.ts';
import marks from './marks.module.css';
import { Section } from './Section.tsx';
import { HISTOGRAM } from './words.ts';

type Scale = 'linear' | 'log';

/** How many pings took how long: two heaps, and a mean between them. */
export function Histogram({ facts }: { facts: Facts }) {
  const during = spansOf(facts).find(({ name }) => name === 'during');
  const [chosen, choose] = useState<'all' | 'during' | null>(null);
  const [scale, setScale] = useState<Scale>('linear');
  const span = chosen ?? (during ? 'during' : 'all');
  const shown = span === 'during' ? during : { fromUs: 0, toUs: facts.reachedUs + 1 };
  const histogram = pingHistogram(facts.series.pings, shown?.fromUs ?? 0, shown?.toUs ?? 0);
  return (
    <Section title={HISTOGRAM.heading}>
      <div className={shared.row}>
        <Segments
          legend={HISTOGRAM.span}
          options={[
            { value: 'all', label: HISTOGRAM.all },
            ...(during ? [{ value: 'during' as const, label: HISTOGRAM.during }] : []),
          ]}
          value={span}
          onChange={choose}
        />
        <Segments
          legend={HISTOGRAM.scale}
          options={[
            { value: 'linear', label: HISTOGRAM.linear },
            { value: 'log', label: HISTOGRAM.log },
          ]}
          value={scale}
          onChange={setScale}
        />
      </div>
      {histogram.answered === 0 ? (
        <p>{HISTOGRAM.none}</p>
      ) : (
        <Bars histogram={histogram} scale={scale} gap={span === 'during'} />
      )}
    </Section>
  );
}

function Bars({ histogram, scale, gap }: { histogram: PingHistogram; scale: Scale; gap: boolean }) {
  const { bins, binMs, answered, meanMs, nearMean, free, behind, lost } = histogram;
  const mean = formatMillis(meanMs, 3);
  const modes = [free, behind].flatMap((mode) => (mode ? [formatMillis(mode.atMs)] : []));
  const few = behind !== null && nearMean * 20 < answered;
  return (
    <>
      <Chart
        height={230}
        named
        label={fill(HISTOGRAM.picture, {
          answered: formatCount(answered),
          modes: modes.join(HISTOGRAM.and),
          mean,
        })}
      >
        {(box) => <Heaps box={box} histogram={histogram} scale={scale} gap={gap} />}
      </Chart>
      <p>
        {fill(HISTOGRAM.says, {
          answered: formatCount(answered),
          near: formatCount(nearMean),
          half: formatMillis(binMs / 2, 3),
          mean,
        })}{' '}
        {few && bins.length > 0 && HISTOGRAM.nobody}{' '}
        {lost > 0 && fill(HISTOGRAM.lost, { lost: formatCount(lost) })}
      </p>
    </>
  );
}

function Heaps({
  box,
  histogram: { bins, binMs, free, behind, meanMs },
  scale,
  gap,
}: {
  box: Box;
  histogram: PingHistogram;
  scale: Scale;
  gap: boolean;
}) {
  const top = Math.max(1, ...bins.map((bin) => bin.free + bin.behind));
  const toMs = bins.length * binMs;
  const x = (ms: number) => box.left + ((box.right - box.left) * ms) / toMs;
  const high = box.bottom - box.top - box.line;
  const share = (count: number) =>
    scale === 'linear' ? count / top : count <= 0 ? 0 : (Math.log10(count) + 0.3) / (Math.log10(top) + 0.3);
  const y = (count: number) => box.bottom - high * share(count);
  const step = niceStep(toMs / Math.max(3, Math.floor((box.right - box.left) / (box.line * 5))));
  const xTicks = Array.from({ length: Math.floor(toMs / step + 1e-6) + 1 }, (_, i) => i * step);
  const yStep = niceStep(top / 3);
  const yTicks =
    scale === 'linear'
      ? Array.from({ length: Math.floor(top / yStep) }, (_, i) => (i + 1) * yStep)
      : [1, 10, 100, 1000, 10_000].filter((count) => count <= top);
  const digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const markMode = (mode: typeof free, text: string) =>
    mode && (
      <text
        className={marks.strong}
        x={Math.min(x(mode.atMs), box.right - 4)}
        y={box.top + box.line - 6}
        textAnchor={
          x(mode.atMs) > box.width * 0.66 ? 'end' : x(mode.atMs) < box.width * 0.2 ? 'start' : 'middle'
        }
      >
        {text} · {formatMillis(mode.atMs)}
      </text>
    );
  return (
    <>
      <AxisLeft box={box} ticks={yTicks} at={y} text={formatCount} />
      {bins.map(({ fromMs, free: inGap, behind: waited }) => {
        const [left, right] = [x(fromMs) + 0.5, x(fromMs + binMs) - 0.5];
        const all = inGap + waited;
        if (all === 0) return null;
        // The share of each kind in the bar's height, so that the sum is right on either scale.
        const cut = box.bottom - ((box.bottom - y(all)) * inGap) / all;
        return (
          <g key={fromMs}>
            <rect
              className={marks.free}
              x={left}
              y={cut}
              width={Math.max(1, right - left)}
              height={box.bottom - cut}
            />
            <rect
              className={marks.behind}
              x={left}
              y={y(all)}
              width={Math.max(1, right - left)}
              height={cut - y(all)}
            />
          </g>
        );
      })}
      <AxisBelow
        box={box}
        ticks={xTicks}
        at={x}
        text={(value) => formatNumber(value, digits)}
        name={HISTOGRAM.axis}
      />
      <path className={marks.mean} d={`M${x(meanMs)} ${box.bottom}V${box.top + box.line}`} />
      <text
        className={marks.tick}
        x={x(meanMs) + 5}
        y={box.top + box.line * 2}
        textAnchor={x(meanMs) > box.width * 0.75 ? 'end' : 'start'}
      >
        {fill(HISTOGRAM.mean, { ms: formatMillis(meanMs) })}
      </text>
      {markMode(free, gap ? HISTOGRAM.gap : HISTOGRAM.free)}
      {markMode(behind, HISTOGRAM.behind)}
    </>
  );
}
