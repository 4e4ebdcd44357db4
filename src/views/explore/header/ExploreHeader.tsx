import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { exploreStore, useExplore } from '../../../store/explore/store.ts';
import type { ExploreView } from '../../../store/explore/types.ts';
import { Segments } from '../../shared/Segments.tsx';
import { WORKSPACE_CONTROLS } from '../../shared/workspace-controls.ts';
import styles from './ExploreHeader.module.css';
import { WORDS } from './words.ts';

const never = () => () => {};

/** Which view, which sweep; and the panels that open over them. */
export function ExploreHeader() {
  const place = useSyncExternalStore(never, () => document.getElementById(WORKSPACE_CONTROLS));
  return place && createPortal(<Controls />, place);
}

function Controls() {
  const view = useExplore((state) => state.view);
  const ready = useExplore((state) => state.catalogue !== null);
  const { setView, openPanel } = useExplore((state) => state.actions);
  return (
    <div className={styles.controls}>
      <Segments<ExploreView> legend={WORDS.view} options={WORDS.views} value={view} onChange={setView} />
      <ReadySweeps />
      <Button
        className={styles.wide ?? ''}
        size="compact-md"
        variant="default"
        aria-haspopup="dialog"
        data-lock="parameters"
        disabled={!ready}
        onClick={() => openPanel('setup')}
      >
        {WORDS.setup}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        aria-haspopup="dialog"
        data-lock="share"
        onClick={() => openPanel('share')}
      >
        {WORDS.share}
      </Button>
      <ActionIcon
        size={30}
        variant="default"
        aria-label={WORDS.help}
        aria-haspopup="dialog"
        onClick={() => openPanel('help')}
      >
        ?
      </ActionIcon>
    </div>
  );
}

/** No ready-made one has this number. */
const OWN = '';

function ReadySweeps() {
  const ready = useExplore((state) => state.catalogue?.readySweeps);
  const name = useExplore((state) => state.sweep?.name);
  const at = ready?.findIndex((one) => one.spec.name === name) ?? -1;
  const choose = (value: string) => {
    const chosen = ready?.[Number(value)];
    if (value === OWN || chosen === undefined) return;
    void exploreStore
      .getState()
      .actions.openSweep(chosen.spec)
      .then((problem) => {
        if (problem !== null) exploreStore.setState({ notice: { kind: 'error', text: problem } });
      });
  };
  return (
    <NativeSelect
      className={styles.ready ?? ''}
      size="xs"
      aria-label={WORDS.ready}
      disabled={ready === undefined}
      value={at < 0 ? OWN : String(at)}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        ...(at < 0 ? [{ value: OWN, label: WORDS.own }] : []),
        ...(ready ?? []).map((one, i) => ({ value: String(i), label: one.name })),
      ]}
    />
  );
}
