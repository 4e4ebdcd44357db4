import type { ReactNode } from 'react';
import { migrationStore } from '../../store/migration/store.ts';
import { DropArea } from '../shared/DropArea.tsx';
import { takeFile, takeText } from './take-file.ts';
import { WORDS } from './words.ts';

const nothingIsOpen = () => migrationStore.getState().panel === 'none';

/** A migration's file dropped anywhere, or its text pasted outside a field, is opened. */
export function DropZone({ children }: { children: ReactNode }) {
  return (
    <DropArea
      hint={WORDS.dropHere}
      onFile={(file) => void takeFile(file)}
      onText={(text) => void takeText(WORDS.pasted, text)}
      pastes={nothingIsOpen}
    >
      {children}
    </DropArea>
  );
}
