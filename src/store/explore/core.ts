/** What the parts of the Explore workspace's store share beside the state itself. One object, made with the store. */
import type { StoreApi } from 'zustand/vanilla';
import type { SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import type { ExploreEnvironment } from './environment.ts';
import type { Pool } from './pool.ts';
import type { Shelf } from './shelf.ts';
import type { ExploreState } from './types.ts';

export interface ExploreCore {
  readonly store: StoreApi<ExploreState>;
  env: ExploreEnvironment | null;
  pool: Pool | null;
  /** tells the address bar that what is on screen has changed */
  addressChanged: (how: 'push' | 'replace') => void;
  /** grows with every sweep asked for: one that was overtaken while it was looked at does not come any more */
  wish: number;
  /** sweeps that were on screen, with what they came to */
  readonly shelf: Shelf;
  /**
   * Brings a sweep on screen, with lines if there are any. Resolves to one sentence when it cannot be (nothing is
   * changed then), else to null.
   */
  show: (
    spec: SweepSpec,
    how: 'push' | 'replace',
    lines: readonly SweepLine[] | null,
  ) => Promise<string | null>;
}

/** A slice of the store: its actions. */
export type Slice<Actions extends keyof ExploreState['actions']> = (
  core: ExploreCore,
) => Pick<ExploreState['actions'], Actions>;
