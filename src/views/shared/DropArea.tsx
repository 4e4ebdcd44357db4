import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
import styles from './DropArea.module.css';

interface Properties {
  /** said over the whole area while something is held over it */
  hint: string;
  onFile: (file: File) => void;
  onText: (text: string) => void;
  /** a text pasted outside a field is taken as if it were dropped */
  pastes: () => boolean;
  children: ReactNode;
}

/** A file dropped anywhere, or a text dropped or pasted outside a field, is taken. A button must do the same. */
export function DropArea({ hint, onFile, onText, pastes, children }: Properties) {
  const [over, setOver] = useState(false);
  usePaste(onText, pastes);
  const drop = (event: DragEvent) => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    const text = event.dataTransfer.getData('text');
    if (!file && text === '') return;
    event.preventDefault();
    if (file) onFile(file);
    else onText(text);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a panel has a file button for everybody else
    <div
      className={styles.zone}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
      {over && (
        <p className={styles.over} aria-hidden="true">
          {hint}
        </p>
      )}
    </div>
  );
}

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

function usePaste(onText: (text: string) => void, pastes: () => boolean): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? '';
      const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (inField || text.trim() === '' || !pastes()) return;
      event.preventDefault();
      onText(text);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onText, pastes]);
}
