/** Rows of the comparison made by hand. */

import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import { type ComparedRow, comparedRow } from '../../../src/layout/migration/compare-columns.ts';
import type { SoloResult } from '../../../src/protocol/migration/model.ts';
import type { CompareRow } from '../../../src/protocol/migration/requests.ts';

export const MEMORY_BYTES = 1_000_000;

export function resultOf(part: Partial<SoloResult> = {}): SoloResult {
  return {
    outcome: 'completed',
    totalTimeMs: 1000,
    downtimeMs: 50,
    bytesSent: 1_500_000,
    pagesSent: 366,
    rounds: [],
    strategy: 'pre-copy',
    stopReason: null,
    heldPages: 0,
    heldPagesWritten: 0,
    pageWrites: 0,
    cpuMs: 0,
    postCopy: null,
    xbzrle: null,
    lost: null,
    ...part,
  };
}

/** `line`: triples of ms, remaining bytes and the guest's state */
export function rowOf(label: string, result: SoloResult | null, line: readonly number[] = []): CompareRow {
  return {
    label,
    strategy: defaultSolo.strategy,
    result,
    line: Float64Array.from(line),
    rows: line.length / 3,
    problem: result === null ? 'It cannot be.' : null,
  };
}

export function comparedOf(results: readonly (SoloResult | null)[]): ComparedRow[] {
  return results.map((result, i) => comparedRow(rowOf(String.fromCharCode(97 + i), result), i, MEMORY_BYTES));
}
