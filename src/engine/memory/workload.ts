/**
 * How a VM refers to its memory. A workload is state (positions) plus a frozen layout; `next` leaves one reference in
 * its fields, so that the hot loop allocates nothing.
 *
 * The page trees are per address space: `key` is the page's number inside its process, `page` the physical page.
 */
import type { RandomStream } from '../../base/random.ts';
import type { Pages } from '../../base/units.ts';

export interface Workload {
  readonly kind: string;
  /** address spaces, one page tree each */
  readonly processes: number;

  /** the last reference */
  process: number;
  key: number;
  page: number;
  write: boolean;
  /** moves on to the next reference */
  next(random: RandomStream): void;

  /** physical page of a process's page */
  pageOf(process: number, key: number): number;
  /** process that uses a physical page, −1 = none, and that page's key there */
  processOf(page: number): number;
  keyOf(page: number): number;
  /** what the process runs, e.g. "cc1" */
  programOf(process: number): string;
}

/** What a synthetic workload needs to know; traces take their own. */
export interface PatternSpec {
  readonly memoryPages: Pages;
  /** the hot region: pages [hotStart, hotStart + hotPages) */
  readonly hotStart: Pages;
  readonly hotPages: Pages;
  /** a cold region right behind it, hit uniformly by `coldFraction` of the references */
  readonly coldPages: Pages;
  readonly coldFraction: number;
  /** share of the references that write */
  readonly writeShare: number;
  /** zipf */
  readonly exponent: number;
  /** hot-cold: this fraction of the references goes to this share of the hot region's pages */
  readonly hotFraction: number;
  readonly hotShare: number;
  /** phases: references until the hot window moves; matrix: references until memory grows or shrinks; at least 1 */
  readonly phaseReferences: number;
  /** matrix: steps in which memory grows, at least 1 */
  readonly growSteps: number;
}

/** What phases and steps are set to where nothing else is said. */
export const defaultPhases = Object.freeze({ phaseReferences: 40_000, growSteps: 5 });
