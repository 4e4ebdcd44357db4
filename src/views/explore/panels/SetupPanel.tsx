import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SubjectInfo, SweepSpec, SweepVariant } from '../../../protocol/explore/requests.ts';
import { useExplore } from '../../../store/explore/store.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { groupsOf, type SubjectOption, useSubjects } from '../subjects.ts';
import { AxisFields } from './AxisFields.tsx';
import { type AxisDraft, type Draft, draftOf, freshAxis, make } from './draft.ts';
import { settingOf } from './now.ts';
import styles from './panels.module.css';
import { VariantFields } from './VariantFields.tsx';
import { SETUP } from './words.ts';

/** A sweep of one's own. Nothing counts until “Use it”, and then only what can be. */
export function SetupPanel({ close }: { close: () => void }) {
  const sweep = useExplore((state) => state.sweep);
  const ready = useExplore((state) => state.catalogue !== null);
  return (
    <Dialog title={SETUP.title} close={close} size={760}>
      {sweep !== null && ready && <Form sweep={sweep} close={close} />}
    </Dialog>
  );
}

const NOTHING: SubjectInfo = { parameters: [], figures: [], variantSets: [] };

function Form({ sweep, close }: { sweep: SweepSpec; close: () => void }) {
  const catalogue = useExplore((state) => state.catalogue);
  const { openSweep } = useExplore((state) => state.actions);
  const options = useSubjects();
  const whole = (kind: SweepSpec['subject']['kind']) => catalogue?.kinds[kind] ?? NOTHING;
  const [draft, setDraft] = useState<Draft>(() => draftOf(sweep, whole(sweep.subject.kind)));
  const [chosen, choose] = useState('sweep');
  const [refused, refuse] = useState<string | null>(null);
  const info = useSubjectInfo(draft.subject, whole(draft.subject.kind));
  const limits = catalogue?.limits ?? { cases: 1, values: 2, seeds: 1 };
  const made = make(draft, info, limits);
  const change = (part: Partial<Draft>) => {
    refuse(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const fresh = (path: string): AxisDraft => {
    const found = info.parameters.find((one) => one.path === path);
    return freshAxis(found, settingOf(draft.subject, path));
  };
  const changeSubject = (option: SubjectOption | undefined) => {
    if (option === undefined) return;
    choose(option.key);
    if (option.subject.kind === draft.subject.kind) return change({ subject: option.subject });
    const { parameters, figures } = whole(option.subject.kind);
    const [first] = parameters;
    change({
      subject: option.subject,
      first: freshAxis(first, first && settingOf(option.subject, first.path)),
      second: null,
      variants: [{ label: SETUP.asItIs, set: {} }],
      figure: figures[0]?.name ?? '',
      name: '',
    });
  };
  const use = () => {
    if (made.spec === null) return;
    void openSweep(made.spec).then((problem) => (problem === null ? close() : refuse(problem)));
  };
  return (
    <>
      <p className={styles.lead}>{SETUP.about}</p>
      <NativeSelect
        label={SETUP.subject}
        description={SETUP.subjectAbout}
        value={chosen}
        data={groupsOf(options)}
        onChange={(event) => changeSubject(options.find(({ key }) => key === event.currentTarget.value))}
      />
      <AxisFields
        title={SETUP.axes[0]}
        axis={draft.first}
        subject={draft.subject}
        parameters={info.parameters}
        problem={made.problems.first ?? null}
        values={made.values.first}
        change={(part) => change({ first: { ...draft.first, ...part } })}
        choose={(path) => change({ first: fresh(path), name: '' })}
      />
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={draft.second !== null}
          onChange={(event) => {
            const other = info.parameters.find(({ path }) => path !== draft.first.parameter);
            change({ second: event.currentTarget.checked ? fresh(other?.path ?? '') : null, name: '' });
          }}
        />
        {SETUP.second}
      </label>
      {draft.second !== null && (
        <AxisFields
          title={SETUP.axes[1]}
          axis={draft.second}
          subject={draft.subject}
          parameters={info.parameters}
          problem={made.problems.second ?? null}
          values={made.values.second}
          change={(part) => draft.second !== null && change({ second: { ...draft.second, ...part } })}
          choose={(path) => change({ second: fresh(path), name: '' })}
        />
      )}
      <VariantFields
        sets={info.variantSets}
        own={ownVariants(sweep, draft)}
        chosen={draft.variants}
        problem={made.problems.variants ?? null}
        change={(variants) => change({ variants })}
      />
      <h3 className={styles.heading}>{SETUP.seeds}</h3>
      <div className={styles.fields}>
        <TextInput
          label={SETUP.seedCount}
          inputMode="numeric"
          value={draft.seedCount}
          error={made.problems.seedCount}
          onChange={(event) => change({ seedCount: event.currentTarget.value })}
        />
        <TextInput
          label={SETUP.seedFirst}
          inputMode="numeric"
          value={draft.seedFirst}
          error={made.problems.seedFirst}
          onChange={(event) => change({ seedFirst: event.currentTarget.value })}
        />
        <NativeSelect
          label={SETUP.figure}
          value={draft.figure}
          data={info.figures.map(({ name, label }) => ({ value: name, label }))}
          onChange={(event) => change({ figure: event.currentTarget.value })}
        />
        <TextInput
          label={SETUP.name}
          placeholder={made.spec?.name ?? ''}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </div>
      <div className={styles.foot}>
        <p role={refused === null && made.problems.cases === undefined ? 'status' : 'alert'}>
          {refused ?? made.problems.cases ?? countText(made.counts, draft)}
        </p>
        <Button variant="default" onClick={close}>
          {SETUP.cancel}
        </Button>
        <Button disabled={made.spec === null} onClick={use}>
          {SETUP.use}
        </Button>
      </div>
    </>
  );
}

function countText(counts: ReturnType<typeof make>['counts'], { variants, seedCount }: Draft): string {
  if (counts === null) return '';
  const counted = (count: number, [one, many]: readonly [string, string]) =>
    count === 1 ? one : plainText(many, { count: formatCount(count) });
  return plainText(SETUP.runs, {
    places: counted(counts.places, SETUP.counts.places),
    variants: counted(variants.length, SETUP.counts.variants),
    seeds: counted(Number(seedCount), SETUP.counts.seeds),
    cases: counted(counts.cases, SETUP.counts.cases),
  });
}

/** What the sweep on screen has and no set of variants knows stays to be chosen, as long as the kind of run is the same. */
function ownVariants(sweep: SweepSpec, draft: Draft): readonly SweepVariant[] {
  return sweep.subject.kind === draft.subject.kind ? sweep.variants : [];
}

/** What this very subject can be asked; until it is known, what its kind can be. */
function useSubjectInfo(subject: Draft['subject'], instead: SubjectInfo): SubjectInfo {
  const about = useExplore((state) => state.actions.about);
  const [known, setKnown] = useState<{ subject: Draft['subject']; info: SubjectInfo } | null>(null);
  useEffect(() => {
    let wanted = true;
    about(subject)
      .then((info) => {
        if (wanted && info !== null) setKnown({ subject, info });
      })
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [about, subject]);
  return known?.subject === subject ? known.info : instead;
}
