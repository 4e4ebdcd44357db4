/** An action that may refuse says why in the workspace's notice. */
import { migrationStore } from '../../../store/migration/store.ts';

export function report(work: Promise<string | null>): void {
  const { tell } = migrationStore.getState().actions;
  work.then(tell, (reason: unknown) => tell(String(reason)));
}
