import { useId, useRef, useState } from 'react';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './LogInput.module.css';
import { readLogFile } from './read-log-file.ts';
import { WORDS } from './words.ts';

const EXAMPLE = './evidence/example-log.jsonl';

/** A log from a file, from the clipboard, or the example. */
export function LogInput() {
  const file = useRef<HTMLInputElement>(null);
  const paste = useId();
  const [pasted, setPasted] = useState('');
  const opened = useEvidence((state) => state.logName !== null);
  const { openLog, closeLog, tell } = evidenceStore.getState().actions;
  const readExample = async () => {
    const response = await fetch(EXAMPLE).catch(() => null);
    const text = response?.ok ? await response.text().catch(() => null) : null;
    if (text === null) tell(WORDS.exampleFailed);
    else openLog(WORDS.exampleName, text);
  };
  const readPasted = () => {
    if (pasted.trim() === '') {
      tell(WORDS.nothingPasted);
      return;
    }
    openLog(WORDS.pastedName, pasted);
    setPasted('');
  };
  return (
    <div className={styles.input}>
      <SmallButton onClick={() => file.current?.click()}>{WORDS.choose}</SmallButton>
      <input
        ref={file}
        type="file"
        hidden
        accept=".jsonl,.json,.ndjson,.log,.txt"
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          currentTarget.value = '';
          if (chosen) void readLogFile(chosen);
        }}
      />
      <SmallButton onClick={() => void readExample()}>{WORDS.example}</SmallButton>
      {opened && <SmallButton onClick={closeLog}>{WORDS.close}</SmallButton>}
      <span className={styles.paste}>
        <label htmlFor={paste}>{WORDS.paste}</label>
        <textarea
          id={paste}
          rows={1}
          spellCheck={false}
          value={pasted}
          onChange={({ currentTarget }) => setPasted(currentTarget.value)}
        />
        <SmallButton onClick={readPasted}>{WORDS.read}</SmallButton>
      </span>
    </div>
  );
}
