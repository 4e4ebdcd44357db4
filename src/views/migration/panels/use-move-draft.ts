import { useState } from 'react';
import type { MoveLab } from '../../../protocol/migration/model.ts';
import { migrationStore, useMigration } from '../../../store/migration/store.ts';
import { withLabels } from './spec-fields.ts';

export interface MoveDraft {
  /** what the fields show: the migration on screen, or what was asked for and is not there (yet) */
  readonly shown: MoveLab | null;
  /** the field whose value cannot be, and one sentence */
  readonly problem: { readonly field: string; readonly text: string } | null;
  /** @param keep the moment stays; else it begins anew */
  change(field: string, next: MoveLab, keep?: boolean): void;
  discard(): void;
}

/** Each change is tried at once. What is refused stays in its field, and what is on screen stays as it is. */
export function useMoveDraft(): MoveDraft {
  const lab = useMigration((state) => state.lab);
  const [draft, setDraft] = useState<MoveLab | null>(null);
  const [problem, setProblem] = useState<MoveDraft['problem']>(null);

  const open = async (field: string, next: MoveLab, keep: boolean) => {
    const { actions, catalogue } = migrationStore.getState();
    const text = await actions.openLab(next, keep);
    if (text === null) setDraft((now) => (now === next ? null : now));
    else setProblem({ field, text: catalogue === null ? text : withLabels(text, catalogue) });
  };
  return {
    shown: draft ?? lab,
    problem,
    change: (field, next, keep = true) => {
      setDraft(next);
      setProblem(null);
      void open(field, next, keep);
    },
    discard: () => {
      setDraft(null);
      setProblem(null);
    },
  };
}
