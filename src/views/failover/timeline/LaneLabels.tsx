import type { KeyboardEvent, ReactNode } from 'react';
import { formatByteRate, formatCount, formatMillis, formatNumber } from '../../../base/format.ts';
import type { Lane } from '../../../layout/lanes.ts';
import { standingQueueBytes } from '../../../layout/port.ts';
import { CPU_COLUMNS, CPU_WIDTH, SCALAR } from '../../../protocol/frame.ts';
import { format } from '../../../protocol/texts.ts';
import { activeBranch, currentRun } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { useSlow } from '../../shared/use-slow.ts';
import { FEW_NODES } from './host-rows.ts';
import styles from './LaneLabels.module.css';
import { DASHES } from './paint/cpu.ts';
import { pickNeighbour } from './pick-ping.ts';
import { storyOf } from './story.ts';
import { tripSpans } from './trip-spans.ts';
import { paperText, SPAN_NAMES, WORDS } from './words.ts';

const scalar = (state: AppState, index: number) => state.frame?.scalars[index] ?? Number.NaN;
const useScalar = (index: number, text: (value: number) => string) =>
  useSlow((state) => text(scalar(state, index)));

interface Props {
  lanes: readonly Lane[];
  axisTop: number;
  linePx: number;
  /** names and one value only */
  terse: boolean;
}

/** Names of the lanes with this moment's values, as text. */
export function LaneLabels({ lanes, axisTop, linePx, terse }: Props) {
  const human = useApp((state) => state.playback.axis === 'human');
  const story = useSlow((state) => {
    const branch = activeBranch(state);
    return branch !== null && storyOf(branch).firstTurnUs !== null;
  });
  return (
    <div className={styles.column} data-terse={terse || undefined}>
      {lanes
        // An empty slot would lie over the readings of the lane above and keep the mouse from them.
        .filter((lane) => LABELS[lane.name] !== null)
        .map((lane) => (
          <div key={lane.name} className={styles.slot} style={{ top: lane.top, height: lane.height }}>
            {LABELS[lane.name]}
          </div>
        ))}
      <div className={styles.slot} style={{ top: axisTop + 5, height: linePx }}>
        <span className={styles.unit}>time</span>
      </div>
      {human && story && !terse && (
        <div className={styles.slot} style={{ top: axisTop + linePx + 6, height: linePx }}>
          <span className={styles.unit}>playback speed</span>
        </div>
      )}
    </div>
  );
}

function Row({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span> <span className={styles.value}>{children}</span>
    </div>
  );
}

function Writes() {
  const writes = useScalar(SCALAR.writesPerSecond, formatCount);
  return <Row name="writes /s">{writes}</Row>;
}

function PagesLeft() {
  const left = useSlow((state) => {
    const pages = scalar(state, SCALAR.pagesLeft);
    // From the moment memory is set aside for them, as the line in the picture.
    const waiting = scalar(state, SCALAR.destinationNode) >= 0 && pages > 0;
    const moving = scalar(state, SCALAR.transferring) === 1;
    return moving || waiting ? format(WORDS.pagesLeft, { pages }) : '';
  });
  const total = useScalar(SCALAR.pagesTotal, (pages) => format(WORDS.pagesTotal, { pages }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, this groups readings
    <div role="group" aria-label="Pages left" className={styles.group}>
      <Row name="pages left">{left}</Row>
      <span className={styles.unit}>{left === '' ? WORDS.noMigration : total}</span>
    </div>
  );
}

function Stream() {
  const text = useSlow((state) => {
    if (scalar(state, SCALAR.transferring) !== 1) return 'off';
    // The last copy goes without a pace, and once it has arrived nothing leaves any more.
    if (!Number.isNaN(scalar(state, SCALAR.pausedForUs))) {
      const leaving = scalar(state, SCALAR.streamOn) === 1;
      return leaving ? formatByteRate(scalar(state, SCALAR.streamBytesPerSecond)) : 'off';
    }
    return formatByteRate(scalar(state, SCALAR.paceBytesPerSecond));
  });
  return <Row name="stream">{text}</Row>;
}

function Queue() {
  const text = useSlow((state) => {
    const words = (bytes: number) => ({ kilobytes: formatNumber(bytes / 1000) });
    const live = scalar(state, SCALAR.transferring) === 1 && Number.isNaN(scalar(state, SCALAR.pausedForUs));
    const network = currentRun(state)?.scenario.network;
    // While it plays, batches and gaps change faster than a number can be read: told is what a batch piles up.
    if (state.playback.playing && live && network) {
      return format(WORDS.queueBatches, words(standingQueueBytes(network)));
    }
    return format(WORDS.queue, words(scalar(state, SCALAR.queueBytes)));
  });
  return <Row name="queue">{text}</Row>;
}

function Trip() {
  const last = useSlow((state) => {
    const ping = scalar(state, SCALAR.lastPingMs);
    return Number.isNaN(ping) ? WORDS.lastLost : formatMillis(ping);
  });
  const mean = useScalar(SCALAR.meanPingMs, (ms) => formatMillis(ms));
  const lost = useScalar(SCALAR.lostPingsTotal, (count) =>
    count > 0 ? format(WORDS.lost, { lost: count }) : '',
  );
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0 || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    pickNeighbour(step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, this groups readings
    <div role="group" aria-label="Round-trip time" className={styles.group} onKeyDown={onKey}>
      <span className={styles.name}>round trip</span>{' '}
      <button
        type="button"
        className={styles.pick}
        title="Pick this ping; then the arrow keys move from ping to ping"
        onClick={() => pickNeighbour(0)}
      >
        <span>{WORDS.last}</span> <span>{last}</span>
      </button>
      <span className={styles.row}>
        <span className={styles.unit}>{WORDS.lastSecond}</span> <span className={styles.unit}>{mean}</span>
      </span>{' '}
      {lost !== '' && <span className={styles.lost}>{lost}</span>}
      <TripSummary />
    </div>
  );
}

/** The labelled means of the picture, for those who do not see it. */
function TripSummary() {
  const text = useSlow(summaryOf, Object.is, 1_000);
  return <span className={styles.hidden}>{text}</span>;
}

function summaryOf(state: AppState): string {
  const branch = activeBranch(state);
  if (branch === null) return '';
  return tripSpans(storyOf(branch), branch.series.pings, state.playback.reachedUs)
    .map((span) =>
      format(span.paperMs === null ? WORDS.tripSummary : WORDS.tripSummaryPaper, {
        span: SPAN_NAMES[span.name],
        mean: span.meanMs,
        answered: span.answered,
        lost: span.lost,
        paper: paperText(span.paperMs),
      }),
    )
    .join(' ');
}

function Cpu() {
  const nodes = useSlow(
    (state) => {
      const cpu = state.frame?.cpu ?? new Float64Array();
      const count = cpu.length / CPU_WIDTH;
      return Array.from({ length: count }, (_, node) =>
        formatNumber(cpu[node * CPU_WIDTH + CPU_COLUMNS.percent] ?? 0),
      );
    },
    (a, b) => a.join() === b.join(),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, this groups readings
    <div role="group" aria-label="Host CPU" className={styles.group}>
      <div className={styles.row}>
        <span className={styles.name}>host CPU</span> <span className={styles.unit}>0–100</span>
      </div>
      <div className={styles.hosts} data-many={nodes.length > FEW_NODES}>
        {nodes.map((percent, node) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the node
          <span key={node} className={styles.cpu}>
            <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
              <path
                d="M1 4H21"
                stroke="currentColor"
                strokeWidth="1.5"
                strokeDasharray={DASHES[node % DASHES.length]?.join(' ')}
              />
            </svg>
            <span>
              <span className={styles.host}>{WORDS.host}</span>
              {node + 1}
            </span>{' '}
            <span className={styles.value}>{format(WORDS.percent, { percent })}</span>{' '}
          </span>
        ))}
      </div>
    </div>
  );
}

const LABELS: Record<Lane['name'], ReactNode> = {
  phases: <Row name="phases" />,
  writes: <Writes />,
  left: <PagesLeft />,
  stream: <Stream />,
  queue: <Queue />,
  // The readings need both rows.
  means: <Trip />,
  trip: null,
  cpu: <Cpu />,
};
