import { record, type TreeCommand } from '../trees/recorder.ts';
import type { Tree } from '../trees/tree.ts';
import type { Job, JobProgress } from './job.ts';
import { accountingOf, charge } from './ledger.ts';
import { type Frequencies, type LedgerWeights, Potential } from './potential.ts';

/** Columns of a row, those of LEDGER in the protocol: operations │ Σ cost │ Σ amortised │ the theorem's curve │ Φ */
const WIDTH = 5;
const MOST_SAMPLES = 512;

export interface LedgerRun {
  /**
   * Rows of: operations done, Σ cost, Σ amortised, the bound on Σ cost, Φ now. Row 0 is the start.
   *
   * The bound is Σ (3(r(root) − r(x)) + 1) + Φ₀ − Φ now, plus what linking and unlinking put into Φ, since no rotation
   * had to pay for it; NaN where no bound is proved.
   */
  readonly columns: Float64Array;
  readonly rows: number;
  readonly proved: boolean;
}

/** Work between two looks at the clock, in steps: about two milliseconds. */
const STEPS_PER_SLICE = 8000;

/**
 * The ledger of a whole run in samples, evenly spread.
 * @param start is copied
 * @param count how many commands there are
 * @param samples rows wanted; at most 512 come
 * @param frequencies needed for the weights `stream`
 * @throws Error with one sentence if there can be no such weights
 */
export function* ledgerRun(
  start: Tree,
  commands: Iterable<TreeCommand>,
  count: number,
  weights: LedgerWeights,
  samples = MOST_SAMPLES,
  frequencies?: Frequencies,
): Job<JobProgress, LedgerRun> {
  const accounting = accountingOf(start.kind);
  const tree = start.clone();
  const potential = new Potential(start, weights, frequencies);
  const rows = Math.min(Math.max(2, Math.min(samples, MOST_SAMPLES)), count + 1);
  const columns = new Float64Array(rows * WIDTH);
  const phi0 = potential.phi;
  let cost = 0;
  let amortised = 0;
  let granted = 0; // Σ bound + Σ structural
  let done = 0;
  let row = 0;
  let steps = 0;
  const sample = (): void => {
    const bound = accounting.hasLemma ? granted + phi0 - potential.phi : Number.NaN;
    columns.set([done, cost, amortised, bound, potential.phi], row * WIDTH);
    row += 1;
  };
  sample();
  for (const command of commands) {
    if (done === count) break;
    const recorded = record(tree, command);
    const entry = charge(potential, recorded, accounting);
    cost += entry.cost;
    amortised += entry.amortised;
    granted += (entry.bound ?? 0) + entry.structural;
    done += 1;
    if (done === Math.round((row * count) / (rows - 1))) sample();
    steps += recorded.length;
    if (steps < STEPS_PER_SLICE) continue;
    steps = 0;
    yield { done, of: count };
  }
  return { columns: columns.subarray(0, row * WIDTH), rows: row, proved: accounting.hasLemma };
}
