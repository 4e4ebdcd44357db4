/** What is left to send over time, and below it whether the guest runs. Its place on the axis is the same in every row. */
import {
  PICTURE_HEIGHT,
  PICTURE_WIDTH,
  type PictureAxis,
  smallPicture,
} from '../../../layout/migration/compare-pictures.ts';
import type { CompareRow } from '../../../protocol/migration/requests.ts';
import { formatMB } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { spanText } from '../span-text.ts';
import styles from './SmallPicture.module.css';
import { WORDS } from './words.ts';

const percent = (share: number) => `${100 * share}%`;

export function SmallPicture({ row, axis }: { row: CompareRow; axis: PictureAxis }) {
  const { area, curve, spans, end } = smallPicture(row, axis);
  const { result } = row;
  const summary = plainText(WORDS.pictureLabel, {
    label: row.label,
    bytes: formatMB(row.line[1] ?? 0),
    pause: spans.some(({ state }) => state === 'paused')
      ? plainText(WORDS.pauseOf, { pause: spanText(result?.downtimeMs ?? 0) })
      : WORDS.noPause,
    end: spanText(result?.totalTimeMs ?? 0),
  });
  return (
    <div className={styles.picture} role="img" aria-label={summary}>
      <div className={styles.plot}>
        {axis.ticks.map((tick) => (
          <span key={tick} className={styles.tick} style={{ left: percent(tick / axis.endMs) }} />
        ))}
        <svg
          className={styles.curve}
          viewBox={`0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className={styles.area} d={area} />
          <path className={styles.line} d={curve} vectorEffect="non-scaling-stroke" />
        </svg>
        {end === null && (
          <span className={styles.beyond}>
            {plainText(WORDS.goesOn, { end: spanText(result?.totalTimeMs ?? Number.NaN) })}
          </span>
        )}
      </div>
      <div className={styles.band}>
        {spans.map(({ state, from, to }) => (
          <span
            key={from}
            className={styles.span}
            data-state={state}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
      </div>
    </div>
  );
}
