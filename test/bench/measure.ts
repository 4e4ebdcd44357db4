/** Times and tables for the benchmarks. Contestants take turns, so that a noisy neighbour disturbs all alike. */

interface Row {
  readonly what: string;
  /** the figure as printed, e.g. "4.21 M/s" */
  readonly figure: string;
  /** times the baseline of the same table; the baseline itself is 1 */
  readonly ratio: number;
  /** further figures, by column */
  readonly more?: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly baseline: string;
  readonly columns?: readonly string[];
  readonly rows: readonly Row[];
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Seconds each piece of work takes, the median of `rounds` turns after one to warm up. */
export function inTurns(works: Readonly<Record<string, () => void>>, rounds: number): Map<string, number> {
  const taken = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const seconds = secondsOf(work);
      if (round >= 0) taken.get(name)?.push(seconds);
    }
  }
  return new Map([...taken].map(([name, seconds]) => [name, median(seconds)]));
}

export const millions = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M/s`;
export const millis = (ms: number): string => `${ms.toFixed(ms < 10 ? 3 : 1)} ms`;

export const times = (ratio: number): string => `${ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2)}×`;

export function formatTable({ title, baseline, columns = [], rows }: Table): string {
  const cells = rows.map(({ what, figure, more = [], ratio }) => [what, figure, ...more, times(ratio)]);
  const table = [[title, '', ...columns, `× ${baseline}`], ...cells];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  const lines = table.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
  return lines.join('\n');
}
