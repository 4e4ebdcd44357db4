import { Button } from '@mantine/core';
import { type ReactNode, useId, useRef, useState } from 'react';
import styles from './CopyField.module.css';

const WORDS = {
  copied: 'Copied',
  copyFailed: 'Copying was refused; select the text and copy it by hand.',
} as const;

/** A text to take away: selectable, and copied by a button. */
export function CopyField({
  label,
  copy,
  text,
  rows = 4,
  children,
}: {
  label: string;
  copy: string;
  text: string;
  rows?: number;
  /** more that can be done with it, beside the button */
  children?: ReactNode;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState('');
  const onCopy = () => {
    // Selected first, so that the text can still be copied by hand where the browser refuses.
    field.current?.select();
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => say(WORDS.copied),
      () => say(WORDS.copyFailed),
    );
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea ref={field} id={id} readOnly rows={rows} value={text} className={styles.field} />
      <div className={styles.copyRow}>
        <Button size="compact-sm" variant="default" onClick={onCopy}>
          {copy}
        </Button>
        {children}
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
