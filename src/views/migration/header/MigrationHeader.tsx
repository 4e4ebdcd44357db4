import { ActionIcon, Button } from '@mantine/core';
import { useId, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useMigration } from '../../../store/migration/store.ts';
import { Segments } from '../../shared/Segments.tsx';
import { WORKSPACE_CONTROLS } from '../../shared/workspace-controls.ts';
import styles from './MigrationHeader.module.css';
import { Sides } from './Sides.tsx';
import { WORDS } from './words.ts';

const never = () => () => {};

/** Which view, and which two strategies; and the panels that open over them. */
export function MigrationHeader() {
  const place = useSyncExternalStore(never, () => document.getElementById(WORKSPACE_CONTROLS));
  return place && createPortal(<Controls />, place);
}

function Controls() {
  const rest = useId();
  const [open, setOpen] = useState(false);
  const view = useMigration((state) => state.view);
  const { setView, openPanel } = useMigration((state) => state.actions);
  return (
    <div className={styles.controls}>
      <Segments legend={WORDS.view} options={WORDS.views} value={view} onChange={setView} />
      <Button
        className={styles.more ?? ''}
        size="compact-md"
        variant="default"
        aria-expanded={open}
        aria-controls={rest}
        onClick={() => setOpen(!open)}
      >
        {WORDS.menu}
      </Button>
      <div id={rest} className={styles.rest} data-open={open}>
        <Sides />
        <Button size="compact-md" variant="default" aria-haspopup="dialog" onClick={() => openPanel('setup')}>
          {WORDS.setup}
        </Button>
        <Button
          className={styles.wide ?? ''}
          size="compact-md"
          variant="default"
          aria-haspopup="dialog"
          onClick={() => openPanel('strategies')}
        >
          {WORDS.strategies}
        </Button>
        <Button
          data-lock="share"
          size="compact-md"
          variant="default"
          aria-haspopup="dialog"
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
    </div>
  );
}
