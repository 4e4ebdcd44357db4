import { NativeSelect } from '@mantine/core';
import { format } from '../../../protocol/texts.ts';
import type { LabSpec } from '../../../protocol/trees/model.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { START_KEYS } from './lab-fields.ts';
import styles from './panels.module.css';
import { Setting } from './Setting.tsx';
import { NAMED_STARTS, type NamedStart, readStart, startText } from './start-shape.ts';
import type { LabDraft } from './use-lab-draft.ts';
import { LAB } from './words.ts';

const USUAL_KEYS = 31;

/** The tree before the first operation. */
export function StartSection({ spec, draft }: { spec: LabSpec; draft: LabDraft }) {
  const openPanel = useTrees((state) => state.actions.openPanel);
  const shape = readStart(spec.start);
  const change = (field: string, start: string) => draft.change(field, { ...spec, start });
  const chooseKind = (kind: string) => {
    if (kind === 'own') openPanel('shape');
    else {
      const keys = shape.kind === 'own' || shape.kind === 'empty' ? USUAL_KEYS : shape.keys;
      change('start', startText({ kind: kind as NamedStart, keys }));
    }
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.heading}>{LAB.start}</legend>
      <NativeSelect
        label={LAB.startKind}
        description={LAB.startAbout[shape.kind]}
        value={shape.kind}
        data={[
          ...NAMED_STARTS.map((kind) => ({ value: kind, label: LAB.starts[kind] })),
          { value: 'own', label: LAB.startOwn },
        ]}
        error={draft.problem?.field === 'start' ? draft.problem.text : null}
        onChange={(event) => chooseKind(event.currentTarget.value)}
      />
      {shape.kind === 'own' && (
        <p className={styles.about}>{format(LAB.ownAbout, { characters: shape.text.length })}</p>
      )}
      {'keys' in shape && (
        <Setting
          info={START_KEYS}
          value={shape.keys}
          field="start.keys"
          problem={draft.problem}
          set={(keys) => change('start.keys', startText({ ...shape, keys: Number(keys) }))}
        />
      )}
      <SmallButton onClick={() => openPanel('shape')}>{LAB.ownChange}</SmallButton>
    </fieldset>
  );
}
