/** Names, kinds and paths in files and links: no longer than a sentence can quote and a picture can show. */
import * as z from 'zod/mini';

export const shortText = z.string().check(z.maxLength(120));
