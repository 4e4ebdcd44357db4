/** What the lanes say at a moment, in words. */
import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import { formatCount, formatMB, formatNumber, formatPercent } from '../../../base/format.ts';
import type { Millis } from '../../../base/units.ts';
import { roundBars } from '../../../layout/migration/lane-rounds.ts';
import { guestSpeed, levelAt, rateOver, rateSpan } from '../../../layout/migration/lane-track.ts';
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import { format } from '../../../protocol/texts.ts';
import { isOver, phaseAt, trackFor } from './move-data.ts';
import { WORDS } from './words.ts';

export interface Reading {
  readonly round: string;
  readonly sent: string;
  readonly ofList: string;
  readonly left: string;
  readonly wireShare: string;
  readonly wireRate: string;
  readonly guest: string;
  readonly faults: string;
  readonly cores: string;
  readonly saved: string;
}

const PHASE_WORDS: Readonly<Record<number, string>> = {
  [MOVE_PHASE.suspended]: WORDS.readPaused,
  [MOVE_PHASE.postCopy]: WORDS.readPost,
  [MOVE_PHASE.completed]: WORDS.readCompleted,
  [MOVE_PHASE.aborted]: WORDS.readAborted,
  [MOVE_PHASE.lost]: WORDS.readLost,
};

/** bytes a second from which a tenth of a MB/s says nothing any more */
const WHOLE_FROM = 1e9;

/** A migration that is over moves nothing any more. */
const NOTHING = WORDS.readNone;

/** @param pixelMs rates are taken as the curves take them */
export function readingAt(side: MoveSide, atMs: Millis, pixelMs: Millis): Reading {
  const track = trackFor(side);
  const ms = Math.min(atMs, side.endMs);
  const phase = phaseAt(track, ms);
  const cutOff = phase === MOVE_PHASE.aborted && side.result.outcome === 'aborted';
  const over = isOver(phase);
  const bar = roundBars(side, track, ms).at(-1);
  const { bandwidthBytesPerSecond } = side.spec.link;
  const span = rateSpan(pixelMs, side.spec);
  // Bytes count when their page has left, so that a short span may hold a little more than it carried.
  const rate = Math.min(rateOver(track, MOVE.bytesSent, ms - span, ms) * 1000, bandwidthBytesPerSecond);
  const cores = rateOver(track, MOVE.cpuMs, ms - span, ms);
  // Only waiting for pages is told over a span; all else is so at once.
  const fromMs = phase === MOVE_PHASE.postCopy ? Math.max(side.resumedMs ?? 0, ms - pixelMs) : atMs;
  const speed = guestSpeed(track, fromMs, atMs);
  const faults = levelAt(track, MOVE.faults, ms);
  return {
    round:
      (cutOff ? WORDS.readCutOff : PHASE_WORDS[phase]) ?? format(WORDS.readLive, { round: bar?.number ?? 1 }),
    sent: bar === undefined || over ? NOTHING : formatCount(bar.sent),
    ofList: bar === undefined || over ? '' : format(WORDS.readOf, { list: Math.round(bar.list) }),
    left: formatMB(levelAt(track, MOVE.remainingBytes, ms), 1),
    wireShare: over ? NOTHING : formatPercent((100 * rate) / bandwidthBytesPerSecond),
    wireRate: over
      ? ''
      : format(WORDS.readRate, { rate: formatNumber(rate / 1e6, rate >= WHOLE_FROM ? 0 : 1) }),
    guest: Number.isNaN(speed) ? WORDS.readLost : formatPercent(100 * speed),
    faults: faults > 0 ? format(WORDS.readFaults, { faults }) : '',
    cores: over ? NOTHING : format(WORDS.readCores, { cores: formatNumber(cores, 2) }),
    saved: formatMB(levelAt(track, MOVE.bytesSaved, ms), 1),
  };
}
