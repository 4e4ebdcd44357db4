import type { ReactNode } from 'react';
import { formatNumber } from '../../../base/format.ts';
import type { MoveLane, MoveLaneName } from '../../../layout/migration/lane-stack.ts';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import styles from './LaneNames.module.css';
import { totalBytes } from './move-data.ts';
import type { LeftScale } from './paint/curves.ts';
import { useTops } from './use-tops.ts';
import { WORDS } from './words.ts';

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
        {two && <Strokes />}
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
        <div key={name} className={styles.slot} data-lane={name} style={{ top, minHeight: height }}>
          {texts[name]}
        </div>
      ))}
      <div className={styles.slot} style={{ top: axisTop + 4, height: linePx }}>
        <span className={styles.unit}>{WORDS.axis}</span>
      </div>
    </div>
  );
}

const ENTRIES = ['sent', 'skipped', 'held', 'demanded', 'dirtied'] as const;

/** The colours of the bars, on the spot. */
export function Legend() {
  return (
    <span className={styles.legend}>
      {ENTRIES.map((entry) => (
        <span key={entry} className={styles.entry}>
          <span className={`${styles.swatch} ${styles[entry]}`} />
          {WORDS[entry]}
        </span>
      ))}
    </span>
  );
}

function Strokes() {
  return (
    <span className={styles.legend}>
      {([WORDS.solid, WORDS.dashed] as const).map((side, i) => (
        <span key={side} className={styles.entry}>
          <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
            <path
              d="M1 4H21"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeDasharray={i > 0 ? '5 3' : undefined}
            />
          </svg>
          {side}
        </span>
      ))}
    </span>
  );
}
