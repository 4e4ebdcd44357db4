import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { cellAt, cellOfPage, cellX, cellY, pagesOfCell } from '../../../layout/migration/page-map.ts';
import { fittingMap, panTo, place } from '../../../layout/migration/page-view.ts';
import { migrationStore, useMigration } from '../../../store/migration/store.ts';
import styles from './MoveStage.module.css';
import { SideBlock } from './SideBlock.tsx';
import { momentOf, type SideIndex } from './side-data.ts';
import { loudestPage } from './states.ts';
import { useBox } from './use-box.ts';
import { type GridControl, usePageView } from './use-page-view.ts';
import { STAGE_WORDS } from './words.ts';
import { ZoomBar } from './ZoomBar.tsx';

/** Both sides: hosts, the link between them, and the memory page by page. One view for both grids. */
export function MoveStage() {
  const sides = useMigration((state) => state.opened?.sides ?? null);
  const picked = useMigration((state) => state.picked);
  const frame = useRef<HTMLDivElement>(null);
  const box = useBox(frame, sides === null);
  const pages = sides?.[0]?.pages ?? 1;
  const map = useMemo(() => fittingMap(pages, box), [pages, box]);
  const { view, setView, zoom, pan, fit } = usePageView(map, box);
  const placed = useMemo(() => place(map, box, view), [map, box, view]);
  const [cursor, setCursor] = useState<number | null>(null);
  const [pointed, setPointed] = useState<{ readonly side: SideIndex; readonly page: number } | null>(null);

  // The picked page stays in view when the room changes.
  const kept = useRef(box);
  useEffect(() => {
    if (kept.current === box) return;
    kept.current = box;
    if (picked === null || picked >= pages) return;
    const side = 2 ** placed.level;
    const cell = cellOfPage(picked, placed.level);
    const [x, y] = [cellX(map, placed.level, cell), cellY(map, placed.level, cell)];
    setView(panTo(placed, view, x * side, y * side, side));
  }, [box, placed, view, map, picked, pages, setView]);

  const walk = useCallback(
    (dx: number, dy: number): number => {
      const { level } = placed;
      const here = Math.min(cursor ?? picked ?? 0, pages - 1);
      const cell = cellOfPage(here, level);
      const [x, y] = [cellX(map, level, cell), cellY(map, level, cell)];
      const next = cursor === null ? cell : cellAt(map, level, x + dx, y + dy);
      const to = next < 0 ? cell : next;
      const page = to === cell && cursor !== null ? here : pagesOfCell(map, level, to)[0];
      setCursor(page);
      const side = 2 ** level;
      setView(panTo(placed, view, cellX(map, level, to) * side, cellY(map, level, to) * side, side));
      return page;
    },
    [placed, view, setView, map, pages, cursor, picked],
  );

  const pick = useCallback(
    (side: SideIndex, page: number) => {
      const state = migrationStore.getState();
      const states = momentOf(state, side)?.states;
      const [from, to] = pagesOfCell(map, placed.level, cellOfPage(page, placed.level));
      // Of a cell of many pages the one that tells most; the page itself where it can be seen.
      const chosen = placed.level === 0 || states === undefined ? page : loudestPage(states, from, to);
      state.actions.pickPage(chosen);
      setCursor(chosen);
    },
    [map, placed.level],
  );

  // The pointer moves within a cell most of the time.
  const point: GridControl['point'] = useCallback(
    (at) => setPointed((was) => (was?.page === at?.page && was?.side === at?.side ? was : at)),
    [],
  );
  const control: GridControl = useMemo(
    () => ({ zoom, pan, fit, walk, pick, point, leave: () => setCursor(null) }),
    [zoom, pan, fit, walk, pick, point],
  );

  if (sides === null) {
    return (
      <section className={styles.stage} aria-label={STAGE_WORDS.region}>
        <p className={styles.loading}>{STAGE_WORDS.loading}</p>
      </section>
    );
  }
  return (
    <section className={styles.stage} aria-label={STAGE_WORDS.region}>
      <div className={styles.blocks} data-sides={sides.length}>
        {sides.map((side, index) => (
          <SideBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: A and B are what they are by their place
            key={index}
            index={index as SideIndex}
            side={side}
            placed={placed}
            frame={index === 0 ? frame : null}
            control={control}
            cursor={cursor}
            picked={picked}
          />
        ))}
      </div>
      <ZoomBar
        placed={placed}
        view={view}
        pageBytes={sides[0]?.spec.vm.pageBytes ?? 4096}
        pointed={pointed ?? (cursor === null ? null : { side: 0, page: cursor })}
        sides={sides.length}
        control={control}
      />
    </section>
  );
}
