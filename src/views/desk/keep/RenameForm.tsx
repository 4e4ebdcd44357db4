import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keptStore } from '../../../store/kept/store.ts';
import type { KeptItem } from '../../../store/kept/types.ts';
import styles from './keep.module.css';
import { KEEP } from './words.ts';

export function RenameForm({ item, done }: { item: KeptItem; done: () => void }) {
  const [name, setName] = useState(item.name);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        keptStore
          .getState()
          .actions.rename(item.id, name)
          .catch(() => {});
        done();
      }}
    >
      <TextInput
        className={styles.name ?? ''}
        size="xs"
        aria-label={KEEP.newName}
        autoFocus
        value={name}
        maxLength={200}
        // Esc leaves the name as it is, and the desk open.
        data-mantine-stop-propagation="true"
        onKeyDown={(event) => event.key === 'Escape' && done()}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm">
        {KEEP.save}
      </Button>
      <Button size="compact-sm" variant="default" onClick={done}>
        {KEEP.cancel}
      </Button>
    </form>
  );
}
