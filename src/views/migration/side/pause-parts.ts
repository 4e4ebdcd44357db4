/** What fills a pause, in the order in which it goes by. */
import { MOVE } from '../../../base/columns.ts';
import type { Millis } from '../../../base/units.ts';
import { rowBefore } from '../../../layout/migration/lane-track.ts';
import { MOVE_WIDTH } from '../../../protocol/migration/moment.ts';
import { type ShownSide, switchesOver } from '../shown.ts';

type PartName = 'pages' | 'acknowledge' | 'switch' | 'message';

export interface Pause {
  readonly fromMs: Millis;
  readonly ms: Millis;
  /** it is over, as far as was seen */
  readonly over: boolean;
  readonly parts: readonly { readonly name: PartName; readonly ms: Millis }[];
  /** of it the link was down */
  readonly downMs: Millis;
}

/** null before it began */
export function pauseOf(shown: ShownSide): Pause | null {
  const { side, atMs } = shown;
  const { suspendedMs, resumedMs, endMs, spec } = side;
  if (suspendedMs === null || atMs < suspendedMs) return null;
  const end = resumedMs ?? endMs;
  const toMs = Math.min(end, atMs);
  const ms = toMs - suspendedMs;
  const first = switchesOver(shown)
    ? Math.min(ms, spec.strategy.switchMs)
    : Math.min(ms, lastPageMs(shown, toMs) - suspendedMs);
  const names: readonly [PartName, PartName] = switchesOver(shown)
    ? ['switch', 'message']
    : ['pages', 'acknowledge'];
  const downMs = spec.link.outages.reduce(
    (sum, outage) => sum + Math.max(0, Math.min(toMs, outage.toMs) - Math.max(suspendedMs, outage.fromMs)),
    0,
  );
  const parts = [
    { name: names[0], ms: first },
    { name: names[1], ms: ms - first },
  ];
  return { fromMs: suspendedMs, ms, over: end <= atMs, parts: parts.filter((part) => part.ms > 0), downMs };
}

/** When the last page had left; `untilMs` while some are left. */
function lastPageMs({ side, track }: ShownSide, untilMs: Millis): Millis {
  const from = Math.max(0, rowBefore(track, side.suspendedMs ?? 0));
  for (let row = from; row < track.rows; row += 1) {
    const ms = track.table[row * MOVE_WIDTH] ?? 0;
    if (ms > untilMs) break;
    if (track.table[row * MOVE_WIDTH + MOVE.remainingPages] === 0) return Math.max(ms, side.suspendedMs ?? 0);
  }
  return untilMs;
}
