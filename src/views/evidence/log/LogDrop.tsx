import type { ReactNode } from 'react';
import { evidenceStore } from '../../../store/evidence/store.ts';
import { DropArea } from '../../shared/DropArea.tsx';
import { readLogFile } from './read-log-file.ts';
import { WORDS } from './words.ts';

/** A log dropped or pasted anywhere on the page is read, and its section comes into sight. */
export function LogDrop({ children }: { children: ReactNode }) {
  return (
    <DropArea hint={WORDS.dropHere} onFile={dropFile} onText={dropText} pastes={always}>
      {children}
    </DropArea>
  );
}

const always = () => true;

function dropFile(file: File): void {
  evidenceStore.getState().actions.openSection('log');
  void readLogFile(file);
}

function dropText(text: string): void {
  const { openLog, openSection } = evidenceStore.getState().actions;
  openSection('log');
  openLog(WORDS.pastedName, text);
}
