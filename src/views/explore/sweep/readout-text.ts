/** What a place came to, in words. */
import type { Cell } from '../../../layout/explore/cells.ts';
import { quantityText } from '../../../layout/explore/quantity.ts';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import type { ShownSweep } from '../shown.ts';
import { placeText } from '../situation.ts';
import { outcomeText } from '../words.ts';
import { READOUT } from './words.ts';

/** "Link 64 MB/s: downtime 34 ms, completed." */
export function toldText(shown: ShownSweep, cell: Cell): string {
  const outcome = outcomeOf(cell, shown.cells.seeds);
  const place = placeText(shown, cell);
  if (cell.mean === null) return plainText(READOUT.toldNone, { place, outcome });
  return plainText(READOUT.told, {
    place,
    figure: shown.figure.label,
    mean: quantityText(cell.mean, shown.quantity),
    outcome,
  });
}

/** What all seeds of a place came to; where they differ, what some did. */
export function outcomeOf({ arrived, never, outcome }: Cell, seeds: number): string {
  if (arrived === 0) return READOUT.coming;
  if (outcome !== null) return outcomeText(outcome);
  return plainText(READOUT.some, { count: formatCount(never), seeds: formatCount(seeds) });
}
