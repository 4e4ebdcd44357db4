/** The largest values met as far as a run was shown: they decide the scales, which so only grow. */
import type { Micros } from '../../../base/units.ts';
import { firstRowAt } from '../../../layout/decimate.ts';
import { niceStep } from '../../../layout/time-ticks.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import type { AppState, BranchRecord } from '../../../store/types.ts';
import type { Scales } from './scales.ts';
import type { Story } from './story.ts';

const NOTHING = { key: '', pings: 0, progress: 0, trip: 0, writes: 0 };

export class Extents {
  private seen = { ...NOTHING };

  get tripMaxMs(): number {
    return this.seen.trip;
  }

  /** Looks only at what is new. */
  update(branch: BranchRecord, reachedUs: Micros): void {
    const { pings, progress } = branch.series;
    if (this.seen.key !== branch.key || pings.rows < this.seen.pings)
      this.seen = { ...NOTHING, key: branch.key };
    const { seen } = this;
    const pingEnd = firstRowAt(pings, reachedUs + 1);
    for (; seen.pings < pingEnd; seen.pings += 1) {
      const rtt = pings.data[seen.pings * pings.width + 1] ?? Number.NaN;
      if (rtt > seen.trip) seen.trip = rtt;
    }
    const end = firstRowAt(progress, reachedUs + 1);
    for (; seen.progress < end; seen.progress += 1) {
      const writes = (progress.data[seen.progress * progress.width + 2] ?? 0) * 100;
      if (writes > seen.writes) seen.writes = writes;
    }
  }

  scales(state: AppState, story: Story): Scales {
    const total = state.frame?.scalars[SCALAR.pagesTotal] ?? Number.NaN;
    return {
      writesTop: niceStep(Math.max(100, this.seen.writes)),
      tripMaxMs: this.seen.trip,
      pagesTotal: story.history?.migrations[0]?.totalPages ?? (total > 0 ? total : 65_536),
    };
  }
}
