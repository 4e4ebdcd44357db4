/** The inks of a map: from the least mean to the largest, by factors where the values are spread by factors. */
import type { Cells } from './cells.ts';
import { extent, spreadByFactors } from './scale.ts';

export const PALEST = 0.05;
export const DARKEST = 0.94;

/** Where the figure lies between its least and its largest mean, 0–1. */
export interface Ramp {
  readonly least: number;
  readonly most: number;
  readonly log: boolean;
  share(value: number): number;
}

export function rampOf(cells: Cells): Ramp {
  const means: number[] = [];
  for (const { mean } of cells.cells) if (mean !== null) means.push(mean);
  const { least, most } = extent(means) ?? { least: 0, most: 1 };
  const log = spreadByFactors(means);
  const place = (value: number) =>
    log ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
  const share = (value: number) =>
    PALEST + (DARKEST - PALEST) * (most > least ? Math.max(0, Math.min(1, place(value))) : 0.5);
  return { least, most, log, share };
}
