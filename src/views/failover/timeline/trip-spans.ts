/** The spans whose mean round trip the paper gives, as far as they were reached (definitions: docs of the model). */
import { MICROS_PER_MILLI, MICROS_PER_SECOND, type Micros } from '../../../base/units.ts';
import type { Table } from '../../../layout/decimate.ts';
import { type PingMean, pingMean } from '../../../layout/ping-mean.ts';
import type { BranchRecord } from '../../../store/types.ts';
import {
  PAPER_AFTER_MS,
  PAPER_BEFORE_MS,
  PAPER_DURING_MS,
  PAPER_RECOVERED_MS,
} from '../../shared/paper-values.ts';
import { type Story, storyOf } from './story.ts';

export interface TripSpan extends PingMean {
  readonly name: 'before' | 'during' | 'after' | 'recovered';
  readonly fromUs: Micros;
  readonly toUs: Micros;
  readonly paperMs: number | null;
}

const AFTER_US = 100 * MICROS_PER_MILLI;
const RECOVERED_PINGS_US = MICROS_PER_SECOND;
/** A mean over fewer says nothing. */
const ENOUGH = 5;

export function tripSpans(story: Story, pings: Table, reachedUs: Micros): TripSpan[] {
  const out: TripSpan[] = [];
  const offer = (name: TripSpan['name'], fromUs: Micros, endUs: Micros, paperMs: number | null) => {
    const toUs = Math.min(endUs, reachedUs);
    if (toUs <= fromUs) return;
    const mean = pingMean(pings, fromUs, toUs);
    if (mean.answered >= ENOUGH) out.push({ name, fromUs, toUs, paperMs, ...mean });
  };
  /** A short span is told of when it is over. */
  const offerWhole = (name: TripSpan['name'], fromUs: Micros, endUs: Micros, paperMs: number | null) => {
    if (reachedUs >= endUs) offer(name, fromUs, endUs, paperMs);
  };
  offer('before', 0, story.firstTurnUs ?? reachedUs, PAPER_BEFORE_MS);
  const move = story.pingedMigration;
  if (move?.startUs == null) return out;
  const streamEnd = move.suspendUs ?? move.endUs ?? reachedUs;
  offer('during', move.startUs, streamEnd, PAPER_DURING_MS[story.scenario.failover]);
  if (move.endUs === null || move.outcome !== 'completed') return out;
  offerWhole('after', move.endUs, move.endUs + AFTER_US, PAPER_AFTER_MS);
  const end = story.scenario.durationMs * MICROS_PER_MILLI;
  const begin = end - RECOVERED_PINGS_US;
  if (begin > move.endUs + AFTER_US) offerWhole('recovered', begin, end, PAPER_RECOVERED_MS);
  return out;
}

const EVERY_MS = 250;

interface Means {
  readonly means: readonly TripSpan[];
  readonly ghostMeans: readonly TripSpan[];
}

/** While it plays a mean is a number for people: a few times a second is enough. */
export class TripMeans {
  private last: (Means & { at: number; look: string }) | null = null;

  of(
    branch: BranchRecord,
    ghost: BranchRecord | null,
    reachedUs: Micros,
    playing: boolean,
    now: number,
  ): Means {
    const story = storyOf(branch);
    const look = [branch.key, ghost?.key, story.history?.revision].join('|');
    const { last } = this;
    if (playing && last !== null && last.look === look && now - last.at < EVERY_MS) return last;
    this.last = {
      at: now,
      look,
      means: tripSpans(story, branch.series.pings, reachedUs),
      ghostMeans:
        ghost === null
          ? []
          : tripSpans(storyOf(ghost), ghost.series.pings, Math.min(reachedUs, ghost.reachedUs)),
    };
    return this.last;
  }
}
