import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import {
  countTile,
  GRID_COLUMNS,
  neighbourTile,
  type PageGrid,
  pagesOfTile,
  tileAt,
  tileOfPage,
} from '../../../layout/page-grid.ts';
import { appStore, useApp } from '../../../store/store.ts';
import { palette } from '../../shared/palette.ts';
import classes from './MemoryGrid.module.css';
import { usePainter } from './painter.ts';
import { TileCanvas } from './tile-canvas.ts';
import type { Side } from './tile-stamps.ts';
import { countsText, say, WORDS } from './words.ts';

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Props {
  readonly side: Side;
  readonly vm: number;
  readonly vmName: string;
  readonly nodeName: string;
  readonly grid: PageGrid;
  /** false: nothing of the VM is here; the grid is an empty place with a note */
  readonly filled: boolean;
  readonly note: string;
  readonly noteDetail: string;
  readonly onOpen: (tile: number) => void;
  readonly announce: (text: string) => void;
}

export function MemoryGrid(props: Props) {
  const { side, vm, vmName, nodeName, grid, filled, note, noteDetail, onOpen, announce } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const tiles = useMemo(() => new TileCanvas(side), [side]);
  const [cursor, setCursor] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const picked = useApp((state) => (state.selection.page?.vm === vm ? state.selection.page.page : null));

  usePainter((state) => {
    const element = canvas.current;
    const pages = state.frame?.pages;
    if (!element || !frame.current || !pages || !filled) return;
    // Whole device pixels a tile, so that no tile is blurred at any zoom; the canvas takes its size from them.
    const ratio = window.devicePixelRatio || 1;
    const size = Math.max(1, Math.round((frame.current.clientWidth / GRID_COLUMNS) * ratio));
    tiles.draw(element, grid, pages, size, palette());
  });

  const describe = (tile: number): string => {
    const pages = appStore.getState().frame?.pages;
    const [from, to] = pagesOfTile(grid, tile);
    const states = pages ? countsText(countTile(grid, pages, tile)) : '';
    return say(WORDS.tile, { from, to: to - 1, states });
  };

  const walk = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const here = cursor ?? (picked === null ? 0 : tileOfPage(grid, picked));
    if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = cursor === null ? here : neighbourTile(grid, here, ...arrow);
      setCursor(next);
      announce(describe(next));
    } else if (event.key === 'Enter') {
      onOpen(here);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const tileUnder = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return tileAt(grid, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };

  if (!filled) {
    return (
      <div className={classes.wrap}>
        <div
          className={classes.grid}
          data-filled={false}
          style={{ aspectRatio: `${GRID_COLUMNS} / ${grid.rows}` }}
        >
          <p className={classes.note}>
            <b>{note}</b>
            <span>{noteDetail}</span>
          </p>
        </div>
      </div>
    );
  }
  const shown = hovered ?? cursor ?? -1;
  return (
    <div className={classes.wrap}>
      <div
        ref={frame}
        className={classes.grid}
        data-filled={true}
        role="application"
        aria-roledescription={WORDS.gridRole}
        aria-label={say(WORDS.grid, { vm: vmName, node: nodeName, pages: grid.pages })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application, here a picture walked by arrow keys, takes the focus
        tabIndex={0}
        onKeyDown={walk}
        onBlur={() => setCursor(null)}
        onPointerMove={(event) => setHovered(tileUnder(event))}
        onPointerLeave={() => setHovered(null)}
        onPointerUp={(event) => {
          // The other buttons open the menu of the host.
          if (event.button !== 0) return;
          const tile = tileUnder(event);
          if (tile >= 0) onOpen(tile);
        }}
        style={{ aspectRatio: `${GRID_COLUMNS} / ${grid.rows}` }}
      >
        <canvas ref={canvas} className={classes.canvas} />
        {picked !== null ? <Ring grid={grid} tile={tileOfPage(grid, picked)} kind="picked" /> : null}
        {cursor !== null ? <Ring grid={grid} tile={cursor} kind="cursor" /> : null}
      </div>
      {shown >= 0 ? (
        <span className={classes.readout} aria-hidden="true">
          {describe(shown)}
        </span>
      ) : null}
    </div>
  );
}

function Ring({ grid, tile, kind }: { grid: PageGrid; tile: number; kind: 'picked' | 'cursor' }) {
  const column = tile % GRID_COLUMNS;
  const row = Math.floor(tile / GRID_COLUMNS);
  return (
    <span
      className={classes.ring}
      data-kind={kind}
      style={{
        left: `${((column + 0.5) / GRID_COLUMNS) * 100}%`,
        top: `${((row + 0.5) / grid.rows) * 100}%`,
      }}
    />
  );
}
