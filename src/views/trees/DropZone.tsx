import type { ReactNode } from 'react';
import { format } from '../../protocol/texts.ts';
import { treesStore } from '../../store/trees/store.ts';
import { DropArea } from '../shared/DropArea.tsx';
import { readTextFile } from '../shared/read-file.ts';
import { offerText } from './incoming.ts';
import { WORDS } from './words.ts';

const offerPasted = (text: string) => offerText({ text, source: null });
const nothingIsOpen = () => treesStore.getState().panel === 'none';

/** A file dropped anywhere, or a text pasted outside a field, is offered as shape or stream. */
export function DropZone({ children }: { children: ReactNode }) {
  return (
    <DropArea
      hint={WORDS.dropHere}
      onFile={(file) => void offerFile(file)}
      onText={offerPasted}
      pastes={nothingIsOpen}
    >
      {children}
    </DropArea>
  );
}

async function offerFile(file: File): Promise<void> {
  const read = await readTextFile(file, WORDS.dropTooLarge);
  if (read.problem === null) offerText({ text: read.text, source: file.name });
  else treesStore.getState().actions.tell(format(read.problem, { name: file.name }));
}
