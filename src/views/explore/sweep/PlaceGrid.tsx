/**
 * The places of the picture for pointer and keyboard: a grid of which only the place in focus is on the page, told by
 * its name; the picture below it shows them all.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { type Cell, caseIndex, cellAt } from '../../../layout/explore/cells.ts';
import { exploreStore, useExplore } from '../../../store/explore/store.ts';
import { plainText } from '../../shared/template.ts';
import type { ShownSweep } from '../shown.ts';
import styles from './PlaceGrid.module.css';
import type { Pointable } from './pointable.ts';
import { toldText } from './readout-text.ts';
import { walk } from './walk.ts';
import { WORDS } from './words.ts';

interface Properties {
  readonly shown: ShownSweep;
  readonly drawn: Pointable;
  readonly about: string;
  readonly pointed: number | null;
  readonly point: (index: number | null) => void;
}

/** Whoever went into a run by keyboard finds the focus where it was, on coming back. */
let leftByKey = false;

export function PlaceGrid({ shown, drawn, about, pointed, point }: Properties) {
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    if (leftByKey) grid.current?.focus({ preventScroll: true });
    leftByKey = false;
  }, []);
  const picked = useExplore((state) => state.picked);
  const { pick, openCase } = useExplore((state) => state.actions);
  const { cells } = shown;
  const current = cellAt(cells, picked) ?? cells.cells[0];
  const hovered = cellAt(cells, pointed);
  const rows = shown.y === null ? cells.variants : cells.variants * cells.ys;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (picked === null) return;
      leftByKey = true;
      void openCase(picked);
      return;
    }
    if (event.key === 'Escape') return pick(null);
    // The first key only shows where one stands.
    const next = picked === null ? current : walk(event.key, current, cells);
    if (next === null || !(picked !== null || event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    point(null);
    pick(caseIndex(cells, next));
  };
  const at = (event: PointerEvent<HTMLElement>): Cell | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return drawn.cellAt(event.clientX - left, event.clientY - top);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const cell = at(event);
    if (cell === null || event.button !== 0) return;
    const index = caseIndex(cells, cell);
    // A second click goes into the run; on a touch screen that is the read-out's button alone.
    if (index === exploreStore.getState().picked && event.pointerType === 'mouse') void openCase(index);
    else pick(index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of all places would be as long as the sweep
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={plainText(WORDS.grid, { about })}
      aria-rowcount={rows}
      aria-colcount={cells.xs}
      aria-activedescendant={current === undefined ? undefined : id}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onPointerMove={(event) => {
        const cell = at(event);
        const index = cell === null ? null : caseIndex(cells, cell);
        if (index !== pointed) point(index);
      }}
      onPointerLeave={() => point(null)}
      onPointerUp={onPointerUp}
    >
      {current !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: the row of the place in focus
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        <div role="row" aria-rowindex={rowOf(current, shown) + 1}>
          {/* biome-ignore lint/a11y/useSemanticElements: the place in focus */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
          <div
            role="gridcell"
            id={id}
            aria-colindex={current.x + 1}
            aria-selected={picked !== null}
            aria-label={toldText(shown, current)}
          >
            {(picked !== null || focused) && (
              <Ring box={drawn.boxOf(current)} look={focused ? 'focus' : 'picked'} />
            )}
          </div>
        </div>
      )}
      {hovered !== undefined && hovered !== (picked === null ? undefined : current) && (
        <Ring box={drawn.boxOf(hovered)} look="hover" />
      )}
    </div>
  );
}

function rowOf({ variant, y }: Cell, { y: second, cells }: ShownSweep): number {
  return second === null ? variant : variant * cells.ys + (cells.ys - 1 - y);
}

function Ring({ box, look }: { box: ReturnType<Pointable['boxOf']>; look: string }) {
  if (box === null) return null;
  const { x, y, width, height } = box;
  return (
    <span
      className={styles.ring}
      data-look={look}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    />
  );
}
