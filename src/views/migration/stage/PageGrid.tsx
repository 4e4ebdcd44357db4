import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { MOVE_STATE } from '../../../base/columns.ts';
import { cellAt, cellOfPage, cellX, cellY, pagesOfCell } from '../../../layout/migration/page-map.ts';
import type { Placement } from '../../../layout/migration/page-view.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import type { MoveMoment } from '../../../store/migration/types.ts';
import { formatPercent } from '../../shared/format.ts';
import { palette } from '../../shared/palette.ts';
import { useGestures } from '../../shared/use-gestures.ts';
import { usePaced } from '../use-paced.ts';
import { CellCanvas } from './cell-canvas.ts';
import { describePage } from './describe-page.ts';
import styles from './PageGrid.module.css';
import { usePainter } from './painter.ts';
import { momentOf, type SideIndex } from './side-data.ts';
import type { GridControl } from './use-page-view.ts';
import { STAGE_WORDS, say } from './words.ts';

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const KEY_ZOOM = 1.5;

interface Props {
  readonly index: SideIndex;
  readonly name: string;
  readonly placed: Placement;
  readonly frame: RefObject<HTMLDivElement | null> | null;
  readonly control: GridControl;
  readonly cursor: number | null;
  readonly picked: number | null;
}

/** All pages of one side; wheel, pinch and keys zoom, dragging pans, a click picks. */
export function PageGrid({ index, name, placed, frame, control, cursor, picked }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const cells = useMemo(() => new CellCanvas(), []);
  const [announced, setAnnounced] = useState('');
  const { map, level, scale, left, top } = placed;

  useEffect(() => {
    let last: MoveMoment | null = null;
    const take = () => {
      const state = migrationStore.getState();
      if (state.moment === last) return;
      last = state.moment;
      const moment = momentOf(state, index);
      if (moment !== null) cells.note(moment);
    };
    take();
    return migrationStore.subscribe(take);
  }, [cells, index]);

  usePainter((state) => {
    const moment = momentOf(state, index);
    if (canvas.current && moment?.states.length === map.pages) cells.draw(canvas.current, placed, palette());
  });

  useGestures(grid, { onPan: control.pan, onZoom: control.zoom, onEnd: () => {} });

  const pageUnder = (event: MouseEvent<HTMLElement>): number => {
    const corner = event.currentTarget.getBoundingClientRect();
    const across = 2 ** level * scale;
    const x = Math.floor((event.clientX - corner.left - left) / across);
    const y = Math.floor((event.clientY - corner.top - top) / across);
    const cell = cellAt(map, level, x, y);
    return cell < 0 ? -1 : pagesOfCell(map, level, cell)[0];
  };

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = event.shiftKey ? undefined : ARROWS[event.key];
    if (arrow)
      setAnnounced(describePage(migrationStore.getState(), index, map, level, control.walk(...arrow)));
    else if (event.key === '+' || event.key === '=')
      control.zoom(KEY_ZOOM, middleOf(cursor ?? picked, placed));
    else if (event.key === '-' || event.key === '−')
      control.zoom(1 / KEY_ZOOM, middleOf(cursor ?? picked, placed));
    else if (event.key === '0') control.fit();
    else if (event.key === 'Enter') control.pick(index, cursor ?? picked ?? 0);
    else if (event.key === 'Escape' && picked !== null) migrationStore.getState().actions.pickPage(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.frame} ref={frame}>
      <div
        ref={grid}
        className={styles.grid}
        data-whole={left === 0 && top === 0 && map.width * scale <= placed.box.width}
        role="application"
        aria-roledescription={STAGE_WORDS.gridRole}
        aria-label={say(STAGE_WORDS.grid, { side: name, pages: map.pages })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application, here a picture walked by arrow keys, takes the focus
        tabIndex={0}
        onKeyDown={keys}
        onBlur={control.leave}
        onPointerMove={(event) => {
          const page = pageUnder(event);
          control.point(page < 0 ? null : { side: index, page });
        }}
        onPointerLeave={() => control.point(null)}
        onClick={(event) => {
          const page = pageUnder(event);
          if (page >= 0) control.pick(index, page);
        }}
      >
        <Canvas canvas={canvas} index={index} placed={placed} />
        {cursor === null ? null : <Ring placed={placed} page={cursor} kind="cursor" />}
        {picked === null ? null : <Ring placed={placed} page={picked} kind="picked" />}
      </div>
      <span className={styles.announced} aria-live="polite">
        {announced}
      </span>
    </div>
  );
}

/** Zooming by key keeps the page in view that the keyboard is at. */
function middleOf(page: number | null, { map, level, scale, left, top, box }: Placement) {
  if (page === null) return undefined;
  const cell = cellOfPage(page, level);
  const across = 2 ** level * scale;
  const x = left + (cellX(map, level, cell) + 0.5) * across;
  const y = top + (cellY(map, level, cell) + 0.5) * across;
  return x >= 0 && y >= 0 && x <= box.width && y <= box.height ? { x, y } : undefined;
}

interface CanvasProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly index: SideIndex;
  readonly placed: Placement;
}

function Canvas({ canvas, index, placed: { box } }: CanvasProps) {
  const summary = usePaced((state) => {
    const counts = momentOf(state, index)?.counts;
    const pages = state.opened?.sides[index]?.pages ?? 1;
    if (!counts) return STAGE_WORDS.loading;
    const there = (counts[MOVE_STATE.arrived] ?? 0) + (counts[MOVE_STATE.fetched] ?? 0);
    // To two digits, so that it changes at human speed.
    const written = counts[MOVE_STATE.writtenAgain] ?? 0;
    const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, written))) - 1);
    return say(STAGE_WORDS.canvas, {
      arrived: formatPercent((100 * there) / pages),
      pages,
      written: Math.round(written / digits) * digits,
    });
  });
  // As large as the box both grids were measured by, so that no cell is stretched where this one has more room.
  const size = { width: box.width, height: box.height };
  return <canvas ref={canvas} className={styles.canvas} style={size} role="img" aria-label={summary} />;
}

interface RingProps {
  readonly placed: Placement;
  readonly page: number;
  readonly kind: 'cursor' | 'picked';
}

function Ring({ placed: { map, level, scale, left, top }, page, kind }: RingProps) {
  if (page >= map.pages) return null;
  const cell = cellOfPage(page, level);
  const across = 2 ** level * scale;
  const size = Math.max(9, across + 4);
  const x = left + (cellX(map, level, cell) + 0.5) * across;
  const y = top + (cellY(map, level, cell) + 0.5) * across;
  return (
    <span
      className={styles.ring}
      data-kind={kind}
      style={{ width: size, height: size, transform: `translate(${x - size / 2}px, ${y - size / 2}px)` }}
    />
  );
}
