import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ALL_LANES, type Lane, layoutLanes, PRESENT_LANES } from '../../../layout/lanes.ts';
import { activeBranch } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import { LoadingFailure, tellPage } from '../../shared/LoadingFailure.tsx';
import { hostRows } from './host-rows.ts';
import { LaneLabels } from './LaneLabels.tsx';
import { PingCard } from './PingCard.tsx';
import styles from './Strip.module.css';
import { StripPainter } from './strip-painter.ts';
import { TimeSlider } from './TimeSlider.tsx';
import { TrueScale } from './TrueScale.tsx';
import { WORDS } from './words.ts';

/** They come with the first command. */
const Flags = lazy(() => import('./flags/Flags.tsx'));

const GAP_PX = 3;
/** Room for the flags of commands; what can be pressed is a little higher and reaches over the row above. */
const FLAGS_PX = 21;
/** in a talk, where all text is large */
const PRESENT_FLAGS_PX = 24;

/** Sizes that follow from the text size in use. */
function textSizes(element: HTMLElement | null): { linePx: number; charPx: number } {
  const size = element === null ? 12 : Number.parseFloat(getComputedStyle(element).fontSize) || 12;
  return { linePx: Math.round(size * 1.2), charPx: size * 0.58 };
}

/** The causal strip: lanes on one axis in the order of cause. The strip is the scrubber. */
export function Strip() {
  const present = useApp((state) => state.present);
  const commanded = useApp((state) => (activeBranch(state)?.run.commands.length ?? 0) > 0);
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const veil = useRef<HTMLDivElement>(null);
  const ahead = useRef<HTMLDivElement>(null);
  const picked = useRef<HTMLDivElement>(null);
  const [painter, setPainter] = useState<StripPainter | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0, linePx: 15, charPx: 7 });

  useEffect(() => {
    const parts = {
      canvas: canvas.current,
      labels: labels.current,
      cursor: cursor.current,
      veil: veil.current,
      ahead: ahead.current,
      picked: picked.current,
    };
    if (!allThere(parts)) return;
    const made = new StripPainter(parts, styles);
    made.start();
    setPainter(made);
    // Colour scheme and presenting change attributes of the root; both change what the canvas must look like.
    const watch = new MutationObserver(() => {
      made.forgetInks();
      setSize((old) => ({ ...old, ...textSizes(plot.current) }));
    });
    watch.observe(document.documentElement, { attributes: true });
    return () => {
      watch.disconnect();
      made.stop();
      labels.current?.replaceChildren();
    };
  }, []);

  useEffect(() => {
    const element = plot.current;
    if (element === null) return;
    const measure = () =>
      setSize({ width: element.clientWidth, height: element.clientHeight, ...textSizes(element) });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { linePx, charPx } = size;
  const phaseRowPx = Math.round(linePx * 1.35);
  const flagsPx = present ? PRESENT_FLAGS_PX : FLAGS_PX;
  const axisPx = (present ? linePx + 8 : 2 * linePx + 10) + flagsPx;
  const names = present ? PRESENT_LANES : ALL_LANES;
  const phaseRows = present ? 1 : 2;
  const rows = useApp((state) => hostRows(activeBranch(state)?.run.scenario.cluster?.nodes ?? 0));
  const leastPx =
    bottomOf(
      layoutLanes({
        names,
        lineHeight: linePx,
        gap: GAP_PX,
        phaseRows,
        hostRows: rows,
        terse: present,
        height: 0,
      }),
    ) + axisPx;
  const lanes = useMemo(
    () =>
      layoutLanes({
        names,
        lineHeight: linePx,
        gap: GAP_PX,
        phaseRows,
        hostRows: rows,
        terse: present,
        height: size.height - axisPx,
      }),
    [names, linePx, size.height, axisPx, phaseRows, rows, present],
  );
  const axisTop = bottomOf(lanes) + 2 + flagsPx;

  useEffect(() => {
    const { width, height } = size;
    painter?.setGeometry({ width, height, lanes, axisTop, charPx, linePx, phaseRowPx, phaseRows });
  }, [painter, size, lanes, axisTop, charPx, linePx, phaseRowPx, phaseRows]);

  const yOf = useCallback((name: string) => lanes.find((lane) => lane.name === name) ?? null, [lanes]);

  return (
    <div className={styles.strip}>
      <LaneLabels lanes={lanes} axisTop={axisTop} linePx={linePx} terse={present} />
      <div className={styles.plot} ref={plot} style={{ minHeight: leastPx }}>
        {lanes.map((lane) => (
          <div
            key={lane.name}
            className={styles.lane}
            data-lane={lane.name}
            style={{ top: lane.top, height: lane.height }}
          />
        ))}
        <canvas className={styles.canvas} ref={canvas} />
        <div className={styles.veil} ref={veil} />
        <div className={styles.ahead} ref={ahead} style={{ height: axisTop - 2 }} aria-hidden="true">
          <span className={styles.aheadText} style={{ height: phaseRowPx - 2 }}>
            <span className={styles.long}>{WORDS.ahead}</span>
            <span className={styles.short}>{WORDS.aheadShort}</span>
          </span>
        </div>
        <div className={styles.cursor} ref={cursor} style={{ height: axisTop + 4 }} />
        <div className={styles.labels} ref={labels} aria-hidden="true" />
        <div className={styles.picked} ref={picked} hidden />
        <TimeSlider painter={painter} axisTop={axisTop} width={size.width} />
        {painter !== null && commanded && (
          <LoadingFailure tell={tellPage}>
            <Suspense>
              <Flags painter={painter} axisTop={axisTop} width={size.width} charPx={charPx} />
            </Suspense>
          </LoadingFailure>
        )}
        <PingCard painter={painter} lane={yOf('trip')} width={size.width} />
      </div>
      {!present && <TrueScale />}
    </div>
  );
}

function bottomOf(lanes: readonly Lane[]): number {
  const last = lanes.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

type Maybe<T> = { [K in keyof T]: T[K] | null };
function allThere<T extends object>(parts: Maybe<T>): parts is T {
  return Object.values(parts).every((part) => part !== null);
}
