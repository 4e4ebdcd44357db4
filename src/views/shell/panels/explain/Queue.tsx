import { formatCount, formatMillis, formatNumber } from '../../../../base/format.ts';
import { FRAME_BYTES, PAYLOAD_BYTES, type QueueSums } from '../../../../layout/explain/queue-sums.ts';
import { pingMean } from '../../../../layout/ping-mean.ts';
import { queuePicture } from '../../../../layout/port.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { type Box, Chart } from './Chart.tsx';
import shared from './explain.module.css';
import { Formula } from './Formula.tsx';
import { type Facts, spansOf } from './facts.ts';
import marks from './marks.module.css';
import styles from './Queue.module.css';
import { Scroll } from './Scroll.tsx';
import { Section } from './Section.tsx';
import { QUEUE } from './words.ts';

const bytes = (value: number) => `${formatCount(Math.round(value))} B`;
const MOST_DRAWN = 42;

/** What stands before a reply in the source's port, to scale, and the sums that say how long it waits. */
export function Queue({ facts }: { facts: Facts }) {
  const { sums, run, move, series } = facts;
  const { network, pingedVm, guests } = run.scenario;
  const home = guests.find(({ name }) => name === pingedVm)?.node ?? 1;
  const from = `node ${move === null ? home : move.from + 1}`;
  const span = spansOf(facts).find(({ name }) => name === 'during');
  const mean = span ? pingMean(series.pings, span.fromUs, span.toUs).meanMs : Number.NaN;
  return (
    <Section title={fill(QUEUE.heading, { from })}>
      <p className={shared.note}>{facts.streamOn ? QUEUE.now : QUEUE.idle}</p>
      {sums.queueBytes > 0 ? (
        <Chart
          height={84}
          label={fill(QUEUE.picture, {
            window: bytes(network.windowBytes),
            onWire: bytes(sums.onWireBytes),
            queue: bytes(sums.queueBytes),
            wait: formatMillis(sums.waitMs),
          })}
        >
          {(box) => <Picture box={box} sums={sums} windowBytes={network.windowBytes} />}
        </Chart>
      ) : (
        <p>{QUEUE.none}</p>
      )}
      <p className={shared.note}>
        {fill(QUEUE.parts, {
          queue: bytes(sums.queueBytes),
          packets: formatCount(sums.packets),
          onWire: bytes(sums.onWireBytes),
        })}
      </p>
      {facts.standingBytes > sums.queueBytes + 1 && (
        <p className={shared.note}>{fill(QUEUE.several, { queue: bytes(facts.standingBytes) })}</p>
      )}
      <h4 className={shared.subheading}>{QUEUE.sums}</h4>
      <Scroll label={QUEUE.sums}>
        <Sums facts={facts} />
      </Scroll>
      {Number.isFinite(mean) && <p>{fill(QUEUE.measured, { mean: formatMillis(mean, 3) })}</p>}
      <p className={shared.note}>
        <Formula text={QUEUE.fitted} />
      </p>
    </Section>
  );
}

/** The window to scale: reply ● then the packets of the queue, the port's edge, then what is on the wire. */
function Picture({ box, sums, windowBytes }: { box: Box; sums: QueueSums; windowBytes: number }) {
  const left = 34;
  const width = box.width - left - 12;
  const edge = left + (width * sums.queueBytes) / windowBytes;
  const middle = box.line * 2 + 22;
  const { drawn, perDrawn } = queuePicture(sums.queueBytes, Math.min(MOST_DRAWN, (edge - left) / 7));
  const step = (edge - left) / Math.max(1, drawn);
  const wireEnd = left + width;
  const above = middle - 20;
  const below = middle + 20;
  return (
    <>
      <path className={marks.bracket} d={`M${left} ${above + 5}v-5H${wireEnd}v5`} />
      <text className={marks.tick} x={(left + wireEnd) / 2} y={above - 6} textAnchor="middle">
        {fill(QUEUE.window, { bytes: bytes(windowBytes) })}
      </text>
      <rect className={styles.pipe} x={4} y={middle - 13} width={edge - 4} height={26} rx={13} />
      <circle className={marks.reply} cx={19} cy={middle} r={6} />
      {Array.from({ length: drawn }, (_, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: packets are told apart by their place alone
          key={i}
          className={styles.packet}
          x={left + i * step + 1}
          y={middle - 8}
          width={Math.max(1, step - 2)}
          height={16}
          rx={2}
        />
      ))}
      <path className={styles.edge} d={`M${edge} ${middle - 17}v34`} />
      <path className={styles.wire} d={`M${edge} ${middle}H${wireEnd}`} />
      <path className={marks.bracket} d={`M19 ${below - 5}v5H${edge - 2}v-5`} />
      <text className={marks.strong} x={19} y={below + box.line}>
        {fill(QUEUE.wait, { ms: formatMillis(sums.waitMs), per: perDrawn })}
      </text>
    </>
  );
}

function Sums({ facts: { sums, run } }: { facts: Facts }) {
  const { network } = run.scenario;
  const mbps = (value: number) => `${formatNumber(value, 1)} Mb/s`;
  const C = `${formatNumber(network.linkMbps)} Mb/s`;
  const rows: [string, string, string][] = [
    [
      'η = frame / payload',
      `${formatCount(FRAME_BYTES)} B / ${formatCount(PAYLOAD_BYTES)} B`,
      formatNumber(sums.overhead, 4),
    ],
    ['C_p = C / η', `${C} / ${formatNumber(sums.overhead, 4)}`, mbps(sums.goodputMbps)],
    [
      'on the wire = C_p · t_b / 8',
      `${mbps(sums.goodputMbps)} · ${formatMillis(network.wireRttMs)} / 8`,
      bytes(sums.onWireBytes),
    ],
    [
      'queue = W − on the wire',
      `${bytes(network.windowBytes)} − ${bytes(sums.onWireBytes)}`,
      bytes(sums.queueBytes),
    ],
    [
      'D_q = 8 · queue · η / C',
      `8 · ${bytes(sums.queueBytes)} · ${formatNumber(sums.overhead, 4)} / ${C}`,
      formatMillis(sums.waitMs, 3),
    ],
    [
      'ρ = min(1, R / C_p)',
      `${mbps(sums.rateMbps)} / ${mbps(sums.goodputMbps)}`,
      formatNumber(sums.share, 3),
    ],
    [
      'RTT = RTT₀ + ρ · D_q',
      `${formatMillis(sums.baseMs)} + ${formatNumber(sums.share, 3)} · ${formatMillis(sums.waitMs, 3)}`,
      formatMillis(sums.meanMs, 3),
    ],
  ];
  return (
    <table className={styles.sums}>
      <tbody>
        {rows.map(([formula, numbers, result]) => (
          <tr key={formula}>
            <th scope="row">
              <Formula text={formula} />
            </th>
            <td>= {numbers}</td>
            <td>= {result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
