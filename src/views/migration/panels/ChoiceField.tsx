import { NativeSelect } from '@mantine/core';
import { format } from '../../../protocol/texts.ts';
import styles from './panels.module.css';
import { SETUP } from './words.ts';

interface Properties {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  /** what is chosen, in a sentence, and where it is from */
  about: string | null;
  source?: string | null;
  problem: string | null;
  choose: (value: string) => void;
}

/** One of a list of registered things, explained below. */
export function ChoiceField({ label, value, options, about, source = null, problem, choose }: Properties) {
  return (
    <div className={styles.choice}>
      <NativeSelect
        label={label}
        value={value}
        data={[...options]}
        error={problem}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {about !== null && (
        <p className={styles.about}>
          {about}{' '}
          {source !== null && <span className={styles.source}>{format(SETUP.source, { source })}</span>}
        </p>
      )}
    </div>
  );
}
