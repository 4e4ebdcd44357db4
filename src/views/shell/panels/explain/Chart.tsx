/** The frame every chart of the panel stands in: as wide as its place, text as large as the page's. */
import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useApp } from '../../../../store/store.ts';
import marks from './marks.module.css';

export interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** height of a line of text */
  readonly line: number;
}

interface Properties {
  label: string;
  height: number;
  /** the axis below has a name, under its numbers */
  named?: boolean;
  children: (box: Box) => ReactNode;
}

/** Before it was measured, and where nothing measures. */
const USUAL_WIDTH = 640;

export function Chart({ label, height, named = false, children }: Properties) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const present = useApp((state) => state.present);
  const width = measured > 0 ? measured : USUAL_WIDTH;
  const line = present ? 24 : 15;
  const below = named ? 2 * line + 10 : line + 8;
  const tall = present ? height * 1.35 : height;
  const box: Box = {
    width,
    height: tall,
    left: present ? 78 : 46,
    right: width - 12,
    top: line + 8,
    bottom: tall - below,
    line,
  };
  return (
    <div ref={ref} className={marks.chart}>
      <svg width={width} height={tall} role="img" aria-label={label}>
        {children(box)}
      </svg>
    </div>
  );
}

interface AxisProperties {
  box: Box;
  ticks: readonly number[];
  at: (value: number) => number;
  text: (value: number) => string;
  name?: string;
}

export function AxisBelow({ box, ticks, at, text, name }: AxisProperties) {
  return (
    <g>
      <path className={marks.base} d={`M${box.left} ${box.bottom}H${box.right}`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={marks.base} d={`M${at(tick)} ${box.bottom}v4`} />
          <text x={at(tick)} y={box.bottom + box.line} textAnchor="middle" className={marks.tick}>
            {text(tick)}
          </text>
        </g>
      ))}
      {name && (
        <text x={box.right} y={box.bottom + 2 * box.line + 1} textAnchor="end" className={marks.tick}>
          {name}
        </text>
      )}
    </g>
  );
}

export function AxisLeft({ box, ticks, at, text }: AxisProperties) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={marks.grid} d={`M${box.left} ${at(tick)}H${box.right}`} />
          <text x={box.left - 6} y={at(tick)} dy="0.35em" textAnchor="end" className={marks.tick}>
            {text(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
