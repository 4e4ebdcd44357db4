import { formatSeconds } from '../../../base/format.ts';
import { eventText } from '../../../protocol/texts.ts';
import { currentHistory } from '../../../store/select.ts';
import type { AppState } from '../../../store/types.ts';
import { useSlow } from '../../shared/use-slow.ts';
import styles from './EventLine.module.css';

interface Line {
  when: string;
  text: string;
}

/** The latest thing that had happened by the moment shown. */
export function latestEvent(state: AppState): Line | null {
  const event = currentHistory(state)?.events.findLast((e) => e.atUs <= state.atUs);
  if (event === undefined) return null;
  return { when: formatSeconds(event.atUs), text: eventText(event, false) };
}

export function EventLine() {
  const line = useSlow(latestEvent, (a, b) => a?.when === b?.when && a?.text === b?.text);
  return (
    <p className={styles.line} title={line?.text}>
      {line !== null && (
        <>
          <span className={styles.when}>{line.when}</span> {line.text}
        </>
      )}
    </p>
  );
}
