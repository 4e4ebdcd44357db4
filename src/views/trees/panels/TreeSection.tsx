import { NativeSelect } from '@mantine/core';
import { format } from '../../../protocol/texts.ts';
import type { LabSpec } from '../../../protocol/trees/model.ts';
import type { TreesCatalogue } from '../../../protocol/trees/requests.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './panels.module.css';
import { Setting } from './Setting.tsx';
import type { LabDraft } from './use-lab-draft.ts';
import { LAB } from './words.ts';

interface Properties {
  catalogue: TreesCatalogue;
  spec: LabSpec;
  draft: LabDraft;
}

/** Which tree, and its settings; "as printed" variants are switches among them. */
export function TreeSection({ catalogue, spec, draft }: Properties) {
  const { tree } = spec;
  const entry = catalogue.trees.find(({ kind }) => kind === tree.kind);
  const changeTree = (field: string, next: LabSpec['tree']) => draft.change(field, { ...spec, tree: next });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.heading}>{LAB.tree}</legend>
      <NativeSelect
        label={LAB.treeKind}
        value={tree.kind}
        data={catalogue.trees.map(({ kind, name }) => ({ value: kind, label: name }))}
        error={draft.problem?.field === 'tree' ? draft.problem.text : null}
        onChange={(event) => changeTree('tree', { kind: event.currentTarget.value, parameters: {} })}
      />
      {entry && (
        <p className={styles.about}>
          {entry.description}{' '}
          <span className={styles.source}>{format(LAB.source, { source: entry.source })}</span>
        </p>
      )}
      {entry?.parameters.map((info) => {
        const field = `tree.${info.path}`;
        const stored = tree.parameters[info.path];
        const value = stored === undefined ? info.default : info.kind === 'switch' ? stored === 1 : stored;
        return (
          <Setting
            key={info.path}
            info={info}
            value={value}
            field={field}
            problem={draft.problem}
            set={(next) =>
              changeTree(field, { ...tree, parameters: { ...tree.parameters, [info.path]: Number(next) } })
            }
          />
        );
      })}
      {Object.keys(tree.parameters).length > 0 && (
        <SmallButton onClick={() => changeTree('tree', { ...tree, parameters: {} })}>{LAB.reset}</SmallButton>
      )}
    </fieldset>
  );
}
