import type { MoveLane } from '../../../layout/migration/lane-stack.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { usePaced } from '../use-paced.ts';
import styles from './LaneValues.module.css';
import { type Reading, readingAt } from './readings.ts';
import type { StripPainter } from './strip-painter.ts';
import { SIDES } from './words.ts';

interface Props {
  readonly lanes: readonly MoveLane[];
  readonly painter: StripPainter | null;
}

/** What each lane says at the cursor, of A and of B, in columns that never move. */
export function LaneValues({ lanes, painter }: Props) {
  const readings = usePaced(
    (state) => readingsOf(state, painter),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const two = readings.length > 1;
  return (
    <div className={styles.column}>
      {lanes.map(({ name, top, height }) => {
        const shown =
          name === 'rounds-a' ? readings.slice(0, 1) : name === 'rounds-b' ? readings.slice(1) : readings;
        const first = name === 'rounds-b' ? 1 : 0;
        return (
          <div key={name} className={styles.slot} style={{ top, height }}>
            {shown.map((reading, i) => {
              const side = SIDES[first + i] ?? 'A';
              return (
                <div key={side} className={styles.reading} data-rounds={name.startsWith('rounds')}>
                  {two && <span className={styles.side}>{side}</span>}
                  <Value name={name} reading={reading} />
                </div>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

function Value({ name, reading }: { name: MoveLane['name']; reading: Reading }) {
  switch (name) {
    case 'rounds-a':
    case 'rounds-b':
      return (
        <span className={styles.two}>
          <span>{reading.round}</span>
          <span className={styles.quiet}>
            {reading.sent}
            <span className={styles.of}> {reading.ofList}</span>
          </span>
        </span>
      );
    case 'left':
      return <span>{reading.left}</span>;
    case 'wire':
      return (
        <>
          <span className={styles.number}>{reading.wireShare}</span>
          <span className={styles.quiet}>{reading.wireRate}</span>
        </>
      );
    case 'guest':
      return (
        <>
          <span className={styles.number}>{reading.guest}</span>
          <span className={styles.quiet}>{reading.faults}</span>
        </>
      );
    case 'cpu':
      return <span>{reading.cores}</span>;
    case 'saved':
      return <span>{reading.saved}</span>;
  }
}

/** Before there is an axis rates are taken over this. */
const PIXEL_MS = 5;

function readingsOf(
  { opened, atMs, reachedMs }: MigrationState,
  painter: StripPainter | null,
): readonly Reading[] {
  if (opened === null) return [];
  const pixelMs = painter?.pixelMs || PIXEL_MS;
  return opened.sides.map((side) => readingAt(side, Math.min(atMs, reachedMs), pixelMs));
}
