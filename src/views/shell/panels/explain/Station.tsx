import { useState } from 'react';
import { formatMillis, formatNumber } from '../../../../base/format.ts';
import {
  curve,
  fittedServiceMs,
  packetServiceMs,
  stationRtt,
  windowRtt,
} from '../../../../layout/explain/station-model.ts';
import { pingMean } from '../../../../layout/ping-mean.ts';
import { niceStep } from '../../../../layout/time-ticks.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { PAPER_BEFORE_MS, PAPER_DURING_MS } from '../../../shared/paper-values.ts';
import { Segments } from '../../../shared/Segments.tsx';
import { AxisBelow, AxisLeft, type Box, Chart } from './Chart.tsx';
import shared from './explain.module.css';
import { Formula } from './Formula.tsx';
import { type Facts, spansOf } from './facts.ts';
import marks from './marks.module.css';
import { Section } from './Section.tsx';
import { MODEL } from './words.ts';

type Service = 'packet' | 'fitted';
/** R of the paper's script as a share of C_p at 1 Gb/s: where the printed 1.0 ms belongs. */
const PAPER_SHARE = (700 * 1538) / 1448 / 1000;

interface Point {
  share: number;
  ms: number;
}

const PAPER: readonly Point[] = [
  { share: 0, ms: PAPER_BEFORE_MS },
  { share: PAPER_SHARE, ms: PAPER_DURING_MS['paper-script'] ?? Number.NaN },
  { share: 1, ms: PAPER_DURING_MS['stock-migrating'] ?? Number.NaN },
];

/** The window's straight line, and beside it a queueing station's curve that no run uses. */
export function Station({ facts }: { facts: Facts }) {
  const [model, setModel] = useState<'window' | 'station'>('window');
  const [service, setService] = useState<Service>('fitted');
  const { sums, run, series } = facts;
  const span = spansOf(facts).find(({ name }) => name === 'during');
  const mean = span ? pingMean(series.pings, span.fromUs, span.toUs).meanMs : Number.NaN;
  const own = Number.isFinite(mean) ? { share: sums.share, ms: mean } : null;
  const services = {
    packet: packetServiceMs(run.scenario.network.linkMbps),
    fitted: fittedServiceMs(sums.baseMs, PAPER[1]?.ms ?? 1, PAPER_SHARE),
  };
  const station =
    model === 'station' ? (share: number) => stationRtt(sums.baseMs, services[service], share) : null;
  const inWindow = (share: number) => windowRtt(sums, share);
  return (
    <Section title={MODEL.heading}>
      <div className={shared.row}>
        <Segments
          legend={MODEL.choice}
          options={[
            { value: 'window', label: MODEL.window },
            { value: 'station', label: MODEL.station },
          ]}
          value={model}
          onChange={setModel}
        />
        {station && (
          <Segments
            legend={MODEL.service}
            options={[
              { value: 'fitted', label: fill(MODEL.fitted, { ms: formatMillis(services.fitted, 3) }) },
              { value: 'packet', label: fill(MODEL.packet, { ms: formatMillis(services.packet, 4) }) },
            ]}
            value={service}
            onChange={setService}
          />
        )}
      </div>
      <p>
        <Formula text={station ? MODEL.stationSays : MODEL.windowSays} />
      </p>
      <Chart
        height={240}
        named
        label={fill(MODEL.picture, { lines: station ? `${MODEL.window}, ${MODEL.station}` : MODEL.window })}
      >
        {(box) => <Lines box={box} inWindow={inWindow} station={station} own={own} />}
      </Chart>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col">{MODEL.point}</th>
            <th scope="col">{MODEL.paper}</th>
            <th scope="col">{MODEL.window}</th>
            {station && <th scope="col">{MODEL.station}</th>}
          </tr>
        </thead>
        <tbody>
          {PAPER.map(({ share, ms }) => (
            <tr key={share}>
              <th scope="row">{formatNumber(share, 3)}</th>
              <td>{formatMillis(ms)}</td>
              <td>{formatMillis(inWindow(share), 3)}</td>
              {station && <td>{station(share) < 1e6 ? formatMillis(station(share), 3) : MODEL.endless}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={shared.note}>{MODEL.verdict[station ? service : 'window']}</p>
    </Section>
  );
}

interface LinesProperties {
  box: Box;
  inWindow: (share: number) => number;
  station: ((share: number) => number) | null;
  own: Point | null;
}

function Lines({ box, inWindow, station, own }: LinesProperties) {
  const topMs = Math.max(1.6, inWindow(1) * 1.3, (own?.ms ?? 0) * 1.2);
  const x = (share: number) => box.left + (box.right - box.left - 8) * share;
  const y = (ms: number) => box.bottom - ((box.bottom - box.top) * ms) / topMs;
  const step = niceStep(topMs / 4);
  const yTicks = Array.from({ length: Math.floor(topMs / step + 1e-6) }, (_, i) => (i + 1) * step);
  const line = (rttAt: (share: number) => number) =>
    curve(rttAt, topMs)
      .map(([share, ms], i) => `${i === 0 ? 'M' : 'L'}${x(share).toFixed(1)} ${y(ms).toFixed(1)}`)
      .join('');
  return (
    <>
      <AxisLeft box={box} ticks={yTicks} at={y} text={(value) => formatNumber(value, step < 1 ? 1 : 0)} />
      <AxisBelow box={box} ticks={[0, 0.25, 0.5, 0.75, 1]} at={x} text={String} name={MODEL.axis} />
      <text className={marks.tick} x={box.left + 4} y={box.line}>
        {MODEL.rtt}
      </text>
      <path className={marks.line} d={line(inWindow)} />
      {station && <path className={marks.dashed} d={line(station)} />}
      {PAPER.map(({ share, ms }) => (
        <g key={share}>
          <rect className={marks.printed} x={x(share) - 5} y={y(ms) - 5} width={10} height={10} />
          <text
            className={marks.tick}
            x={x(share) + (share > 0.5 ? -10 : 10)}
            y={share > 0 ? y(ms) - 8 : y(ms) + box.line}
            textAnchor={share > 0.5 ? 'end' : 'start'}
          >
            {MODEL.paper} {formatNumber(ms, ms < 1 ? 2 : 1)}
          </text>
        </g>
      ))}
      {own && (
        <g>
          <circle className={marks.reply} cx={x(own.share)} cy={y(own.ms)} r={4} />
          <text className={marks.strong} x={x(own.share) + 9} y={y(own.ms) + box.line}>
            {MODEL.run}
          </text>
        </g>
      )}
    </>
  );
}
