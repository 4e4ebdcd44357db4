import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
import { format } from '../../protocol/texts.ts';
import { treesStore } from '../../store/trees/store.ts';
import styles from './DropZone.module.css';
import { offerText } from './incoming.ts';
import { readTextFile } from './read-file.ts';
import { WORDS } from './words.ts';

/** A file dropped anywhere, or a text pasted outside a field, is offered as shape or stream. */
export function DropZone({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  usePaste();
  const drop = (event: DragEvent) => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    const text = event.dataTransfer.getData('text');
    if (!file && text === '') return;
    event.preventDefault();
    if (file) void offerFile(file);
    else offerText({ text, source: null });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shape panel has a file button for everybody else
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
          {WORDS.dropHere}
        </p>
      )}
    </div>
  );
}

async function offerFile(file: File): Promise<void> {
  const read = await readTextFile(file);
  if (read.problem === null) offerText({ text: read.text, source: file.name });
  else treesStore.getState().actions.tell(format(read.problem, { name: file.name }));
}

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? '';
      const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (inField || text.trim() === '' || treesStore.getState().panel !== 'none') return;
      event.preventDefault();
      offerText({ text, source: null });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
