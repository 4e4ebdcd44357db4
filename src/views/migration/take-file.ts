/** A file or text that came in becomes the migration on screen, an offer, or one sentence; nothing is lost. */

import { format } from '../../protocol/texts.ts';
import { migrationStore } from '../../store/migration/store.ts';
import { readTextFile } from '../shared/read-file.ts';
import { readIncoming } from './incoming.ts';
import { offerLog } from './log-offer.ts';
import { WORDS } from './words.ts';

export async function takeFile(file: File): Promise<void> {
  const { name } = file;
  const read = await readTextFile(file);
  if (read.problem === null) await takeText(name, read.text);
  else migrationStore.getState().actions.tell(format(read.problem, { name }));
}

export async function takeText(name: string, text: string): Promise<void> {
  const { catalogue, actions } = migrationStore.getState();
  if (catalogue === null) {
    actions.tell(WORDS.notYet);
    return;
  }
  const incoming = readIncoming(name, text, catalogue);
  offerLog(incoming.kind === 'log' ? { name, text } : null);
  if (incoming.kind === 'problem') actions.tell(incoming.text);
  if (incoming.kind !== 'move') return;
  actions.dismissNotice();
  const problem = await actions.openLab(incoming.lab);
  if (problem !== null) actions.tell(format(WORDS.notOpened, { name, problem }));
}
