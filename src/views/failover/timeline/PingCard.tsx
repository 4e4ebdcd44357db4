import { useEffect, useRef, useState } from 'react';
import { formatMillis, formatNumber, roundToTotal } from '../../../base/format.ts';
import type { Lane } from '../../../layout/lanes.ts';
import { format } from '../../../protocol/texts.ts';
import { activeBranch } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { useSlow } from '../../shared/use-slow.ts';
import styles from './PingCard.module.css';
import { pickNeighbour } from './pick-ping.ts';
import { storyOf } from './story.ts';
import type { StripPainter } from './strip-painter.ts';
import { WORDS } from './words.ts';

interface Ping {
  row: number;
  sentUs: number;
  rttMs: number;
  parts: { name: string; ms: number }[];
  lostText: string;
}

/** pings: sentUs | rttMs | queueMs | tailMs | noiseMs | batch */
function pingOf(state: AppState): Ping | null {
  const branch = activeBranch(state);
  const row = state.selection.ping;
  if (branch === null || row === null || row < 0 || row >= branch.series.pings.rows) return null;
  const { data, width } = branch.series.pings;
  const at = (column: number) => data[row * width + column] ?? Number.NaN;
  const { network } = branch.run.scenario;
  const sentUs = at(0);
  const names = ['wire', 'hypervisor', 'queue', 'tail', 'noise'];
  const exact = [network.wireRttMs, network.hypervisorRttMs, at(2), at(3), at(4)];
  const rounded = exact.every(Number.isFinite) ? roundToTotal(exact, 2) : exact;
  const story = storyOf(branch);
  const paused = story.phases.some(
    (p) =>
      p.vm === story.pingedVm &&
      p.name === 'stop-and-copy' &&
      p.startUs <= sentUs &&
      (p.endUs === null || sentUs <= p.endUs),
  );
  return {
    row,
    sentUs,
    rttMs: at(1),
    parts: names.map((name, i) => ({ name, ms: rounded[i] ?? 0 })),
    lostText: paused ? format(WORDS.pingLost, { vm: story.scenario.pingedVm }) : WORDS.pingLostPlain,
  };
}

const same = (a: Ping | null, b: Ping | null) => a?.row === b?.row && a?.sentUs === b?.sentUs;

/** About as wide as the card is at the normal text size; on a narrower strip it stands at the right edge. */
const CARD_PX = 330;

/** Where the time of the picked ping went. */
export function PingCard(props: { painter: StripPainter | null; lane: Lane | null; width: number }) {
  const row = useApp((state) => state.selection.ping);
  const ping = useSlow(pingOf, same, 60);
  const { askWhy, openPanel, pickPing } = useApp((state) => state.actions);
  const x = useDotX(props.painter, ping?.sentUs ?? 0);
  const card = useRef<HTMLElement>(null);
  if (row === null || ping === null || props.lane === null) return null;
  // As far along its own width as the dot is along the strip, so that no size of text pushes it over an edge.
  const place =
    props.width < CARD_PX ? { right: 0 } : { left: x, transform: `translateX(${(-100 * x) / props.width}%)` };
  const title = format(WORDS.pingTitle, {
    number: ping.row + 1,
    sent: `${formatNumber(ping.sentUs / 1e6, 3)} s`,
  });
  return (
    <section ref={card} className={styles.card} aria-label="Picked ping" style={{ ...place, bottom: 0 }}>
      <header className={styles.head}>
        <button type="button" aria-label="Previous ping" onClick={() => pickNeighbour(-1)}>
          ‹
        </button>
        <button type="button" aria-label="Next ping" onClick={() => pickNeighbour(1)}>
          ›
        </button>
        <strong>{title}</strong>
        <button type="button" aria-label="Close the picked ping" onClick={() => pickPing(null)}>
          ×
        </button>
      </header>
      {Number.isNaN(ping.rttMs) ? (
        <p className={styles.lost}>{ping.lostText}</p>
      ) : (
        <dl className={styles.sum}>
          {ping.parts.map((part, i) => (
            <div key={part.name}>
              <dt>{part.name}</dt>
              <dd>
                {i > 0 && part.ms >= 0
                  ? `+ ${formatNumber(part.ms, 2)}`
                  : formatNumber(part.ms, 2).replace('−', '− ')}
              </dd>
            </div>
          ))}
          <div className={styles.total}>
            <dt>total</dt>
            <dd>= {formatMillis(ping.rttMs)}</dd>
          </div>
        </dl>
      )}
      <button type="button" className={styles.why} onClick={() => askWhy({ kind: 'ping', index: ping.row })}>
        Why?
      </button>
      <button type="button" className={styles.why} onClick={() => openPanel('explain')}>
        {WORDS.pingExplain}
      </button>
    </section>
  );
}

/** The dot moves when the axis does; the card follows at human speed. */
function useDotX(painter: StripPainter | null, sentUs: number): number {
  const [x, setX] = useState(0);
  const axis = useSlow((state) => `${state.playback.axis} ${Math.round(state.playback.reachedUs / 1e5)}`);
  useEffect(() => {
    const read = () => setX(Math.round(painter?.xAt(sentUs) ?? 0));
    read();
    // Once more when a change of scale has come to rest.
    const later = setTimeout(read, 600);
    void axis;
    return () => clearTimeout(later);
  }, [painter, sentUs, axis]);
  return x;
}
