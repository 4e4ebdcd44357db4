import { type useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { crowdingOf, type Room, screenY } from '../../../layout/trees/camera.ts';
import { FrameBuffer, rowAt } from '../../../layout/trees/frame.ts';
import { placeKeys } from '../../../layout/trees/labels.ts';
import { type Marks, marksOf, pathRows } from '../../../layout/trees/marks.ts';
import { type Prepared, prepare } from '../../../layout/trees/prepare.ts';
import { cell, neighbourRow, rowOfKey } from '../../../layout/trees/rows.ts';
import { nodeScale } from '../../../layout/trees/sizes.ts';
import { format } from '../../../protocol/texts.ts';
import type { TreeMoment } from '../../../protocol/trees/moment.ts';
import { treesStore } from '../../../store/trees/store.ts';
import { prefersReducedMotion } from '../../shared/motion.ts';
import { useGestures } from '../../shared/use-gestures.ts';
import { inks } from './inks.ts';
import { HandsMarks, MarkDefinitions, StepMarks } from './Marks.tsx';
import { textMeasure } from './measure.ts';
import { NodeMenu } from './NodeMenu.tsx';
import styles from './Picture.module.css';
import { paintCanvas } from './paint-canvas.ts';
import type { Shown } from './scene.ts';
import { Tags } from './Tags.tsx';
import { TreeEdges, TreeNodes } from './TreeNodes.tsx';
import { tagsOf } from './tags.ts';
import { moveMs } from './tempo.ts';
import { useScene } from './use-scene.ts';
import type { View } from './use-view.ts';
import { STAGE_WORDS } from './words.ts';

/** Larger trees are drawn on a canvas. */
const MOST_SVG_NODES = 127;
const LOOK_MS = 320;
const REST_MS = 110;
/** beyond the rim of a node */
const HULL_PX = 7;
const KEY_PAN_PX = 60;
const KEY_ZOOM = 1.35;
/** Marks are told by the sentence and by the nodes' names. */
const SILENT = { 'aria-hidden': true } as const;
const WAYS = { ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right', ArrowDown: 'down' } as const;

interface Props {
  moment: TreeMoment;
  name: string;
  room: Room;
  view: View;
  hidden: boolean;
  large: boolean;
  scheme: string;
  sizeRef: ReturnType<typeof useElementSize>['ref'];
}

export function Picture({ moment, name, room, view, hidden, large, scheme, sizeRef }: Props) {
  const viewport = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const under = useRef<SVGSVGElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const ghosts = useRef<SVGGElement>(null);
  const box = useMergedRef(viewport, sizeRef);
  const [roving, setRoving] = useState<number | null>(null);
  const [menu, setMenu] = useState<number | null>(null);
  const wantsFocus = useRef(false);
  const before = useRef<{ moment: TreeMoment; room: Room } | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout> | null>(null);

  const tree = useMemo(() => prepare(moment.nodes), [moment.nodes]);
  const marks = useMemo(() => marksOf(moment, tree, hidden), [moment, tree, hidden]);
  const path = useMemo(() => pathRows(tree, moment.path, marks), [tree, moment.path, marks]);
  const small = moment.size <= MOST_SVG_NODES;
  const textSize = large ? 20 : 12;
  const scale = useMemo(() => nodeScale(large), [large]);
  const keySizes = useMemo(() => ({ wanted: large ? 20 : 15, smallest: large ? 16 : 12 }), [large]);
  const picked = rowOfKey(tree.nodes, moment.size === 0 ? null : pickedKey());
  const shown = useMemo(() => shownOf(tree, path, marks, picked), [tree, path, marks, picked]);
  const { camera } = view;

  const still = useMemo(() => {
    const frame = new FrameBuffer().update(tree, camera, room, scale, null, shown.marked, path);
    const { from, to, x, y, radius } = frame;
    const labels = placeKeys({ nodes: tree.nodes, from, to, x, y, radius, ...room }, keySizes);
    return { frame, labels };
  }, [tree, camera, room, scale, keySizes, shown, path]);
  const tags = useMemo(
    () =>
      tagsOf({
        moment,
        tree,
        marks,
        frame: still.frame,
        labels: still.labels,
        room,
        path,
        hidden,
        riseTo: screenY(camera, marks.rise?.level ?? 0),
        measure: textMeasure(textSize, inks().font),
        textSize,
      }),
    [moment, tree, marks, still, room, path, hidden, textSize, camera],
  );

  const scene = useScene(
    {
      under,
      svg,
      ghosts,
      onFrame: (now) => {
        if (!small && canvas.current) paintCanvas(canvas.current, now, keySizes);
      },
    },
    (now) => {
      const { playing, speed } = treesStore.getState();
      const last = before.current;
      before.current = { moment, room };
      const gentle = last !== null && last.room === room && !prefersReducedMotion();
      const ms = gentle ? moveMs(last.moment, moment, playing, speed) : 0;
      now.room = room;
      now.scale = scale;
      now.show(shown, last?.moment === moment ? 0 : ms);
      now.look(camera, gentle && (last.moment === moment || ms > 0) ? Math.max(ms, LOOK_MS) : 0);
    },
  );

  useEffect(() => {
    // A canvas does not follow the colour scheme by itself.
    if (scheme !== '') scene.touch();
  }, [scheme, scene]);

  const tabStop = firstShown(tree, [rowOfKey(tree.nodes, roving), picked, marks.at, tree.root]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    svg.current?.querySelector<SVGGElement>(`[data-row="${tabStop}"]`)?.focus();
  }, [tabStop]);

  /** The user moves the picture: the scene follows at once, the rest when the hand rests. */
  const rest = () => {
    if (resting.current !== null) clearTimeout(resting.current);
    resting.current = setTimeout(view.settle, small ? 0 : REST_MS);
  };
  const gestures = {
    onPan: (dx: number, dy: number) => {
      scene.look(view.pan(dx, dy), 0);
      rest();
    },
    onZoom: (factor: number, at: { x: number; y: number }) => {
      const from = scene.target;
      const to = view.zoom(factor, at);
      scene.look(to, 0);
      rest();
      return from.sx !== to.sx || from.sy !== to.sy;
    },
    onEnd: rest,
  };
  useGestures(viewport, gestures);

  const pick = (row: number) => {
    const key = cell(tree.nodes, row, 'key');
    treesStore.getState().actions.pickKey(key);
    setRoving(key);
    if (!hidden) setMenu(key);
  };
  const focusRow = (row: number) => {
    if (row < 0) return;
    wantsFocus.current = true;
    setRoving(cell(tree.nodes, row, 'key'));
    scene.look(
      view.bring({ rank: cell(tree.nodes, row, 'rank'), level: cell(tree.nodes, row, 'depth') }),
      prefersReducedMotion() ? 0 : LOOK_MS,
    );
    rest();
  };
  const onNodeKey = (event: KeyboardEvent, row: number) => {
    if (event.key === 'Enter' || event.key === ' ') pick(row);
    else if (event.key === 'Home') focusRow(tree.root);
    else if (event.key in WAYS && !event.shiftKey) {
      focusRow(neighbourRow(tree.nodes, tree.children, row, WAYS[event.key as keyof typeof WAYS]));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onViewportKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const dx = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0;
    const dy = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (event.target === event.currentTarget && !event.shiftKey && (dx !== 0 || dy !== 0)) {
      gestures.onPan(dx * KEY_PAN_PX, dy * KEY_PAN_PX);
    } else if (event.key === '+' || event.key === '=') scene.look(view.zoom(KEY_ZOOM), 0);
    else if (event.key === '-') scene.look(view.zoom(1 / KEY_ZOOM), 0);
    else if (event.key === 'f' || event.key === 'F') scene.look(view.fit(), 0);
    else return;
    rest();
    event.preventDefault();
    event.stopPropagation();
  };
  const menuRow = rowOfKey(tree.nodes, menu);
  const closeMenu = () => {
    setMenu(null);
    svg.current?.querySelector<SVGGElement>(`[data-row="${menuRow}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: no element means a picture that can be moved
    <div
      ref={box}
      className={styles.viewport}
      role="group"
      aria-label={STAGE_WORDS.viewport}
      tabIndex={view.whole ? -1 : 0}
      data-whole={view.whole || undefined}
      onKeyDown={onViewportKey}
      onClick={(event) => {
        const place = event.currentTarget.getBoundingClientRect();
        const row = small ? -1 : rowAt(scene.frame, event.clientX - place.left, event.clientY - place.top);
        if (row >= 0) pick(row);
        else if (event.target === svg.current || event.target === viewport.current) {
          setMenu(null);
          treesStore.getState().actions.pickKey(null);
        }
      }}
    >
      <svg ref={under} className={styles.svg} width={room.width} height={room.height} role="none">
        <g data-layer="under" {...SILENT}>
          <HandsMarks marks={marks} tree={tree} width={2 * (scale.smallest + HULL_PX)} />
        </g>
      </svg>
      {!small && <canvas ref={canvas} className={styles.canvas} />}
      <div
        className={styles.tree}
        role="tree"
        aria-label={format(moment.size === 1 ? STAGE_WORDS.treeOne : STAGE_WORDS.tree, {
          name,
          size: moment.size,
          height: moment.height,
        })}
      >
        <svg ref={svg} className={styles.svg} width={room.width} height={room.height} role="none">
          <MarkDefinitions />
          <g {...SILENT} data-layer="edges">
            {small && <TreeEdges tree={tree} onPath={shown.onPath} crowded={crowdingOf(camera)} />}
          </g>
          <g ref={ghosts} className={styles.ghosts} {...SILENT} />
          <g>
            <TreeNodes
              tree={tree}
              rows={small ? allRows(tree) : [tabStop].filter((row) => row >= 0)}
              bare={!small}
              frame={still.frame}
              labels={still.labels}
              onPath={shown.onPath}
              marked={shown.marked}
              picked={picked}
              tabStop={tabStop}
              onPick={pick}
              onKey={onNodeKey}
              onFocus={(row) => setRoving(cell(tree.nodes, row, 'key'))}
            />
          </g>
          <g {...SILENT} data-layer="over" className={styles.over}>
            <StepMarks marks={marks} tree={tree} frame={still.frame} />
            <Tags tags={tags} textSize={textSize} momentKey={`${moment.operation} ${moment.step}`} />
          </g>
        </svg>
      </div>
      {menu !== null && menuRow >= 0 && (
        <NodeMenu
          nodeKey={menu}
          at={{
            x: still.frame.x[menuRow] ?? 0,
            y: still.frame.y[menuRow] ?? 0,
            radius: still.frame.radius[menuRow] ?? 0,
          }}
          panel={room}
          onClose={closeMenu}
        />
      )}
    </div>
  );
}

function pickedKey(): number | null {
  return treesStore.getState().picked;
}

function shownOf(tree: Prepared, path: readonly number[], marks: Marks, picked: number): Shown {
  const onPath = new Uint8Array(tree.count);
  for (const row of path) onPath[row] = 1;
  const marked = [marks.at, marks.sank, ...marks.pair.map(({ row }) => row)].filter((row) => row >= 0);
  return { tree, path, onPath, marked, picked };
}

function firstShown(tree: Prepared, rows: readonly number[]): number {
  return rows.find((row) => row >= 0 && row < tree.count) ?? (tree.count > 0 ? 0 : -1);
}

function allRows({ count }: Prepared): number[] {
  return Array.from({ length: count }, (_, row) => row);
}
