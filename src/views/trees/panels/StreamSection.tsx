import { NativeSelect } from '@mantine/core';
import { format } from '../../../protocol/texts.ts';
import type { LabSpec, StreamChoice } from '../../../protocol/trees/model.ts';
import type { TreesCatalogue } from '../../../protocol/trees/requests.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { KEYS, LENGTH, SEED, SEEDS_DRAWN } from './lab-fields.ts';
import styles from './panels.module.css';
import { Setting } from './Setting.tsx';
import { readStart } from './start-shape.ts';
import type { LabDraft } from './use-lab-draft.ts';
import { LAB } from './words.ts';

interface Properties {
  catalogue: TreesCatalogue;
  spec: LabSpec;
  draft: LabDraft;
}

const USUAL_LENGTH = 1000;

/** Which keys are asked for, how many, and the seed of it all. */
export function StreamSection({ catalogue, spec, draft }: Properties) {
  const openPanel = useTrees((state) => state.actions.openPanel);
  const { stream } = spec;
  const { problem } = draft;
  const entry = catalogue.streams.find(({ kind }) => kind === stream.kind);
  const change = (field: string, part: Partial<StreamChoice>) =>
    draft.change(field, { ...spec, stream: { ...stream, ...part } });
  const chooseKind = (kind: string) => {
    if (kind === 'list' && stream.list.length === 0) openPanel('shape');
    else {
      const length = kind === 'list' ? stream.list.length : stream.length || USUAL_LENGTH;
      change('stream', { kind, parameters: {}, length });
    }
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.heading}>{LAB.stream}</legend>
      <NativeSelect
        label={LAB.streamKind}
        value={stream.kind}
        data={catalogue.streams.map(({ kind, name }) => ({ value: kind, label: name }))}
        error={problem?.field === 'stream' ? problem.text : null}
        onChange={(event) => chooseKind(event.currentTarget.value)}
      />
      {entry && (
        <p className={styles.about}>
          {entry.description}{' '}
          <span className={styles.source}>{format(LAB.source, { source: entry.source })}</span>
        </p>
      )}
      {entry?.parameters.map((info) => {
        const field = `stream.${info.path}`;
        return (
          <Setting
            key={info.path}
            info={info}
            value={stream.parameters[info.path] ?? info.default}
            field={field}
            problem={problem}
            set={(next) => change(field, { parameters: { ...stream.parameters, [info.path]: next } })}
          />
        );
      })}
      <Setting
        info={LENGTH}
        value={stream.length}
        field="length"
        problem={problem}
        set={(length) => change('length', { length: Number(length) })}
      />
      <DrawnKeys spec={spec} draft={draft} />
      <Setting
        info={SEED}
        value={spec.seed}
        field="seed"
        problem={problem}
        set={(seed) => draft.change('seed', { ...spec, seed: Number(seed) })}
      />
      <SmallButton
        onClick={() => draft.change('seed', { ...spec, seed: Math.floor(Math.random() * SEEDS_DRAWN) })}
      >
        {LAB.dice}
      </SmallButton>
    </fieldset>
  );
}

/** Where its keys come from: its own list, the program, the start shape, or the keys from 0 on. */
function DrawnKeys({ spec, draft }: { spec: LabSpec; draft: LabDraft }) {
  const startSize = useTrees((state) => state.lab?.startSize ?? 0);
  const openPanel = useTrees((state) => state.actions.openPanel);
  const { stream } = spec;
  const shape = readStart(spec.start);
  if (stream.kind === 'list') {
    return (
      <div className={styles.setting}>
        <p className={styles.about}>{format(LAB.list, { count: stream.list.length })}</p>
        <SmallButton onClick={() => openPanel('shape')}>{LAB.loadList}</SmallButton>
      </div>
    );
  }
  if (stream.kind === 'trace') return <p className={styles.about}>{LAB.keysOfTrace}</p>;
  if (shape.kind !== 'empty') {
    const count = 'keys' in shape ? shape.keys : startSize;
    return <p className={styles.about}>{format(LAB.keysOfShape, { count })}</p>;
  }
  return (
    <Setting
      info={KEYS}
      value={stream.keys}
      field="keys"
      problem={draft.problem}
      set={(keys) => draft.change('keys', { ...spec, stream: { ...stream, keys: Number(keys) } })}
    />
  );
}
