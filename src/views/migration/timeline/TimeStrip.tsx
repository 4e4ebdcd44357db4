import { useEffect, useMemo, useRef, useState } from 'react';
import { type MoveLane, moveLanes } from '../../../layout/migration/lane-stack.ts';
import type { MoveLab } from '../../../protocol/migration/model.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { FaultFlags } from './FaultFlags.tsx';
import { LaneNames, Legend } from './LaneNames.tsx';
import { LaneValues } from './LaneValues.tsx';
import { canSave } from './move-data.ts';
import { PictureText } from './PictureText.tsx';
import type { LeftScale } from './paint/curves.ts';
import { StripPainter } from './strip-painter.ts';
import { TimeSlider } from './TimeSlider.tsx';
import styles from './TimeStrip.module.css';
import { WORDS } from './words.ts';

const GAP_PX = 2;
const FLAG_PX = 26;

interface Props {
  readonly scale: LeftScale;
  readonly setScale: (scale: LeftScale) => void;
  readonly setPainter: (painter: StripPainter | null) => void;
}

/** Sizes that follow from the text size in use. */
function textSizes(element: HTMLElement): { linePx: number; charPx: number } {
  const size = Number.parseFloat(getComputedStyle(element).fontSize) || 12;
  return { linePx: Math.round(size * 1.2), charPx: size * 0.53 };
}

/** The lanes: names, the picture, values at the cursor. The picture is the scrubber. */
export function TimeStrip({ scale, setScale, setPainter }: Props) {
  const sides = useMigration((state) => state.opened?.sides.length ?? 1);
  const saves = useMigration((state) => state.opened?.sides.some(canSave) ?? false);
  const faulty = useMigration(({ lab }) => hasFaults(lab));
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const veil = useRef<HTMLDivElement>(null);
  const ahead = useRef<HTMLDivElement>(null);
  const [painter, keepPainter] = useState<StripPainter | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0, linePx: 15, charPx: 6.8 });

  useEffect(() => {
    const host = labels.current;
    const parts = {
      canvas: canvas.current,
      labels: host,
      cursor: cursor.current,
      veil: veil.current,
      ahead: ahead.current,
    };
    if (!allThere(parts)) return;
    const made = new StripPainter(parts, styles);
    made.start();
    keepPainter(made);
    setPainter(made);
    const watch = new MutationObserver(() => made.forgetInks());
    watch.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-mantine-color-scheme'],
    });
    return () => {
      watch.disconnect();
      made.stop();
      host?.replaceChildren();
      setPainter(null);
    };
  }, [setPainter]);

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

  const { width, height, charPx } = size;
  const axisOf = (line: number) => line + 6 + (faulty ? FLAG_PX : 0);
  const leastOf = (line: number) =>
    bottomOf(moveLanes({ sides, saves, height: 0, lineHeight: line, gap: GAP_PX })) + axisOf(line);
  const tight = height > 0 && leastOf(size.linePx) > height;
  const linePx = tight ? size.linePx - 1 : size.linePx;
  const axisPx = axisOf(linePx);
  const lanes = useMemo(
    () => moveLanes({ sides, saves, height: height - axisPx, lineHeight: linePx, gap: GAP_PX }),
    [sides, saves, height, axisPx, linePx],
  );
  const axisTop = bottomOf(lanes) + 2;

  useEffect(() => {
    painter?.setGeometry({ width, height, lanes, axisTop, charPx, linePx });
  }, [painter, width, height, lanes, axisTop, charPx, linePx]);
  useEffect(() => painter?.setScale(scale), [painter, scale]);

  return (
    <div className={styles.strip} data-tight={tight}>
      <div className={styles.legend}>
        <Legend />
      </div>
      <LaneNames lanes={lanes} axisTop={axisTop} linePx={linePx} scale={scale} setScale={setScale} />
      <div className={styles.plot} ref={plot} style={{ minHeight: leastOf(size.linePx - 1) }}>
        {lanes.map((lane) => (
          <div
            key={lane.name}
            className={styles.lane}
            data-lane={lane.name}
            style={{ top: lane.top, height: lane.height }}
          />
        ))}
        <PictureText canvas={canvas} className={styles.canvas ?? ''} />
        <div className={styles.veil} ref={veil} style={{ height: axisTop }} />
        <div className={styles.ahead} ref={ahead} style={{ height: axisTop - 2 }} aria-hidden="true">
          <span className={styles.aheadText}>
            <span className={styles.long}>{WORDS.ahead}</span>
            <span className={styles.short}>{WORDS.aheadShort}</span>
          </span>
        </div>
        <div className={styles.cursor} ref={cursor} style={{ height: axisTop + 3 }} />
        <div className={styles.labels} ref={labels} aria-hidden="true" />
        <TimeSlider painter={painter} axisTop={axisTop} />
        {faulty && <FaultFlags painter={painter} top={axisTop + linePx + 6} width={width} charPx={charPx} />}
      </div>
      <LaneValues lanes={lanes} painter={painter} />
    </div>
  );
}

function hasFaults(lab: MoveLab | null): boolean {
  if (lab === null) return false;
  const { faults, link } = lab.spec;
  return link.outages.length > 0 || faults.destinationDiesAtMs !== null || faults.sourceDiesAtMs !== null;
}

function bottomOf(lanes: readonly MoveLane[]): number {
  const last = lanes.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

type Maybe<T> = { [K in keyof T]: T[K] | null };
function allThere<T extends object>(parts: Maybe<T>): parts is T {
  return Object.values(parts).every((part) => part !== null);
}
