import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { crowdingOf, type Extent, type Room, windowOf } from '../../../layout/trees/camera.ts';
import { cell, firstRowAtRank, rowCount, rowOfKey } from '../../../layout/trees/rows.ts';
import { format } from '../../../protocol/texts.ts';
import type { TreeMoment } from '../../../protocol/trees/moment.ts';
import { useApp } from '../../../store/store.ts';
import { hidesAnswer, treeEntry } from '../../../store/trees/select.ts';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { offerPicture } from '../../shared/pictures.ts';
import { HeatStrip } from './HeatStrip.tsx';
import { Picture } from './Picture.tsx';
import styles from './TreeStage.module.css';
import { useLevels } from './use-levels.ts';
import { type HotPoint, useView, type View } from './use-view.ts';
import { STAGE_WORDS } from './words.ts';
import { ZoomControls } from './ZoomControls.tsx';

/** Nodes share their places: their sizes do not say all. */
const CROWDED = 0.2;
const SIZE_WITHOUT_LAYOUT = { width: 920, height: 400 };

/** The tree at this moment. */
export function TreeStage() {
  const moment = useTrees((state) => state.moment);
  const name = useTrees((state) => treeEntry(state)?.name ?? '');
  return (
    <section className={styles.card} aria-label={STAGE_WORDS.region}>
      {moment === null ? (
        <p className={styles.none}>{STAGE_WORDS.loading}</p>
      ) : moment.size === 0 ? (
        <>
          <header className={styles.header}>
            <h2 className={styles.title}>{name}</h2>
          </header>
          <p className={styles.none}>
            {moment.operation < moment.operations && moment.step === 0
              ? STAGE_WORDS.emptySoFar
              : STAGE_WORDS.empty}
          </p>
        </>
      ) : (
        <Stage moment={moment} name={name} />
      )}
    </section>
  );
}

function Stage({ moment, name }: { moment: TreeMoment; name: string }) {
  const hidden = useTrees(hidesAnswer);
  // Rendered anew when another key is picked.
  useTrees((state) => state.picked);
  useEffect(
    () =>
      offerPicture({
        id: 'tree',
        name,
        still: false,
        svg: async () => (await import('./export-picture.ts')).treeSvgText(),
      }),
    [name],
  );
  const large = useApp((state) => state.present);
  const scheme = useComputedColorScheme('light');
  const { ref, width, height } = useElementSize();
  const room = useMemo(() => roomOf(width, height, large), [width, height, large]);
  const levels = useLevels(moment.height, moment.size);
  const extent = useMemo((): Extent => ({ size: moment.size, levels }), [moment.size, levels]);
  const view = useView({ room, extent, hot: hotPoint(moment) });
  const window = windowOf(view.camera, room, moment.size);
  const keys = useMemo(
    () => keysOf(moment.nodes, window.from, window.to),
    [moment.nodes, window.from, window.to],
  );
  useWindow(moment, window.from, window.to);

  return (
    <>
      <header className={styles.header}>
        <h2 className={styles.title}>{name}</h2>
        <p className={styles.about}>
          {format(STAGE_WORDS.about, { window: windowText(view, keys, moment) })}
        </p>
        <ZoomControls view={view} />
      </header>
      <Picture
        moment={moment}
        name={name}
        room={room}
        view={view}
        hidden={hidden}
        large={large}
        scheme={scheme}
        sizeRef={ref}
      />
      {!view.whole && (
        <HeatStrip
          heat={moment.heat}
          size={moment.size}
          window={window}
          keys={keys}
          scheme={scheme}
          onWindow={({ from, to }) => {
            view.showWindow(from, to);
            view.settle();
          }}
          onRest={view.settle}
        />
      )}
      <p className={styles.legend}>
        {moment.counts ? STAGE_WORDS.legendCounters : STAGE_WORDS.legendApp}{' '}
        {crowdingOf(view.camera) > CROWDED && STAGE_WORDS.legendDots}
      </p>
    </>
  );
}

/** Trees too large to be sent whole: the worker is told what is on screen. */
function useWindow({ whole }: TreeMoment, from: number, to: number): void {
  const told = useRef('');
  useEffect(() => {
    const text = `${from} ${to}`;
    if (whole || told.current === text) return;
    told.current = text;
    treesStore.getState().actions.setWindow(from, to);
  }, [whole, from, to]);
}

/** Room above and below for the tags of the outermost nodes. */
function roomOf(width: number, height: number, large: boolean): Room {
  const size = width > 0 && height > 0 ? { width, height } : SIZE_WITHOUT_LAYOUT;
  const side = Math.min(large ? 40 : 22, size.width / 8);
  return { ...size, top: large ? 38 : 30, bottom: large ? 34 : 26, side };
}

/** Where the step is: its node, else the end of the walk, else the root. */
function hotPoint({ nodes, current, path }: TreeMoment): HotPoint {
  const candidates = [current?.key, current?.from, path.at(-1)];
  for (const key of candidates) {
    const row = rowOfKey(nodes, key ?? null);
    if (row >= 0) return { rank: cell(nodes, row, 'rank'), level: cell(nodes, row, 'depth') };
  }
  for (let row = 0; row < rowCount(nodes); row += 1) {
    if (cell(nodes, row, 'parent') === -1) return { rank: cell(nodes, row, 'rank'), level: 0 };
  }
  return { rank: 0, level: 0 };
}

function keysOf(nodes: Int32Array, from: number, to: number): { from: number; to: number } {
  const last = Math.max(0, rowCount(nodes) - 1);
  const first = Math.min(last, firstRowAtRank(nodes, from));
  const end = Math.max(first, Math.min(last, firstRowAtRank(nodes, to) - 1));
  return { from: cell(nodes, first, 'key'), to: cell(nodes, end, 'key') };
}

function windowText(view: View, keys: { from: number; to: number }, { size, whole }: TreeMoment): string {
  if (size === 1) return STAGE_WORDS.oneKey;
  if (!view.whole) return format(STAGE_WORDS.keys, { ...keys, size });
  return format(whole ? STAGE_WORDS.allKeys : STAGE_WORDS.manyKeys, { ...keys, size });
}
