import { useLayoutEffect, useRef } from 'react';
import { formatSeconds } from '../../../base/format.ts';
import { eventText } from '../../../protocol/texts.ts';
import { currentHistory } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { useSlow } from '../../shared/use-slow.ts';
import styles from './Events.module.css';

interface Line {
  key: string;
  atUs: number;
  text: string;
}

const SHOWN = 6;

/** The latest things that had happened by the moment shown, newest first. */
function latestEvents(state: AppState): Line[] {
  const events = currentHistory(state)?.events.filter((event) => event.atUs <= state.atUs) ?? [];
  return events
    .map((event, i) => ({ key: `${i} ${event.code}`, atUs: event.atUs, text: eventText(event, false) }))
    .slice(-SHOWN)
    .reverse();
}

const same = (a: Line[], b: Line[]) =>
  a.length === b.length && a.every((line, i) => line.key === b[i]?.key && line.atUs === b[i]?.atUs);

export function Events() {
  const lines = useSlow(latestEvents, same);
  const seek = useApp((state) => state.actions.seek);
  const openPanel = useApp((state) => state.actions.openPanel);
  const box = useWholeEntries(lines);
  if (lines.length === 0) return null;
  return (
    <section ref={box} className={styles.events} aria-label="What happened last">
      <div className={styles.head}>
        <h3 className={styles.title}>What happened last</h3>
        <button type="button" className={styles.log} onClick={() => openPanel('heartbeat')}>
          Heartbeat log
        </button>
      </div>
      <ol className={styles.list}>
        {lines.map((line) => (
          <li key={line.key}>
            <button type="button" className={styles.line} onClick={() => seek(line.atUs)}>
              <span className={styles.when}>{formatSeconds(line.atUs)}</span>
              <span>{line.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Shows as many entries as fit whole, and not even the title where none does; what is hidden cannot be focused either. */
function useWholeEntries(lines: readonly Line[]) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const section = box.current;
    if (section === null || lines.length === 0) return;
    const showWhole = () => {
      const foot = section.getBoundingClientRect().bottom + 0.5;
      const entries = [...section.querySelectorAll('li')];
      for (const entry of entries) {
        entry.style.visibility = entry.getBoundingClientRect().bottom <= foot ? '' : 'hidden';
      }
      section.style.visibility = entries[0]?.style.visibility ?? '';
    };
    showWhole();
    const observer = new ResizeObserver(showWhole);
    observer.observe(section);
    return () => observer.disconnect();
  }, [lines]);
  return box;
}
