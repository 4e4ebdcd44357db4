/** Runs that can be explored: this sweep's, those on screen in the other workspaces, kept ones, and the first ones. */
import { useEffect, useMemo, useState } from 'react';
import type { ExploreCatalogue, Subject, SubjectKind } from '../../protocol/explore/requests.ts';
import { useExplore } from '../../store/explore/store.ts';
import { keptStore, useKept } from '../../store/kept/store.ts';
import type { KeptItem } from '../../store/kept/types.ts';
import { appStore } from '../../store/store.ts';
import type { Taken } from '../../store/taken.ts';
import { plainText } from '../shared/template.ts';

export interface SubjectOption {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  /** without its kind, as a run is called */
  readonly name: string;
  readonly subject: Subject;
}

export const WORDS = {
  sweep: 'On screen here',
  sweepName: 'the run this sweep varies',
  screen: 'On screen in its workspace',
  kept: 'Kept',
  first: 'As they open first',
  kinds: { failover: 'Failover', migration: 'Migration', trees: 'Trees' },
  label: '{kind} · {name}',
  sideB: 'side B of: {name}',
  firstNames: { failover: 'the demo', migration: 'the first migration', trees: 'the first lab' },
} as const;

const KINDS = ['failover', 'migration', 'trees'] as const satisfies readonly SubjectKind[];

export function useSubjects(): readonly SubjectOption[] {
  const sweep = useExplore((state) => state.sweep);
  const catalogue = useExplore((state) => state.catalogue);
  const kept = useKept((state) => state.items);
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  useEffect(() => {
    let wanted = true;
    keptStore
      .getState()
      .actions.read()
      .catch(() => {});
    const { take } = appStore.getState().actions;
    // What is not open yet has nothing to take.
    void Promise.all(KINDS.map((kind) => take(kind).catch(() => null))).then((all) => {
      if (wanted) setTaken(all.filter((one) => one !== null));
    });
    return () => {
      wanted = false;
    };
  }, []);
  return useMemo(
    () => subjectOptions(sweep?.subject ?? null, taken, kept, catalogue),
    [sweep, taken, kept, catalogue],
  );
}

function subjectOptions(
  here: Subject | null,
  taken: readonly Taken[],
  kept: readonly KeptItem[],
  catalogue: ExploreCatalogue | null,
): readonly SubjectOption[] {
  const options: SubjectOption[] = [];
  const add = (key: string, group: string, name: string, subject: Subject | null) => {
    if (subject === null) return;
    const label = plainText(WORDS.label, { kind: WORDS.kinds[subject.kind], name });
    options.push({ key, group, label, name, subject });
  };
  add('sweep', WORDS.sweep, WORDS.sweepName, here);
  for (const { workspace, name, subject, file } of taken) {
    add(`screen:${workspace}`, WORDS.screen, name, subject);
    const other = sideB(subject, file?.json);
    add(`screen:${workspace}:b`, WORDS.screen, plainText(WORDS.sideB, { name }), other);
  }
  for (const { id, name, subject } of kept) add(`kept:${id}`, WORDS.kept, name, subject);
  if (catalogue === null) return options;
  const { failover, migration, trees } = catalogue.defaults;
  add('first:failover', WORDS.first, WORDS.firstNames.failover, { kind: 'failover', run: failover });
  add('first:migration', WORDS.first, WORDS.firstNames.migration, {
    kind: 'migration',
    spec: migration.spec,
  });
  add('first:trees', WORDS.first, WORDS.firstNames.trees, { kind: 'trees', lab: trees });
  return options;
}

/** The second strategy of the Migration workspace, which its file holds as `against`. */
function sideB(subject: Subject | null, json: unknown): Subject | null {
  if (subject?.kind !== 'migration' || typeof json !== 'object' || json === null) return null;
  const { against } = json as { against?: typeof subject.spec.strategy | null };
  return against ? { kind: 'migration', spec: { ...subject.spec, strategy: against } } : null;
}

/** For a select: the options under their headings, in their order. */
export function groupsOf(options: readonly SubjectOption[]) {
  const groups: { group: string; items: { value: string; label: string }[] }[] = [];
  for (const { key, group, label } of options) {
    const known = groups.find((one) => one.group === group);
    const item = { value: key, label };
    if (known === undefined) groups.push({ group, items: [item] });
    else known.items.push(item);
  }
  return groups;
}

/** Whether two runs are the very same, wherever they come from. */
export function sameSubject(a: Subject | undefined, b: Subject | undefined): boolean {
  return a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/** The option of the very same run, or undefined. */
export function optionOf(
  options: readonly SubjectOption[],
  subject: Subject | null | undefined,
): SubjectOption | undefined {
  return subject ? options.find((option) => sameSubject(option.subject, subject)) : undefined;
}
