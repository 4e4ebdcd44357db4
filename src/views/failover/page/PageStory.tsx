import { useState } from 'react';
import { PAGE_EVENT } from '../../../base/columns.ts';
import type { PageHistoryRow } from '../../../protocol/requests.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './PageStory.module.css';
import { PAGE_EVENTS, PAGE_WORDS, WRITTEN_BEFORE_SENT } from './words.ts';

const NEWEST_SHOWN = 12;

/** What happened to one page, oldest first; each row leads to its moment. */
export function PageStory({ rows, onGo }: { rows: readonly PageHistoryRow[]; onGo: (us: number) => void }) {
  const [all, setAll] = useState(false);
  const earlier = all ? 0 : Math.max(0, rows.length - NEWEST_SHOWN);
  const firstSentUs = rows.find((row) => row.kind === PAGE_EVENT.sent)?.atUs ?? Number.POSITIVE_INFINITY;
  if (rows.length === 0) return <p className={styles.nothing}>{PAGE_WORDS.nothing}</p>;
  return (
    <ol className={styles.rows}>
      {earlier > 0 && (
        <li>
          <button type="button" className={styles.row} onClick={() => setAll(true)}>
            {format(PAGE_WORDS.earlier, { count: earlier })}
          </button>
        </li>
      )}
      {rows.slice(earlier).map((row) => {
        const early = row.kind === PAGE_EVENT.written && row.atUs < firstSentUs;
        const text = format(early ? WRITTEN_BEFORE_SENT : (PAGE_EVENTS[row.kind] ?? ''), {
          round: row.round,
        });
        return (
          <li key={`${row.atUs} ${row.kind}`}>
            <button
              type="button"
              className={styles.row}
              aria-label={format(PAGE_WORDS.go, { at: row.atUs, text })}
              onClick={() => onGo(row.atUs)}
            >
              <span className={styles.time}>{format('{at:us}', { at: row.atUs })}</span>
              {text}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
