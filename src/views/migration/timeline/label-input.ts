/** What the makers of labels are given, and what they share. */
import type { Millis } from '../../../base/units.ts';
import type { MoveLane, MoveLaneName } from '../../../layout/migration/lane-stack.ts';
import type { MoveAxis } from '../../../layout/migration/time-axis.ts';
import type { LeftScale } from './paint/curves.ts';
import type { DrawnSide } from './paint/scope.ts';
import type { Note } from './rise-notes.ts';

export interface LabelInput {
  readonly sides: readonly DrawnSide[];
  readonly axis: MoveAxis;
  readonly reachedMs: Millis;
  readonly scale: LeftScale;
  /** what is said of the curve of what is left */
  readonly notes: readonly Note[];
  readonly lanes: readonly MoveLane[];
  readonly axisTop: number;
  readonly charPx: number;
  readonly linePx: number;
  readonly styles: Readonly<Record<string, string>>;
}

export const laneOf = ({ lanes }: LabelInput, name: MoveLaneName): MoveLane | null =>
  lanes.find((lane) => lane.name === name) ?? null;

/** Width of a text, about; digits are wider than the mean of letters. */
export const textPx = (text: string, charPx: number): number => text.length * charPx;

/** The first text that fits. */
export function fitting(texts: readonly string[], px: number, charPx: number): string {
  return texts.find((text) => textPx(text, charPx) + 6 <= px) ?? '';
}
