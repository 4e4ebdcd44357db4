import { format } from '../../../protocol/texts.ts';
import { evidenceStore } from '../../../store/evidence/store.ts';
import { readTextFile } from '../../shared/read-file.ts';

export async function readLogFile(file: File): Promise<void> {
  const { openLog, tell } = evidenceStore.getState().actions;
  const read = await readTextFile(file);
  if (read.problem === null) openLog(file.name, read.text);
  else tell(format(read.problem, { name: file.name }));
}
