import type { ReactNode } from 'react';
import { formatNumber } from '../../../base/format.ts';
import type { MoveLane, MoveLaneName } from '../../../layout/migration/lane-stack.ts';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import styles from './LaneNames.module.css';
import { totalBytes } from './move-data.ts';
import type { LeftScale } from './paint/curves.ts';
import { useTops } from './use-tops.ts';
import { SIDES, WORDS } from './words.ts';

interface Props {
  readonly lanes: readonly MoveLane[];
  readonly axisTop: number;
  readonly linePx: number;
  readonly scale: LeftScale;
  readonly setScale: (scale: LeftScale) => void;
}

/** Names of the lanes, what their heights stand for, and the legend of the rounds. */
export function LaneNames({ lanes, axisTop, linePx, scale, setScale }: Props) {
  const tops = useTops();
  const first = useMigration((state) => state.opened?.sides[0] ?? null);
  const two = useMigration((state) => (state.opened?.sides.length ?? 1) > 1);
  const bandwidth = first?.spec.link.bandwidthBytesPerSecond ?? 0;
  const other = scale === 'log' ? 'linear' : 'log';
  const texts: Partial<Record<MoveLaneName, ReactNode>> = {
    'rounds-a': (
      <>
        <span className={styles.name}>{WORDS.rounds}</span>
        <Legend />
      </>
    ),
    left: (
      <>
        <span className={styles.row}>
          <span className={styles.name}>{WORDS.left}</span>
          <button
            type="button"
            className={styles.scale}
            aria-label={`${WORDS.scale}: ${scale}`}
            onClick={() => setScale(other)}
          >
            {WORDS[scale]}
          </button>
        </span>
        <span className={styles.unit}>
          {first === null ? '' : format(WORDS.leftTop, { total: totalBytes(first) })}
        </span>
        <Strokes two={two} />
      </>
    ),
    wire: (
      <>
        <span className={styles.name}>{WORDS.wire}</span>
        <span className={styles.unit}>
          {format(WORDS.wireTop, { bandwidth: formatNumber(bandwidth / 1e6, bandwidth < 1e7 ? 1 : 0) })}
        </span>
      </>
    ),
    guest: (
      <>
        <span className={styles.name}>{WORDS.guest}</span>
        <span className={styles.unit}>
          {WORDS.guestTop}{' '}
          <span className={styles.entry}>
            <span className={`${styles.tick} ${styles.demanded}`} />
            {WORDS.fault}
          </span>
        </span>
      </>
    ),
    cpu: (
      <>
        <span className={styles.name}>{WORDS.cpu}</span>
        <span className={styles.unit}>{format(WORDS.cpuTop, { cores: String(tops.cores) })}</span>
      </>
    ),
    saved: (
      <>
        <span className={styles.name}>{WORDS.saved}</span>
        <span className={styles.unit}>{format(WORDS.savedTop, { bytes: tops.savedBytes })}</span>
      </>
    ),
  };
  return (
    <div className={styles.column}>
      {lanes.map(({ name, top, height }) => (
        <div key={name} className={styles.slot} data-lane={name} style={{ top, height }}>
          {texts[name]}
          {two && name.startsWith('rounds') && (
            <span className={styles.side}>{SIDES[name === 'rounds-a' ? 0 : 1]}</span>
          )}
        </div>
      ))}
      <div className={styles.slot} style={{ top: axisTop + 4, height: linePx }}>
        <span className={styles.unit}>{WORDS.axis}</span>
      </div>
    </div>
  );
}

const ENTRIES = [
  ['sent', WORDS.sent],
  ['skipped', WORDS.skipped],
  ['held', WORDS.heldShort],
  ['demanded', WORDS.demandedShort],
  ['toGo', WORDS.toGo],
  ['dirtied', WORDS.dirtiedBelow],
] as const;

/** The colours of the bars, on the spot. */
export function Legend() {
  return (
    <span className={styles.legend} data-columns={2}>
      {ENTRIES.map(([entry, text]) => (
        <span key={entry} className={styles.entry}>
          <span className={`${styles.swatch} ${styles[entry]}`} />
          {text}
        </span>
      ))}
    </span>
  );
}

/** What the strokes of the curves mean. */
function Strokes({ two }: { two: boolean }) {
  return (
    <span className={styles.strokes}>
      {two &&
        ([WORDS.solid, WORDS.dashed] as const).map((side, i) => (
          <span key={side} className={styles.entry}>
            <Stroke width={1.6} dash={i > 0 ? '5 3' : undefined} />
            {side}
          </span>
        ))}
      <span className={styles.entry} title={WORDS.knownTitle}>
        <Stroke width={0.8} dash={undefined} />
        {WORDS.known}
      </span>
    </span>
  );
}

function Stroke({ width, dash }: { width: number; dash: string | undefined }) {
  return (
    <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
      <path d="M1 4H17" stroke="currentColor" strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}
