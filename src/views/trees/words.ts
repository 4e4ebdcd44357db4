/** What the workspace says around its panels. */
export const WORDS = {
  opening: 'Making the lab ready',
  figures: 'Cost and time of an access against the number of keys',
  dropTooLarge: '{name} is larger than {limit} MB; a million keys need less.',
} as const;
