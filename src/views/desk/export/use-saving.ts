/** Making a file may take a while and may fail: one at a time, and one sentence if it cannot be. */
import { useEffect, useRef, useState } from 'react';
import { plainText } from '../../shared/template.ts';
import { WORDS } from './words.ts';

export interface Saving {
  readonly busy: boolean;
  readonly problem: string | null;
  run(work: () => Promise<void>): void;
}

export function useSaving(): Saving {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return {
    busy,
    problem,
    run: (work) => {
      setBusy(true);
      setProblem(null);
      work()
        .catch((reason: unknown) => {
          if (here.current) setProblem(failureText(reason));
        })
        .finally(() => {
          if (here.current) setBusy(false);
        });
    },
  };
}

export function failureText(reason: unknown): string {
  return plainText(WORDS.failed, { reason: reason instanceof Error ? reason.message : String(reason) });
}
