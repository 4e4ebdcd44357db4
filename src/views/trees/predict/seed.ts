/** Seeds of question sets and exercises. */

/** As in LAB_LIMITS of the engine. */
export const MOST_SEED = 2_147_483_647;

/** null where the text is no seed */
export function parseSeed(text: string): number | null {
  const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return seed <= MOST_SEED ? seed : null;
}

export const nextSeed = (seed: number): number => (seed < MOST_SEED ? seed + 1 : 0);
