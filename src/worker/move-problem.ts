/** Whether a single migration can be run and shown. */
import { soloProblem } from '../engine/simulation/solo-check.ts';
import type { SoloSpec } from '../engine/simulation/solo-spec.ts';

/** What a page can show and a browser can hold. */
const MOST_PAGES = 4_194_304;

/** One sentence where a migration cannot be shown. */
export function problemOf(spec: SoloSpec): string | null {
  const problem = soloProblem(spec);
  if (problem !== null) return problem;
  const { memoryMiB, pageBytes } = spec.vm;
  const pages = (memoryMiB * 1_048_576) / pageBytes;
  if (pages <= MOST_PAGES) return null;
  const most = (MOST_PAGES * pageBytes) / 1_048_576;
  return `vm.memoryMiB is ${memoryMiB}; with pages of ${pageBytes} B at most ${most} MiB can be shown.`;
}
