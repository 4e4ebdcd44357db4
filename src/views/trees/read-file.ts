/** Files people drop or choose. */
import { WORDS } from './words.ts';

/** A million keys of seven digits, one a line, are 8 MB. */
const LARGEST_MB = 32;

export type ReadText =
  | { readonly text: string; readonly problem: null }
  /** `problem` is a template with the slot `name` */
  | { readonly text: ''; readonly problem: string };

export async function readTextFile(file: File): Promise<ReadText> {
  if (file.size > LARGEST_MB * 1e6)
    return { text: '', problem: WORDS.dropTooLarge.replace('{limit}', String(LARGEST_MB)) };
  try {
    return { text: await file.text(), problem: null };
  } catch {
    return { text: '', problem: WORDS.dropFailed };
  }
}
