/** What the parts of the Evidence page's store share beside the state itself. One object, made with the store. */
import type { StoreApi } from 'zustand/vanilla';
import type { MigrationRequests } from '../../protocol/migration/requests.ts';
import type { WorkerClient } from '../../worker/client.ts';
import type { EvidenceEnvironment } from './environment.ts';
import type { EvidenceState } from './types.ts';

export interface EvidenceCore {
  readonly store: StoreApi<EvidenceState>;
  env: EvidenceEnvironment | null;
  client: WorkerClient<MigrationRequests> | null;
  /** when the worker died, ms */
  readonly deathsMs: number[];
  /** tells the address bar that what is on screen has changed */
  addressChanged: (how: 'push' | 'replace') => void;
  /** called when the worker has ended: what was under way begins again, or is given up for good */
  readonly onDeath: ((again: boolean) => void)[];
}

/** A slice of the store: its actions. */
export type Slice<Actions extends keyof EvidenceState['actions']> = (
  core: EvidenceCore,
) => Pick<EvidenceState['actions'], Actions>;
