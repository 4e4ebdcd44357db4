import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  lensAround,
  lensCell,
  lensPage,
  lensShowing,
  neighbourPage,
  type PageGrid,
  pagesOfTile,
  TILE_SHIFT,
  tileOfPage,
} from '../../../layout/page-grid.ts';
import { appStore, useApp } from '../../../store/store.ts';
import { type Palette, palette } from '../../shared/palette.ts';
import classes from './Lens.module.css';
import { LiveText } from './LiveText.tsx';
import { usePainter } from './painter.ts';
import { press, type Side, TileStamps } from './tile-stamps.ts';
import { say, stateWord, WORDS } from './words.ts';

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
  readonly grid: PageGrid;
  readonly tile: number;
  readonly onClose: () => void;
  readonly announce: (text: string) => void;
}

/** A few tiles at a size where single pages can be seen, walked through and picked. */
export function Lens({ side, vm, vmName, grid, tile, onClose, announce }: Props) {
  const picked = useApp((state) => (state.selection.page?.vm === vm ? state.selection.page.page : null));
  const [page, setPage] = useState(() =>
    picked !== null && tileOfPage(grid, picked) === tile ? picked : pagesOfTile(grid, tile)[0],
  );
  const [lens, setLens] = useState(() => lensAround(grid, tile));
  const [hovered, setHovered] = useState(-1);
  const map = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const across = grid.lensTiles * grid.side;
  const stamps = useMemo(() => ({ made: null as TileStamps | null, for: null as Palette | null }), []);
  const shown = hovered >= 0 ? hovered : page;

  useEffect(() => map.current?.focus(), []);

  usePainter((state) => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    const pages = state.frame?.pages;
    if (!context || !pages || !map.current || !canvas.current) return;
    const colours = palette();
    const ratio = window.devicePixelRatio || 1;
    const size = Math.max(1, Math.round((map.current.clientWidth / across) * ratio));
    if (stamps.made?.size !== size || stamps.for !== colours) {
      stamps.made = new TileStamps(side, size, colours);
      stamps.for = colours;
    }
    if (canvas.current.width !== size * across) canvas.current.width = canvas.current.height = size * across;
    const image = context.createImageData(size * across, size * across);
    const pixels = new Uint32Array(image.data.buffer).fill(stamps.made.of(0)[size * size - 1] ?? 0);
    for (let y = 0; y < across; y += 1) {
      for (let x = 0; x < across; x += 1) {
        const at = lensPage(grid, lens, x, y);
        if (at < 0) continue;
        const code = 16 << (TILE_SHIFT[pages[at] ?? 0] ?? 0);
        press(pixels, size * across, stamps.made.of(code), size, x * size, y * size);
      }
    }
    context.putImageData(image, 0, 0);
  });

  const text = (at: number) =>
    say(at === appStore.getState().selection.page?.page ? WORDS.pickedPage : WORDS.page, {
      page: at,
      vm: vmName,
      state: stateWord(appStore.getState().frame?.pages?.[at] ?? -1),
    });

  const pick = (at: number) => {
    setPage(at);
    appStore.getState().actions.pickPage(vm, at);
    announce(text(at));
  };

  const walk = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const next = neighbourPage(grid, page, ...arrow);
      setPage(next);
      setHovered(-1);
      setLens(lensShowing(grid, lens, tileOfPage(grid, next)));
      announce(text(next));
    } else if (event.key === 'Enter' || event.key === ' ') pick(page);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const pageUnder = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * across);
    const y = Math.floor(((event.clientY - box.top) / box.height) * across);
    return lensPage(grid, lens, x, y);
  };

  return (
    <section className={classes.lens} aria-label={say(WORDS.lens, { vm: vmName })}>
      <header className={classes.header}>
        <b>{say(WORDS.lensTitle, { vm: vmName })}</b>
        <CloseButton size="sm" aria-label={WORDS.closeLens} onClick={onClose} />
      </header>
      <div
        ref={map}
        className={classes.map}
        role="application"
        aria-roledescription={WORDS.lensRole}
        aria-label={`${text(page)}. ${WORDS.lensHint}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
        onKeyDown={walk}
        onPointerMove={(event) => setHovered(pageUnder(event))}
        onPointerLeave={() => setHovered(-1)}
        onPointerUp={(event) => {
          const at = pageUnder(event);
          if (at >= 0) pick(at);
        }}
      >
        <canvas ref={canvas} className={classes.canvas} />
        <Mark cell={lensCell(grid, lens, page)} across={across} kind="cursor" />
        {picked === null ? null : <Mark cell={lensCell(grid, lens, picked)} across={across} kind="picked" />}
      </div>
      <LiveText className={classes.readout} read={() => text(shown)} />
    </section>
  );
}

interface MarkProps {
  readonly cell: { readonly x: number; readonly y: number } | null;
  readonly across: number;
  readonly kind: 'picked' | 'cursor';
}

function Mark({ cell, across, kind }: MarkProps) {
  if (!cell) return null;
  return (
    <span
      className={classes.mark}
      data-kind={kind}
      style={{ left: `${((cell.x + 0.5) / across) * 100}%`, top: `${((cell.y + 0.5) / across) * 100}%` }}
    />
  );
}
