import type { RefObject } from 'react';
import { cellOfPage, cellX } from '../../../layout/migration/page-map.ts';
import type { Placement } from '../../../layout/migration/page-view.ts';
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { fullStrategyName } from '../strategy-names.ts';
import { HostRow } from './HostRow.tsx';
import { PageCard } from './PageCard.tsx';
import { PageGrid } from './PageGrid.tsx';
import styles from './SideBlock.module.css';
import { StateLegend } from './StateLegend.tsx';
import type { SideIndex } from './side-data.ts';
import type { GridControl } from './use-page-view.ts';
import { STAGE_WORDS, say } from './words.ts';

interface Props {
  readonly index: SideIndex;
  readonly side: MoveSide;
  readonly placed: Placement;
  /** measured for both grids */
  readonly frame: RefObject<HTMLDivElement | null> | null;
  readonly control: GridControl;
  readonly cursor: number | null;
  readonly picked: number | null;
}

/** One side: which strategy, where the VM is, all of its pages, and how many are in which state. */
export function SideBlock({ index, side, placed, frame, control, cursor, picked }: Props) {
  const catalogue = useMigration((state) => state.catalogue);
  const name = index === 0 ? STAGE_WORDS.titleA : STAGE_WORDS.titleB;
  const { strategy } = side.spec;
  const title = catalogue === null ? strategy.kind : fullStrategyName(strategy, catalogue);
  return (
    <section className={styles.block} aria-label={say(STAGE_WORDS.block, { side: name, title })}>
      <h2 className={styles.title} title={title}>
        <b data-side={name}>{name}</b>
        <span>{title}</span>
      </h2>
      <HostRow index={index} side={side} />
      <div className={styles.memory}>
        <PageGrid
          index={index}
          name={name}
          placed={placed}
          frame={frame}
          control={control}
          cursor={cursor}
          picked={picked}
        />
        {picked === null || picked >= side.pages ? null : (
          <PageCard index={index} name={name} side={side} page={picked} at={awayFrom(placed, picked)} />
        )}
      </div>
      <StateLegend index={index} name={name} side={side} />
    </section>
  );
}

/** The card stands where the page is not. */
function awayFrom({ map, level, scale, left, box }: Placement, page: number): 'left' | 'right' {
  const x = left + cellX(map, level, cellOfPage(page, level)) * 2 ** level * scale;
  return x < box.width / 2 ? 'right' : 'left';
}
