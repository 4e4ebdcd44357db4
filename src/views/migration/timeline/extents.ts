/** Tops of the scales that nothing foretells: they follow what was shown so far, in round steps, and only grow. */
import { MOVE, MOVE_WIDTH } from '../../../base/columns.ts';
import type { Millis } from '../../../base/units.ts';
import { roundTop } from '../../../layout/migration/lane-scales.ts';
import { rateOver, rowBefore } from '../../../layout/migration/lane-track.ts';
import type { OpenedMove } from '../../../protocol/migration/requests.ts';
import { trackFor } from './move-data.ts';

export interface Tops {
  readonly cores: number;
  readonly savedBytes: number;
}

const LEAST_CORES = 0.2;
const LEAST_SAVED = 1e6;
/** A rate is taken over at least so long, for a single page is no load. */
const LOAD_MS: Millis = 10;

export class Extents {
  private key = '';
  private rows: number[] = [];
  private cores = 0;
  private saved = 0;

  /** Looks only at what is new. */
  tops(opened: OpenedMove, reachedMs: Millis): Tops {
    if (this.key !== opened.moveKey) {
      this.key = opened.moveKey;
      this.rows = opened.sides.map(() => 0);
      this.cores = 0;
      this.saved = 0;
    }
    opened.sides.forEach((side, i) => {
      const track = trackFor(side);
      const end = rowBefore(track, reachedMs) + 1;
      const span = Math.max(LOAD_MS, side.spec.strategy.windowMs);
      let row = this.rows[i] ?? 0;
      for (; row < end; row += 1) {
        const at = row * MOVE_WIDTH;
        const ms = track.table[at] as number;
        if (ms >= span) this.cores = Math.max(this.cores, rateOver(track, MOVE.cpuMs, ms - span, ms));
        this.saved = Math.max(this.saved, track.table[at + MOVE.bytesSaved] as number);
      }
      this.rows[i] = row;
    });
    return { cores: roundTop(this.cores, LEAST_CORES), savedBytes: roundTop(this.saved, LEAST_SAVED) };
  }
}
