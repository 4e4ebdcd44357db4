import { useState } from 'react';
import { formatCount, formatNumber } from '../../../base/format.ts';
import type { WhyTarget } from '../../../protocol/requests.ts';
import { format } from '../../../protocol/texts.ts';
import { currentRun } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import { useSlow } from '../../shared/use-slow.ts';
import styles from './Rounds.module.css';
import { Totals } from './RoundTotals.tsx';
import { ruleText, ROUND_WORDS as WORDS } from './round-words.ts';
import { type MigrationRows, type RoundRow, roundTables } from './rounds.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The rounds of each migration up to the moment shown, with totals beside plain pre-copy. */
export function Rounds() {
  const tables = useSlow(roundTables, same);
  const [chosen, setChosen] = useState<number | null>(null);
  // The story's VM, in its newest attempt: one that was given up is not what became of it.
  const newest = tables.findLast((table) => table.vm === tables[0]?.vm);
  const shown = tables.find((table) => table.id === chosen) ?? newest ?? null;
  return (
    <div className={styles.panel}>
      {tables.length > 1 && (
        <div className={styles.tabs}>
          {tables.map((table) => (
            <button
              key={table.id}
              type="button"
              className={styles.tab}
              aria-pressed={table === shown}
              onClick={() => setChosen(table.id)}
            >
              {format(WORDS.tab, { vm: table.vmName, from: table.from + 1, to: table.to + 1 })}
            </button>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
      <section className={styles.scroll} aria-label="Rounds, scrollable" tabIndex={0}>
        <Table shown={shown} tabbed={tables.length > 1} />
      </section>
      {shown === null ? <Empty /> : <Totals shown={shown} />}
    </div>
  );
}

function Empty() {
  const scenario = useApp((state) => currentRun(state)?.scenario);
  const words =
    scenario?.failover === 'stock-rebooting'
      ? WORDS.noCopy
      : scenario?.migration.strategy === 'stop-and-copy'
        ? WORDS.onlyLast
        : WORDS.empty;
  return <p className={styles.empty}>{words}</p>;
}

/** `tabbed`: the tab above says whose rounds they are. */
function Table({ shown, tabbed }: { shown: MigrationRows | null; tabbed: boolean }) {
  const caption =
    shown === null
      ? WORDS.caption
      : format(WORDS.captionOf, { vm: shown.vmName, from: shown.from + 1, to: shown.to + 1 });
  return (
    <table className={styles.table} aria-label="Rounds">
      <caption className={tabbed ? styles.hidden : undefined}>{caption}</caption>
      <thead className={styles.headings}>
        <tr>
          {WORDS.columns.map((column) => (
            <th key={column.name} scope="col" title={column.title}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown?.rows.map((row) => (
          <Row key={`${row.round}${row.final}`} row={row} migration={shown.id} />
        ))}
      </tbody>
      {shown !== null && (
        <tfoot>
          <tr>
            <th scope="row">all</th>
            <td />
            <td>{formatCount(sum(shown, (row) => row.sent))}</td>
            <td>{formatCount(sum(shown, (row) => row.skipped))}</td>
            <td />
            <td>{formatNumber(shown.bytes / 1e6, 1)}</td>
            <td>{formatCount(shown.totalMs)}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const sum = (table: MigrationRows, of: (row: RoundRow) => number) =>
  table.rows.reduce((total, row) => total + (Number.isFinite(of(row)) ? of(row) : 0), 0);

function Row({ row, migration }: { row: RoundRow; migration: number }) {
  const { seek, askWhy } = useApp((state) => state.actions);
  const name = row.final ? WORDS.last : format(WORDS.round, { round: row.round });
  return (
    <tr
      className={row.running ? styles.running : undefined}
      data-page={row.pageSent || row.pageWritten || undefined}
    >
      <th scope="row">
        <button
          type="button"
          className={styles.go}
          aria-label={format(WORDS.goTo, { round: name })}
          onClick={() => seek(row.startUs)}
        >
          {row.final ? WORDS.last : row.round}
        </button>
        {row.pageSent && (
          <span className={styles.sent} role="img" aria-label={WORDS.pageSent} title={WORDS.pageSent}>
            ●
          </span>
        )}
        {row.pageWritten && (
          <span
            className={styles.written}
            role="img"
            aria-label={WORDS.pageWritten}
            title={WORDS.pageWritten}
          >
            ◆
          </span>
        )}
      </th>
      <td>{formatCount(row.toSend)}</td>
      <td>{formatCount(row.sent)}</td>
      <td>{formatCount(row.skipped)}</td>
      <td>{row.final ? WORDS.paused : formatCount(row.written)}</td>
      <td>{formatNumber(row.bytes / 1e6, 1)}</td>
      <td>{formatNumber(row.ms, row.ms < 100 ? 1 : 0)}</td>
      <td>
        <button
          type="button"
          className={styles.why}
          data-wide={row.aborted}
          title={ruleText(row)}
          aria-label={format(WORDS.why, { round: name, next: nextOf(row) })}
          onClick={() => askWhy(targetOf(row, migration))}
        >
          {nextOf(row)}
        </button>
      </td>
    </tr>
  );
}

/** The button names what followed, so that is what is asked about; while a round runs, the round itself. */
function targetOf(row: RoundRow, migration: number): WhyTarget {
  if (row.stop !== null || row.final) return { kind: 'stop', migration };
  return { kind: 'round', migration, round: row.running || row.aborted ? row.round : row.round + 1 };
}

function nextOf(row: RoundRow): string {
  if (row.aborted) return WORDS.aborted;
  if (row.running) return WORDS.running;
  if (row.final) return WORDS.runsThere;
  return row.stop === null ? format(WORDS.another, { round: row.round + 1 }) : WORDS.stopRule;
}
