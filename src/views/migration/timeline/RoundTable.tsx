import { useState } from 'react';
import { formatCount, formatNumber } from '../../../base/format.ts';
import { type RoundBar, roundBars } from '../../../layout/migration/lane-rounds.ts';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { usePaced } from '../use-paced.ts';
import { roundName } from './bar-words.ts';
import { trackFor } from './move-data.ts';
import styles from './RoundTable.module.css';
import { SIDES, WORDS } from './words.ts';

/** So many rows at a time: a migration that never converges has thousands of rounds. */
const PAGE = 60;

interface Row {
  readonly side: string;
  readonly bar: RoundBar;
}

/** Every round of both sides as far as it was shown, in order of time. */
export function RoundTable() {
  const rows = usePaced(rowsOf, sameRows);
  const seek = useMigration((state) => state.actions.seek);
  const two = useMigration((state) => (state.opened?.sides.length ?? 1) > 1);
  /** pages turned back from the latest rounds */
  const [back, setBack] = useState(0);
  const to = Math.max(Math.min(PAGE, rows.length), rows.length - back * PAGE);
  const from = Math.max(0, to - PAGE);
  const more = rows.length > PAGE;
  return (
    <div className={styles.frame}>
      <section className={styles.scroll} aria-label={WORDS.tableCaption}>
        <table className={styles.table}>
          <caption>{WORDS.tableCaption}</caption>
          <thead>
            <tr>
              {two && <th scope="col">{WORDS.colSide}</th>}
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(from, to).map(({ side, bar }) => (
              <tr key={`${side}${bar.number}`} data-running={!bar.over}>
                {two && <td>{side}</td>}
                <th scope="row">
                  <button
                    type="button"
                    className={styles.go}
                    aria-label={format(WORDS.goTo, { side, round: roundName(bar) })}
                    onClick={() => seek(bar.startMs)}
                  >
                    {bar.kind === 'live' ? formatCount(bar.number) : roundName(bar)}
                  </button>
                </th>
                {cellsOf(bar).map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the column
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className={styles.empty}>{WORDS.tableEmpty}</p>}
      </section>
      {more && (
        <div className={styles.pager}>
          <button type="button" disabled={from === 0} onClick={() => setBack(back + 1)}>
            {WORDS.earlier}
          </button>
          <span>{format(WORDS.shownOf, { from: from + 1, to, all: rows.length })}</span>
          <button type="button" disabled={back === 0} onClick={() => setBack(back - 1)}>
            {WORDS.later}
          </button>
        </div>
      )}
    </div>
  );
}

const HEADINGS = [
  WORDS.colRound,
  WORDS.colBegins,
  WORDS.colLasts,
  WORDS.colList,
  WORDS.colSent,
  WORDS.colDemanded,
  WORDS.colSkipped,
  WORDS.colHeld,
  WORDS.colDirtied,
  WORDS.colLeft,
  WORDS.colBytes,
];

function cellsOf(bar: RoundBar): string[] {
  const lastsMs = bar.endMs - bar.startMs;
  return [
    formatNumber(bar.startMs / 1000, 3),
    formatNumber(lastsMs, lastsMs < 100 ? 1 : 0),
    formatCount(bar.list),
    formatCount(bar.sent),
    bar.kind === 'fetch' ? formatCount(bar.demanded) : WORDS.readNone,
    formatCount(bar.skipped),
    formatCount(bar.held),
    bar.kind === 'live' ? formatCount(bar.dirtied) : WORDS.readNone,
    bar.over ? formatCount(bar.remaining) : WORDS.running,
    formatNumber(bar.bytes / 1e6, 1),
  ];
}

function rowsOf({ opened, reachedMs }: MigrationState): Row[] {
  return (opened?.sides ?? [])
    .flatMap((side, i) =>
      roundBars(side, trackFor(side), reachedMs).map((bar) => ({ side: SIDES[i] ?? 'A', bar })),
    )
    .sort((a, b) => a.bar.startMs - b.bar.startMs || a.side.localeCompare(b.side));
}

/** Rounds that are over stay as they are. */
function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  const open = (rows: readonly Row[]) => rows.filter(({ bar }) => !bar.over);
  return (
    a.length === b.length &&
    JSON.stringify(open(a)) === JSON.stringify(open(b)) &&
    a[0]?.bar.bytes === b[0]?.bar.bytes
  );
}
