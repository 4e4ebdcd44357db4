import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import { formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import type { ShownSide } from '../shown.ts';
import { spanText } from '../span-text.ts';
import styles from './PauseCard.module.css';
import { type Pause, pauseOf } from './pause-parts.ts';
import { phaseOf } from './stages.ts';
import { PAUSE, SIDES } from './words.ts';

/** Pauses on one scale, split in what fills them, and beside each how long it is against the whole. */
export function PauseCard({ sides }: { readonly sides: readonly ShownSide[] }) {
  const pauses = sides.map(pauseOf);
  const longest = Math.max(...pauses.map((pause) => pause?.ms ?? 0), Number.MIN_VALUE);
  return sides.map((shown, i) => (
    <SidePause
      key={shown.index}
      shown={shown}
      pause={pauses[i] ?? null}
      longest={longest}
      named={sides.length > 1}
    />
  ));
}

interface Props {
  readonly shown: ShownSide;
  readonly pause: Pause | null;
  readonly longest: number;
  readonly named: boolean;
}

function SidePause({ shown, pause, longest, named }: Props) {
  const { index, side, atMs, moment } = shown;
  const name = named ? <b className={styles.name}>{SIDES[index]}</b> : null;
  if (pause === null) {
    return (
      <p className={styles.none}>
        {name}
        {phaseOf(shown) >= MOVE_PHASE.completed ? PAUSE.never : PAUSE.notYet}
      </p>
    );
  }
  const total = Math.max(Math.min(atMs, side.endMs), pause.ms);
  const ms = spanText(pause.ms);
  const stalled = moment.values[MOVE.stalledMs] ?? 0;
  const ofTotal = (part: number): number => (total > 0 ? (100 * part) / total : 0);
  const share = formatPercent(ofTotal(pause.ms), 1);
  return (
    <div className={styles.side}>
      <div className={styles.top}>
        {name}
        <span className={styles.length}>{plainText(pause.over ? PAUSE.length : PAUSE.soFar, { ms })}</span>
        <span className={styles.true}>{PAUSE.trueScale}</span>
        <svg className={styles.sliver} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect x="0" y="4" width="100" height="2" className={styles.whole} />
          <rect
            x={ofTotal(pause.fromMs)}
            y="0"
            width={ofTotal(pause.ms)}
            height="10"
            className={styles.mark}
          />
        </svg>
        <span className={styles.of}>{plainText(PAUSE.sliver, { pause: ms, total: spanText(total) })}</span>
      </div>
      <div
        className={styles.bar}
        role="img"
        aria-label={plainText(PAUSE.bar, { side: SIDES[index], ms, share })}
        style={{ width: `${(100 * pause.ms) / longest}%` }}
      >
        {pause.parts.map((part) => (
          <span
            key={part.name}
            data-part={part.name}
            style={{ width: `${(100 * part.ms) / Math.max(pause.ms, Number.MIN_VALUE)}%` }}
          />
        ))}
      </div>
      <ul className={styles.parts}>
        {pause.parts.map((part) => (
          <li key={part.name}>
            <span className={styles.key} data-part={part.name} aria-hidden="true" />
            {plainText(PAUSE.part, { name: PAUSE[part.name], ms: spanText(part.ms) })}
          </li>
        ))}
        {pause.downMs > 0 && (
          <li className={styles.down}>{plainText(PAUSE.outage, { down: spanText(pause.downMs) })}</li>
        )}
        {pause.over && stalled > 0 && <li>{plainText(PAUSE.later, { stalled: spanText(stalled) })}</li>}
      </ul>
    </div>
  );
}
