/** Files people drop or choose. Nothing of them leaves the page. */

/** A million keys of seven digits, one a line, are 8 MB; a log of an hour's migration is smaller. */
const LARGEST_MB = 32;

const WORDS = {
  failed: '{name} could not be read; try another file.',
  tooLarge: '{name} is larger than {limit} MB, which is more than anything that can be read here.',
} as const;

export type ReadText =
  | { readonly text: string; readonly problem: null }
  /** `problem` is a template with the slot `name` */
  | { readonly text: ''; readonly problem: string };

/** @param tooLarge template with the slots `name` and `limit` (MB), where there is more to say of it */
export async function readTextFile(file: File, tooLarge: string = WORDS.tooLarge): Promise<ReadText> {
  if (file.size > LARGEST_MB * 1e6)
    return { text: '', problem: tooLarge.replace('{limit}', String(LARGEST_MB)) };
  try {
    return { text: await file.text(), problem: null };
  } catch {
    return { text: '', problem: WORDS.failed };
  }
}
