/** What a log tells of its migration beside its simulation, as a row like those of the measured runs. */
import type { LogReading, MoveSide, TwinFigures, TwinRow } from '../../../protocol/migration/requests.ts';

/** @returns null where the log holds no figures, or nothing was simulated */
export function twinOfLog({ measured, twin }: LogReading): TwinRow | null {
  if (measured === null || twin === null) return null;
  return { name: '', repeat: 0, mode: 'precopy', measured, twin: figuresOf(twin), textbook: null };
}

/** The last round of a completed migration is the copy with the VM paused, or what followed it to the destination. */
function figuresOf({ result }: MoveSide): TwinFigures {
  const completed = result.outcome === 'completed';
  const live = result.rounds.length - (completed ? 1 : 0);
  return {
    completed,
    totalTimeMs: result.totalTimeMs,
    downtimeMs: completed ? result.downtimeMs : null,
    bytesSent: result.bytesSent,
    liveRounds: Math.max(0, live),
  };
}
