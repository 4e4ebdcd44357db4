import { useEffect, useState } from 'react';
import type { Millis } from '../../../base/units.ts';
import { type MoveAxis, msToX } from '../../../layout/migration/time-axis.ts';
import type { MoveLab } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import styles from './FaultFlags.module.css';
import type { StripPainter } from './strip-painter.ts';
import { clockText, lengthText } from './times.ts';
import { WORDS } from './words.ts';

interface Flag {
  readonly fault: number | 'source' | 'destination';
  readonly fromMs: Millis;
  readonly toMs: Millis;
  readonly text: string;
  readonly remove: string;
}

interface Props {
  readonly painter: StripPainter | null;
  readonly top: number;
  readonly width: number;
  readonly charPx: number;
}

const GAP_PX = 6;
/** of the button at a flag's end */
const REMOVE_PX = 24;
const POLE_PX = 12;

/** The faults of this lab stand on the axis, each with a button that takes it back. They are settings, not news. */
export function FaultFlags({ painter, top, width, charPx }: Props) {
  const lab = useMigration((state) => state.lab);
  const removeFault = useMigration((state) => state.actions.removeFault);
  const tell = useMigration((state) => state.actions.tell);
  const [axis, setAxis] = useState<MoveAxis | null>(null);
  useEffect(() => {
    if (painter === null) return;
    painter.onAxis = setAxis;
    setAxis(painter.shown);
    return () => {
      painter.onAxis = null;
    };
  }, [painter]);
  if (lab === null || axis === null) return null;
  return (
    <ul className={styles.row} style={{ top }} aria-label={WORDS.faults}>
      {placed(flagsOf(lab), axis, width, charPx).map(({ flag, x, text, flipped }) => (
        <li
          key={flag.fault}
          className={styles.flag}
          data-flipped={flipped}
          style={{ transform: `translateX(${x}px)` }}
        >
          <span className={styles.pole} aria-hidden="true">
            ⚑
          </span>
          {text !== '' && <span>{text}</span>}
          <button
            type="button"
            className={styles.remove}
            aria-label={flag.remove}
            title={flag.remove}
            onClick={() => {
              removeFault(flag.fault).then(tell, () => {});
            }}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function flagsOf({ spec }: MoveLab): Flag[] {
  const { faults, link } = spec;
  const flags: Flag[] = link.outages.map(({ fromMs, toMs }, fault) => {
    const slots = { time: clockText(fromMs), length: lengthText(toMs - fromMs) };
    return {
      fault,
      fromMs,
      toMs,
      text: format(WORDS.outage, slots),
      remove: format(WORDS.removeOutage, slots),
    };
  });
  const death = (fault: 'source' | 'destination', ms: Millis | null, text: string, remove: string) => {
    if (ms === null) return;
    flags.push({ fault, fromMs: ms, toMs: ms, text, remove: format(remove, { time: clockText(ms) }) });
  };
  death('source', faults.sourceDiesAtMs, WORDS.sourceDies, WORDS.removeSource);
  death('destination', faults.destinationDiesAtMs, WORDS.destinationDies, WORDS.removeDestination);
  return flags.sort((a, b) => a.fromMs - b.fromMs);
}

export interface PlacedFlag {
  readonly flag: Flag;
  readonly x: number;
  readonly text: string;
  /** its words stand left of it */
  readonly flipped: boolean;
}

/** Left to right; where the next flag is near only the flag itself and its button are left. */
export function placed(flags: readonly Flag[], axis: MoveAxis, width: number, charPx: number): PlacedFlag[] {
  const seen = flags.filter((flag) => msToX(axis, flag.toMs) >= 0 && msToX(axis, flag.fromMs) <= width);
  const least = POLE_PX + REMOVE_PX;
  let free = 0;
  return seen.map((flag, i) => {
    const at = msToX(axis, flag.fromMs);
    const x = Math.min(Math.max(free, at - POLE_PX / 2, 0), width - least);
    const next = seen[i + 1];
    const end = next === undefined ? width : Math.max(x + least, msToX(axis, next.fromMs) - GAP_PX);
    const full = least + flag.text.length * charPx + GAP_PX;
    const flippedX = Math.min(at + POLE_PX / 2, width) - full;
    const fits = x + full <= end;
    const flipped = !fits && next === undefined && flippedX >= free;
    const text = fits || flipped ? flag.text : '';
    free = x + (text === '' ? least : full) + 2;
    return { flag, x: Math.round(flipped ? flippedX : x), text, flipped };
  });
}
