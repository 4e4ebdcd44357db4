/**
 * A chart with its title, the numbers of the point under pointer or focus in a fixed place, and the same as a table.
 * By keyboard the points are gone through like the values of a slider.
 */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { nearestPlace } from '../../../layout/migration/curve-axis.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './ChartCard.module.css';
import { type ChartBox, chartBox } from './chart-box.ts';
import { type ChartTable, DataTable } from './DataTable.tsx';
import { WORDS } from './words.ts';

interface Properties {
  area: string;
  title: string;
  readout: string;
  /** px of each point that can be picked, left to right */
  places: (box: ChartBox) => readonly number[];
  picked: number | null;
  pick: (point: number | null) => void;
  table: ChartTable;
  /** a switch beside the title */
  aside?: ReactNode;
  children: (box: ChartBox) => ReactNode;
}

export function ChartCard({
  area,
  title,
  readout,
  places,
  picked,
  pick,
  table,
  aside,
  children,
}: Properties) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className={styles.card} style={{ gridArea: area }} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
        <SmallButton
          onClick={() => setAsTable(!asTable)}
          aria-label={plainText(asTable ? WORDS.chartOf : WORDS.tableOf, { title })}
        >
          {asTable ? WORDS.chart : WORDS.table}
        </SmallButton>
      </header>
      <p className={styles.readout}>{readout}</p>
      {asTable ? (
        <DataTable title={title} table={table} />
      ) : (
        <Plot title={title} readout={readout} places={places} picked={picked} pick={pick}>
          {children}
        </Plot>
      )}
    </section>
  );
}

type PlotProperties = Pick<Properties, 'title' | 'readout' | 'places' | 'picked' | 'pick' | 'children'>;

function Plot({ title, readout, places, picked, pick, children }: PlotProperties) {
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const plot = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, plot);
  const box = chartBox(width, height);
  const points = places(box);
  const last = points.length - 1;

  const move = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const nearest = nearestPlace(points, event.clientX - left);
    if (nearest >= 0) pick(nearest);
  };
  const press = (event: KeyboardEvent) => {
    const next = keyed(event.key, picked, last);
    if (next === undefined || last < 0) return;
    // The arrows belong to the chart while it has the focus.
    event.preventDefault();
    pick(next);
  };
  return (
    <div
      ref={ref}
      className={styles.plot}
      role="slider"
      tabIndex={0}
      aria-label={title}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={picked ?? 0}
      aria-valuetext={readout}
      onPointerMove={move}
      onPointerDown={move}
      onPointerLeave={({ pointerType }) => {
        // A finger that is lifted has left, too, but wants to read what it found.
        if (pointerType === 'mouse' && document.activeElement !== plot.current) pick(null);
      }}
      onBlur={() => pick(null)}
      onKeyDown={press}
    >
      <svg className={styles.drawing} width={box.width} height={box.height} aria-hidden="true">
        {children(box)}
      </svg>
    </div>
  );
}

/** Where a key leads; undefined = it is none of the chart's. */
function keyed(key: string, picked: number | null, last: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return picked === null ? 0 : Math.min(last, picked + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return picked === null ? last : Math.max(0, picked - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return picked === null ? undefined : null;
    default:
      return undefined;
  }
}
