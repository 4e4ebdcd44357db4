/** Rows as the worker would send them, by hand. */
import type { GainRow, TwinFigures, TwinRow } from '../../../src/protocol/migration/requests.ts';

export function figures(totalTimeMs: number, part: Partial<TwinFigures> = {}): TwinFigures {
  return { completed: true, totalTimeMs, downtimeMs: 20, bytesSent: 268e6, liveRounds: 3, ...part };
}

/** A run whose twin is `error` off in total time, and whose textbook is `book` off. */
export function twinRow(
  name: string,
  error: number,
  book: number | null,
  part: Partial<TwinRow> = {},
): TwinRow {
  return {
    name,
    repeat: 0,
    mode: 'precopy',
    measured: figures(4000),
    twin: figures(4000 * (1 + error)),
    textbook: book === null ? null : figures(4000 * (1 + book)),
    ...part,
  };
}

/** A predictor's row: bytes, time and downtime as multiples of 100 MB, 1 s and 10 ms. */
export function gainRow(workload: string, predictor: string, bytes: number, downtime = 1): GainRow {
  return {
    workload,
    predictor,
    completed: true,
    bytesSent: bytes * 100e6,
    totalTimeMs: bytes * 1000,
    downtimeMs: downtime * 10,
    heldPages: predictor === 'none' ? 0 : 256,
    score: { predicted: 256, written: 512, hits: 128, precision: 0.5, recall: 0.25 },
  };
}
