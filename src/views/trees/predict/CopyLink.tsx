import { useState } from 'react';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './PredictPanel.module.css';
import { WORDS } from './words.ts';

/** The link that gives others the same questions. Where the browser refuses to copy, it is there to be copied by hand. */
export function CopyLink({ children }: { children: string }) {
  const link = useTrees((state) => state.actions.link);
  const [said, say] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const copy = () => {
    const address = `${location.href.split('#')[0]}${link()}`;
    const done = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => say(WORDS.copied),
      () => {
        say(WORDS.copyFailed);
        setRefused(address);
      },
    );
  };
  return (
    <>
      <SmallButton onClick={copy} data-own-keys>
        {children}
      </SmallButton>
      <span role="status">{said}</span>
      {refused !== null && (
        <input
          className={styles.link}
          readOnly
          aria-label={children}
          value={refused}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
