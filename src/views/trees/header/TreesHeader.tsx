import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { page } from '../../../store/page.ts';
import { appStore } from '../../../store/store.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { WORKSPACE_CONTROLS } from '../../shared/workspace-controls.ts';
import { labWords } from '../lab-words.ts';
import styles from './TreesHeader.module.css';
import { WORDS } from './words.ts';

const never = () => () => {};

/** Which tree, over which operations; and what can be taken in and out. */
export function TreesHeader() {
  const place = useSyncExternalStore(never, () => document.getElementById(WORKSPACE_CONTROLS));
  return place && createPortal(<Controls />, place);
}

function Controls() {
  const openPanel = useTrees((state) => state.actions.openPanel);
  return (
    <div className={styles.controls}>
      <KindSwitch />
      <LabButton />
      <Button
        className={styles.wide ?? ''}
        size="compact-md"
        variant="default"
        data-lock="parameters"
        onClick={() => openPanel('shape')}
      >
        {WORDS.shape}
      </Button>
      <Button
        className={styles.wide ?? ''}
        size="compact-md"
        variant="default"
        data-lock="share"
        onClick={() => openPanel('export')}
      >
        {WORDS.export}
      </Button>
      <Button
        className={styles.wide ?? ''}
        size="compact-md"
        variant="default"
        data-lock="share"
        onClick={() => openPanel('share')}
      >
        {WORDS.share}
      </Button>
      <Button
        className={styles.wide ?? ''}
        size="compact-md"
        variant="default"
        onClick={() => appStore.getState().actions.setPresent(true)}
      >
        {WORDS.present}
      </Button>
      <ActionIcon size={30} variant="default" aria-label={WORDS.help} onClick={() => openPanel('help')}>
        ?
      </ActionIcon>
    </div>
  );
}

/** Another tree over the same operations, at the same place in them. */
function KindSwitch() {
  const trees = useTrees((state) => state.catalogue?.trees);
  const kind = useTrees((state) => state.spec?.tree.kind);
  const actions = useTrees((state) => state.actions);
  const choose = (wanted: string) => {
    void actions.changeLab({ tree: { kind: wanted, parameters: {} } }).then(actions.tell);
  };
  return (
    <NativeSelect
      className={styles.kind ?? ''}
      size="xs"
      aria-label={WORDS.kind}
      disabled={kind === undefined || page.refusal('parameters') !== null}
      value={kind ?? ''}
      data={(trees ?? []).map(({ kind: value, name }) => ({ value, label: name }))}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

function LabButton() {
  const words = useTrees(({ spec, lab, catalogue }) => spec && catalogue && labWords(spec, lab, catalogue));
  const openPanel = useTrees((state) => state.actions.openPanel);
  return (
    <Button
      className={styles.lab ?? ''}
      size="compact-md"
      variant="default"
      aria-haspopup="dialog"
      disabled={words === null}
      title={words ?? WORDS.lab}
      onClick={() => openPanel('lab')}
    >
      <span className={styles.words}>{words ?? WORDS.lab}</span>
      <span aria-hidden="true" className={styles.opens}>
        {WORDS.opens}
      </span>
    </Button>
  );
}
