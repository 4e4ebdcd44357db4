/** All strategies side by side, in any order, with pictures on one time axis. */
import { memo, useMemo, useState } from 'react';
import {
  bestPlaces,
  COMPARE_COLUMNS,
  type CompareColumn,
  fullBar,
} from '../../../layout/migration/compare-columns.ts';
import { type CompareOrder, inOrder, nextOrder } from '../../../layout/migration/compare-order.ts';
import { pictureAxis } from '../../../layout/migration/compare-pictures.ts';
import { sameJson } from '../../../protocol/merge.ts';
import type { MoveLab, SoloStrategy } from '../../../protocol/migration/model.ts';
import styles from './CompareTable.module.css';
import type { TableRow } from './compared.ts';
import { PictureLegend } from './PictureLegend.tsx';
import { StrategyRow } from './StrategyRow.tsx';
import { TableHead } from './TableHead.tsx';
import { WORDS } from './words.ts';

const TICKS = 5;

interface Properties {
  rows: readonly TableRow[];
  lab: MoveLab;
  choose: (side: 0 | 1, strategy: SoloStrategy) => void;
}

/** Does nothing while only the share that is done has changed. */
export const CompareTable = memo(function CompareTable({ rows, lab, choose }: Properties) {
  const [order, setOrder] = useState<CompareOrder | null>(null);
  const axis = useMemo(() => pictureAxis(rows, TICKS), [rows]);
  const scales = useMemo(() => {
    const of = (column: CompareColumn) => ({
      full: fullBar(rows, column),
      best: bestPlaces(rows, column),
    });
    return Object.fromEntries(COMPARE_COLUMNS.map((column) => [column, of(column)]));
  }, [rows]);
  const ideas = useMemo(() => new Map(rows.map(({ place, idea }) => [place, idea])), [rows]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.scroller} aria-label={WORDS.scroller} tabIndex={0}>
        <table className={styles.table}>
          <caption className={styles.caption}>{WORDS.caption}</caption>
          <TableHead order={order} sort={(by) => setOrder(nextOrder(order, by))} axis={axis} />
          <tbody>
            {inOrder(rows, order).map((row) => (
              <StrategyRow
                key={row.place}
                row={row}
                idea={ideas.get(row.place) ?? ''}
                axis={axis}
                full={(column) => scales[column]?.full ?? 0}
                isBest={(column) => scales[column]?.best.has(row.place) === true}
                on={[sameJson(row.strategy, lab.spec.strategy), sameJson(row.strategy, lab.against)]}
                choose={(side) => choose(side, row.strategy)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <PictureLegend mostBytes={axis.mostBytes} />
    </>
  );
});
