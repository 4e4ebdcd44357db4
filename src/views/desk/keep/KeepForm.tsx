import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { keptStore } from '../../../store/kept/store.ts';
import { appStore, useApp } from '../../../store/store.ts';
import styles from './keep.module.css';
import { KEEP } from './words.ts';

/** Keeps what is on screen, under a name that can be changed first. */
export function KeepForm() {
  const workspace = useApp((state) => state.workspace);
  const [name, setName] = useState('');
  /** null until it is known */
  const [something, setSomething] = useState<boolean | null>(null);
  const [keeping, setKeeping] = useState(false);
  // What a workspace shows is asked of it when the desk opens, and of another one when that comes on screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the workspace is what `take` takes from
  useEffect(() => {
    let current = true;
    appStore
      .getState()
      .actions.take()
      .then(
        (taken) => {
          if (!current) return;
          setSomething(taken !== null);
          setName(taken?.name ?? '');
        },
        () => current && setSomething(false),
      );
    return () => {
      current = false;
    };
  }, [workspace]);
  if (something === false) return <p className={styles.about}>{KEEP.nothing}</p>;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    setKeeping(true);
    keptStore
      .getState()
      .actions.keep(name)
      .finally(() => setKeeping(false))
      .catch(() => {});
  };
  return (
    <form className={styles.form} onSubmit={keep}>
      <TextInput
        className={styles.name ?? ''}
        label={KEEP.name}
        value={name}
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={something === null || keeping}>
        {KEEP.keep}
      </Button>
    </form>
  );
}
