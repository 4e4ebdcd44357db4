/** What the parts of the Migration workspace's store share beside the state itself. One object, made with the store. */
import type { StoreApi } from 'zustand/vanilla';
import type { Millis } from '../../base/units.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import type { MigrationRequests } from '../../protocol/migration/requests.ts';
import type { WorkerClient } from '../../worker/client.ts';
import type { MigrationEnvironment } from './environment.ts';
import type { PaceSpan } from './pace.ts';
import type { MigrationState } from './types.ts';

export interface MigrationCore {
  readonly store: StoreApi<MigrationState>;
  env: MigrationEnvironment | null;
  client: WorkerClient<MigrationRequests> | null;
  /** grows with every lab; answers for older ones are dropped */
  generation: number;
  /** the workspace is on screen */
  active: boolean;
  /** a moment is wanted that was not asked for yet, because another one is under way */
  wanted: boolean;
  /** the clock to the last digit, of which `atMs` is told to the microsecond */
  clockMs: Millis;
  /** of the lab on screen */
  pace: readonly PaceSpan[];
  /** labs that `undo` would bring back, the latest last */
  readonly undoLabs: MoveLab[];
  /** when the worker died, ms */
  readonly deathsMs: number[];
  /** workers so far */
  lives: number;
  /** tells the address bar that what is on screen has changed */
  addressChanged: (how: 'push' | 'replace') => void;
  /** a lab being made ready: what is changed meanwhile is changed of it, so that no change is lost */
  opening: { readonly abort: AbortController; readonly lab: MoveLab } | null;
  /** what the address bar held at the beginning */
  firstHash: string;
  /** called when another lab is on screen, with the one before */
  readonly onLab: ((before: MoveLab | null) => void)[];
  /** called when another moment is on screen */
  readonly onMoment: (() => void)[];
  /** called when a new worker stands where the old one died */
  readonly onResumed: (() => void)[];
}

/** The lab on screen, or the one that will be there as soon as it is ready. */
export function currentLab({ opening, store }: MigrationCore): MoveLab | null {
  return opening?.lab ?? store.getState().lab;
}

/** A slice of the store: its actions. It subscribes itself to what it must know of when it is made. */
export type Slice<Actions extends keyof MigrationState['actions']> = (
  core: MigrationCore,
) => Pick<MigrationState['actions'], Actions>;
