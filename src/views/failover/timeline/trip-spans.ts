/** The spans whose mean round trip the paper gives, as far as they were reached (definitions: docs of the model). */
import { MICROS_PER_MILLI, MICROS_PER_SECOND, type Micros } from '../../../base/units.ts';
import type { Table } from '../../../layout/decimate.ts';
import { type PingMean, pingMean } from '../../../layout/ping-mean.ts';
import {
  PAPER_AFTER_MS,
  PAPER_BEFORE_MS,
  PAPER_DURING_MS,
  PAPER_RECOVERED_MS,
} from '../../shared/paper-values.ts';
import type { Story } from './story.ts';

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
  offer('before', 0, story.firstTurnUs ?? reachedUs, PAPER_BEFORE_MS);
  const move = story.pingedMigration;
  if (move?.startUs == null) return out;
  const streamEnd = move.suspendUs ?? move.endUs ?? reachedUs;
  offer('during', move.startUs, streamEnd, PAPER_DURING_MS[story.scenario.failover]);
  if (move.endUs === null || move.outcome !== 'completed') return out;
  offer('after', move.endUs, move.endUs + AFTER_US, PAPER_AFTER_MS);
  const end = story.scenario.durationMs * MICROS_PER_MILLI;
  if (reachedUs >= end && end - RECOVERED_PINGS_US > move.endUs + AFTER_US) {
    offer('recovered', end - RECOVERED_PINGS_US, end, PAPER_RECOVERED_MS);
  }
  return out;
}
