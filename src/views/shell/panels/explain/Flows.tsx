import { formatByteRate, formatNumber, formatPercent } from '../../../../base/format.ts';
import { type Flow, type FlowFacts, flowsOf } from '../../../../layout/explain/flows.ts';
import type { Phase } from '../../../../protocol/model.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import shared from './explain.module.css';
import styles from './Flows.module.css';
import type { Facts } from './facts.ts';
import marks from './marks.module.css';
import { Scroll } from './Scroll.tsx';
import { Section } from './Section.tsx';
import { FLOWS } from './words.ts';

/** In these a guest runs nowhere, so it answers nobody. */
const SILENT: readonly Phase['name'][] = ['stop-and-copy', 'activate', 'shutdown', 'boot', 'down', 'halted'];

function flowFacts({ run, history, series, reachedUs }: Facts): FlowFacts {
  const { guests, network, migration } = run.scenario;
  return {
    pings: series.pings,
    beats: series.beats,
    batches: series.batches,
    moves: history.migrations,
    serving: history.phases
      .filter(({ vm, name }) => (guests[vm]?.requestsPerSecond ?? 0) > 0 && !SILENT.includes(name))
      .map(({ vm, startUs, endUs }) => ({
        fromUs: startUs,
        toUs: Math.min(endUs ?? reachedUs, reachedUs),
        requestsPerSecond: guests[vm]?.requestsPerSecond ?? 0,
      })),
    linkMbps: network.linkMbps,
    tailShare: migration.tailShare,
    tailMs: migration.tailMs,
    untilUs: reachedUs,
  };
}

const amount = (bytes: number) =>
  bytes >= 1e6 ? `${formatNumber(bytes / 1e6, 1)} MB` : `${formatNumber(bytes / 1e3, 1)} kB`;
const rate = (bytes: number) =>
  bytes >= 1e6 ? formatByteRate(bytes) : `${formatNumber(bytes / 1e3, 1)} kB/s`;

/** Who used the wires, per second and in all. */
export function Flows({ facts }: { facts: Facts }) {
  const flows = flowsOf(flowFacts(facts));
  const all = flows.reduce((sum, flow) => sum + flow.totalBytes, 0);
  const heads = [FLOWS.flow, FLOWS.course, FLOWS.rate, FLOWS.total, FLOWS.share];
  return (
    <Section title={FLOWS.heading}>
      <Scroll label={FLOWS.heading}>
        <table className={shared.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flows.map((flow) => (
              <tr key={flow.name}>
                <th scope="row">
                  {FLOWS.names[flow.name]}
                  <span className={shared.small}>
                    {fill(FLOWS.where[flow.name], { vm: facts.run.scenario.pingedVm })}
                  </span>
                  <span className={shared.small}>{FLOWS.known[flow.name]}</span>
                </th>
                <td>
                  <Course flow={flow} />
                </td>
                <td>{rate(flow.lastSecond)}</td>
                <td>{amount(flow.totalBytes)}</td>
                <td>{formatPercent(all > 0 ? (100 * flow.totalBytes) / all : 0, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className={shared.note}>{FLOWS.note}</p>
    </Section>
  );
}

const WIDTH = 120;
const HEIGHT = 22;

/** One bar a second, each flow in its own scale. */
function Course({ flow: { name, perSecond } }: { flow: Flow }) {
  const top = perSecond.reduce((most, bytes) => Math.max(most, bytes), 0);
  const step = WIDTH / perSecond.length;
  let path = '';
  perSecond.forEach((bytes, i) => {
    const high = top > 0 ? (HEIGHT * bytes) / top : 0;
    path += `M${(i * step).toFixed(2)} ${HEIGHT}v${(-high).toFixed(2)}h${(step * 0.8).toFixed(2)}v${high.toFixed(2)}z`;
  });
  return (
    <svg
      className={styles.sparkline}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={fill(FLOWS.picture, { name: FLOWS.names[name], rate: amount(top) })}
    >
      <path className={marks.course} d={path} />
      <path className={marks.base} d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
    </svg>
  );
}
