/** What the makers of labels are given, and what they share. */
import type { Micros } from '../../../../base/units.ts';
import type { PaceSpan, TimeAxis } from '../../../../layout/human-time.ts';
import type { Lane, LaneName } from '../../../../layout/lanes.ts';
import type { Scales } from '../scales.ts';
import type { Story } from '../story.ts';
import type { TripSpan } from '../trip-spans.ts';

export interface LabelInput {
  readonly story: Story;
  readonly axis: TimeAxis;
  readonly reachedUs: Micros;
  /** when the run will be over, or null while nobody knows */
  readonly endUs: Micros | null;
  readonly width: number;
  readonly lane: (name: LaneName) => Lane | null;
  readonly axisTop: number;
  readonly charPx: number;
  readonly linePx: number;
  readonly phaseRowPx: number;
  readonly phaseRows: number;
  readonly human: boolean;
  /** tell how much each piece is stretched */
  readonly paces: boolean;
  readonly spans: readonly PaceSpan[];
  readonly means: readonly TripSpan[];
  readonly ghostMeans: readonly TripSpan[];
  readonly ghost: { readonly label: string; readonly story: Story } | null;
  readonly scales: Scales;
  readonly stopBelow: number;
  /** exact width of a text of the row of means */
  readonly measure: (text: string) => number;
  readonly styles: Readonly<Record<string, string>>;
}

/** Width of a text, about; a little more than it will be. */
export function textPx(text: string, charPx: number): number {
  return text.length * charPx * 0.94;
}

/** The first text that fits, or ''. */
export function fitting(texts: readonly string[], px: number, charPx: number, padding = 7): string {
  return texts.find((text) => textPx(text, charPx) + padding <= px) ?? '';
}
