import { useEffect, useState } from 'react';
import { activeBranch } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import { tellFailures } from './sentence.ts';

let there = false;

/** Fetches the words for failures when the first one is commanded, and those for several moves at once with them. @returns whether they are there */
export function useFailureWords(): boolean {
  const hurt = useApp((state) => {
    const run = activeBranch(state)?.run;
    const several = (run?.scenario.migration.parallelMigrations ?? 1) > 1;
    return several || (run?.commands.some(({ command }) => command.kind !== 'stop-node') ?? false);
  });
  const [ready, setReady] = useState(there);
  useEffect(() => {
    if (!hurt || there) return;
    import('./failure.ts')
      .then((words) => {
        tellFailures(words);
        there = true;
        setReady(true);
      })
      // Without them the sentence tells of the VM alone, as it does of a run nobody hurt.
      .catch(() => {});
  }, [hurt]);
  return ready;
}
