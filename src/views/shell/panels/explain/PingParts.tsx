import { formatMillis, formatNumber, formatSeconds } from '../../../../base/format.ts';
import { firstRowAt } from '../../../../layout/decimate.ts';
import { stackDelays } from '../../../../layout/delay-stack.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { useApp } from '../../../../store/store.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import shared from './explain.module.css';
import type { Facts } from './facts.ts';
import styles from './PingParts.module.css';
import { Section } from './Section.tsx';
import { PING } from './words.ts';

const DIGITS = 3;

/** Where the time of one ping went: the picked one, or the last at the moment on screen. */
export function PingParts({ facts }: { facts: Facts }) {
  const pickPing = useApp((state) => state.actions.pickPing);
  const { series, ping, reachedUs } = facts;
  const reached = firstRowAt(series.pings, reachedUs + 1);
  const at = (column: number) => series.pings.data[ping * series.pings.width + column] ?? Number.NaN;
  if (ping < 0) return null;
  const rttMs = at(1);
  return (
    <Section title={PING.heading}>
      <div className={shared.row}>
        <SmallButton aria-label={PING.previous} disabled={ping <= 0} onClick={() => pickPing(ping - 1)}>
          ‹
        </SmallButton>
        <SmallButton aria-label={PING.next} disabled={ping + 1 >= reached} onClick={() => pickPing(ping + 1)}>
          ›
        </SmallButton>
        <SmallButton onClick={() => pickPing(slowest(facts, reached))}>{PING.slowest}</SmallButton>
        <span>{fill(PING.which, { number: formatNumber(ping + 1), sent: formatSeconds(at(0), 3) })}</span>
      </div>
      {Number.isNaN(rttMs) ? <p className={styles.lost}>{PING.lost}</p> : <Parts facts={facts} at={at} />}
    </Section>
  );
}

function slowest({ series: { pings } }: Facts, reached: number): number {
  let best = 0;
  const rtt = (row: number) => pings.data[row * pings.width + 1] ?? Number.NaN;
  for (let row = 0; row < reached; row += 1)
    if (!(rtt(row) <= rtt(best))) best = Number.isNaN(rtt(row)) ? best : row;
  return best;
}

function Parts({ facts, at }: { facts: Facts; at: (column: number) => number }) {
  const { network } = facts.run.scenario;
  const stack = stackDelays([network.wireRttMs, network.hypervisorRttMs, at(2), at(3), at(4)], DIGITS);
  const part = (index: number) => stack.segments.find((segment) => segment.index === index)?.ms ?? 0;
  const total = formatMillis(stack.totalMs, DIGITS);
  const label = fill(PING.bar, {
    parts: PING.parts.map((name, i) => `${name} ${formatMillis(part(i), DIGITS)}`).join(', '),
    total,
  });
  return (
    <>
      <div className={styles.bar} role="img" aria-label={label}>
        {stack.segments.map(({ index, from, to, negative }) => (
          <span
            key={index}
            data-part={index}
            data-negative={negative}
            style={{ left: `${100 * from}%`, width: `${100 * (to - from)}%` }}
          />
        ))}
      </div>
      <dl className={styles.parts}>
        {PING.parts.map((name, i) => (
          <div key={name}>
            <dt>
              <i className={styles.swatch} data-part={i} aria-hidden="true" />
              {name}
            </dt>
            <dd>{formatMillis(part(i), DIGITS)}</dd>
            <dd className={shared.small}>{PING.why[i]}</dd>
          </div>
        ))}
        <div>
          <dt>{fill(PING.total, { ms: total })}</dt>
        </div>
      </dl>
    </>
  );
}
